import { describe, expect, it } from 'vitest';
import type { Notice } from '../notice';
import { usualPreference } from '../preference/mail-preference';
import { firstName, inOrder, mostThings, subjectOf, wordsOfMail } from './digest-words';
import type { MailFacts } from './digest-words';
import { escapeHtml, mailAsHtml, mailAsText } from './mail-layout';

const golden = '../../../../tests/golden';

const notice = (change: Partial<Notice>): Notice => ({
  ...{
    id: 'n1',
    kind: 'review_returned',
    urgency: 'digest',
    place: 'Northgate MS · Grade 6',
    happenedAt: 0,
    read: false,
  },
  ...{
    sentence: 'Lena Brandt sent questions about cycle 2 of “Sentence frames”',
    excerpt: '',
    path: '/cycles/c2/review',
  },
  ...change,
});

const notices: Notice[] = [
  notice({
    ...{ kind: 'post_commented', happenedAt: 5, place: '' },
    ...{ sentence: 'Somebody asked about “Exit tickets, twice a week”', path: '/posts/p1#comment-k1' },
    ...{ excerpt: 'Did you keep the <same> prompt & both groups?' },
  }),
  notice({
    ...{ urgency: 'immediate', happenedAt: 3, path: '/cycles/c2/review#comment-a' },
    ...{ excerpt: 'What did the students say when they\nused the frame “on their own”?' },
  }),
  notice({
    ...{ id: 'n2', urgency: 'immediate', happenedAt: 4, path: '/cycles/c4/review' },
    ...{ sentence: 'Lena Brandt sent questions about cycle 4 of “Word banks”' },
  }),
  notice({
    kind: 'nudge_sent',
    happenedAt: 2,
    sentence: 'Lena Brandt wrote to your team',
    path: '/teams/t1',
    excerpt: 'Your next step: Study of cycle 3. Ten minutes are enough.',
  }),
  notice({
    kind: 'replication_decided',
    happenedAt: 1,
    place: '',
    sentence: 'A team that tried “Sentence frames” decided to adopt it',
    path: '/posts/p2',
  }),
];

const facts = (change: Partial<MailFacts> = {}): MailFacts => ({
  ...{ kind: 'digest', personName: 'Dana O’Neil', networkName: 'Bold Network of Schools' },
  ...{ preference: usualPreference('America/New_York'), notices },
  ...{
    publicUrl: 'https://boldline.example.org',
    stopUrl: 'https://boldline.example.org/unsubscribe/person.seal',
  },
  ...change,
});

describe('a digest', () => {
  it('as plain text', async () => {
    await expect(mailAsText(wordsOfMail(facts()))).toMatchFileSnapshot(`${golden}/digest.txt`);
  });

  it('as HTML', async () => {
    await expect(mailAsHtml(wordsOfMail(facts()))).toMatchFileSnapshot(`${golden}/digest.html`);
  });

  it('a mail about one thing', async () => {
    const words = wordsOfMail(facts({ kind: 'immediate', notices: notices.slice(1, 2) }));
    await expect(`${words.subject}\n\n${mailAsText(words)}`).toMatchFileSnapshot(
      `${golden}/immediate-mail.txt`,
    );
  });

  it('loads nothing, follows nobody, and lets nothing typed become markup', () => {
    const html = mailAsHtml(wordsOfMail(facts({ personName: '<b>Dana</b>' })));
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/i);
    expect(html).toContain('&lt;same&gt; prompt &amp; both');
    expect(html).not.toContain('<b>');
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it('every address stands on a line of its own and is whole', () => {
    const text = mailAsText(wordsOfMail(facts()));
    const lines = text.split('\n').filter((line) => line.includes('https://'));
    for (const line of lines) expect(line).toMatch(/^https:\/\/boldline\.example\.org\/\S*$/);
    expect(lines).toHaveLength(notices.length + 2);
  });

  it('has at most 25 things, and says where the others are', () => {
    const many = Array.from({ length: mostThings + 3 }, (_, index) => notice({ happenedAt: index }));
    const words = wordsOfMail(facts({ notices: many }));
    expect(words.things).toHaveLength(mostThings);
    expect(words.rest).toEqual({
      sentence: 'And 3 more things in your inbox.',
      url: 'https://boldline.example.org/inbox',
    });
    expect(mailAsText(words)).toContain(
      'And 3 more things in your inbox.\nhttps://boldline.example.org/inbox',
    );
  });
});

describe('subjects', () => {
  it('one thing is its sentence', () => {
    expect(subjectOf([notice({})])).toBe('Lena Brandt sent questions about cycle 2 of “Sentence frames”');
  });

  it('several of a kind are counted, others follow', () => {
    expect(subjectOf(notices)).toBe('2 reviews came back, and 3 more things');
    expect(subjectOf([notice({}), notice({ kind: 'post_commented' })])).toBe(
      'Lena Brandt sent questions about cycle 2 of “Sentence frames”, and 1 more thing',
    );
  });

  it('stay one line of a bearable length, whatever was typed', () => {
    const long = notice({ sentence: `Lena\r\nBcc: all@example.org ${'very '.repeat(60)}long` });
    const subject = subjectOf([long, notice({ kind: 'nudge_sent', happenedAt: -1 })]);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(110);
    expect(subject).toMatch(/…, and 1 more thing$/);
  });

  it('what asks for an answer comes first, then the newest', () => {
    expect(inOrder(notices).map(({ happenedAt }) => happenedAt)).toEqual([4, 3, 5, 2, 1]);
  });

  it('people are greeted by their first name', () => {
    expect(firstName('  Ana María López ')).toBe('Ana');
  });
});

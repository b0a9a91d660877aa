import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { countWeekly } from '../factories/counted-points';
import { shareFrom, shareFields, previewPost, sharePost } from '../support/share-form';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});
let special: Visitor;
let outsider: Visitor;

beforeAll(async () => {
  special = await signedInAs(made.app.url, made.network, 'colleague');
  outsider = await signedInAs(made.app.url, made.network, 'otherLeaMember');
});

/** Writes to the running app's database from beside it. */
async function change(work: (tx: Parameters<typeof countWeekly>[0]) => Promise<void>) {
  const database = made.app.look();
  await database.inTransaction(work);
  database.close();
}

async function count(pairs: [number, number][], group = 'swd') {
  const { network } = made;
  await change((tx) =>
    countWeekly(
      tx,
      {
        ...{ measureId: network.own.proportionId, groupId: network.groups[group] ?? '' },
        ...{ recordedBy: network.people.member.id, today: network.today },
      },
      pairs,
    ),
  );
}

const weeks = (students: number, met: number[]): [number, number][] => met.map((one) => [one, students]);
const everyPage = async (path: string) =>
  (await pageOf(await outsider.get(path))) + (await (await outsider.get(`${path}.data`)).text());
const cycleOf = (stage: 'complete' | 'stopped') => `cycle=${made.network.own.cycles[stage]}`;

describe('a loss with a group of six', () => {
  let postId = '';
  beforeAll(async () => {
    await count(weeks(6, [2, 3, 1, 4, 2, 3, 1, 4, 2, 4, 1, 3]));
    postId = await sharePost(special, `${cycleOf('complete')}&kind=loss`, {
      explanation: 'Partners fixed spelling. Nobody had a question to ask.',
      advice: 'Give the editor one question.',
    });
  });

  it('goes out with its story, the verdict and the shape in words', async () => {
    const html = await everyPage(`/posts/${postId}`);
    expect(html).toContain('Nobody had a question to ask.');
    expect(html).toContain('<strong>Partly.</strong>');
    expect(html).toContain('No clear change so far.');
    expect(html).toContain('Numbers are not shown, to protect a small group of students.');
  });

  it('and with no number of theirs, on any page that shows it', async () => {
    for (const path of [`/posts/${postId}`, '/feed', '/feed?kind=loss', `/feed?q=partners`, '/ideas', '/']) {
      const html = await everyPage(path);
      const words = html.replaceAll(
        /<script.*?<\/script>|<svg.*?<\/svg>|[0-9a-f-]{36}|(class|d|id)="[^"]*"/gs,
        '',
      );
      expect(words.match(/.{60}(\d ?%|\b\d of 6\b|\bof 6 (?!weeks)).{20}/s)?.[0], path).toBeUndefined();
      expect(html, path).not.toContain('chart-median');
    }
    const stored = await made.app
      .look()
      .reader.select()
      .from(schema.postStory)
      .where(eq(schema.postStory.postId, postId));
    expect(stored[0]?.chart).toBeNull();
    const words = JSON.stringify(stored).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    expect(words).not.toMatch(/numerator|denominator|60/);
  });

  it('leaves nothing in the ledger, since no number left', async () => {
    const rows = await made.app.look().reader.select().from(schema.disclosureRelease);
    expect(rows.filter((row) => row.postId === postId)).toEqual([]);
  });

  it('tells its author why there are no numbers, and what could be done', async () => {
    const preview = await previewPost(special, `${cycleOf('complete')}&kind=loss`);
    expect(preview.html).toContain('Only you see this: why there are no numbers');
    expect(preview.html).toContain('fewer than 10 students, so others see none of them');
  });
});

describe('a win with a group of twenty-four', () => {
  it('goes out with its chart, and none of its counts', async () => {
    await count(weeks(24, [10, 11, 9, 12, 10, 11, 9, 10, 12, 11, 15, 16]));
    const postId = await sharePost(special, `${cycleOf('complete')}&kind=win`);
    const html = await everyPage(`/posts/${postId}`);
    expect(html).toContain('aria-label="Run chart: Paragraphs of Own team, students with disabilities"');
    expect(html).toContain('67%');
    expect(html).not.toMatch(/of 24|"24"|,24,|16 of/);
    expect(html).toContain('We predicted: at least 60%.');
  });

  it('codes what is nearly all or nearly none', async () => {
    await count(weeks(24, [1, 1, 23, 12, 1, 24, 12, 2, 24, 12, 1, 23]));
    await change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
    });
    const postId = await sharePost(special, `${cycleOf('complete')}&kind=win`);
    const html = await everyPage(`/posts/${postId}`);
    expect(html).toContain('&gt;90%');
    expect(html).toContain('&lt;10%');
    expect(html).not.toMatch(/(?<![\d.])(96|4)%/);
  });

  it('keeps its chart as it was on the day, and says that there are newer numbers', async () => {
    await count(weeks(24, [10, 11, 9, 12, 10, 11, 9, 10, 12, 11, 15, 16]));
    await change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
    });
    const postId = await sharePost(special, `${cycleOf('complete')}&kind=win`);
    expect(await everyPage(`/posts/${postId}`)).not.toContain('newer numbers');
    await count(weeks(24, [10, 11, 9, 12, 10, 11, 9, 10, 12, 11, 15, 16, 20]));
    const html = await everyPage(`/posts/${postId}`);
    expect(html).toContain('The team has logged newer numbers since this was shared.');
    expect(html).not.toContain('83%');
  });
});

describe('what would let others subtract', () => {
  const chart = (group: string) =>
    `measure=${made.network.own.proportionId}&group=${made.network.groups[group] ?? ''}&kind=win`;
  const told = { title: 'A chart', happened: 'It moved.' };
  beforeAll(() =>
    change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
      await tx.insert(schema.measureGroup).values({
        ...{ id: crypto.randomUUID(), measureId: made.network.own.proportionId, position: 2 },
        groupId: made.network.groups.all ?? '',
      });
    }),
  );

  it('after students with disabilities, all students are refused where four would be left over', async () => {
    await count(weeks(12, [5, 6, 7, 5]), 'swd');
    await count(weeks(16, [8, 9, 9, 8]), 'all');
    await sharePost(special, chart('swd'), told);
    const preview = await previewPost(special, chart('all'), told);
    expect(preview.html).toContain('Only you see this: why there are no numbers');
    expect(preview.html).toContain('fewer than 10 students');
    expect(preview.html).toContain('Share the story and the shape in words');
    const shared = await shareFrom(special, chart('all'), preview);
    expect(shared.status).toBe(302);
    expect(await everyPage(`/posts/${shared.id}`)).toContain('Numbers are not shown');
  });

  it('the same weeks again after one student more are refused; the same numbers, and later weeks, are not', async () => {
    await change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
    });
    await count(weeks(24, [10, 11, 12, 13]), 'swd');
    await sharePost(special, chart('swd'), told);
    expect((await previewPost(special, chart('swd'), told)).html).not.toContain('Only you see this');
    await count([...weeks(24, [10, 11, 12]), [13, 25]], 'swd');
    expect((await previewPost(special, chart('swd'), told)).html).toContain('Only you see this');
  });

  it('a class, and then the class pooled with six of another, is refused', async () => {
    const { network } = made;
    await change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
      await tx
        .insert(schema.measureGroup)
        .values({
          ...{ id: crypto.randomUUID(), measureId: network.own.adoptedId, position: 9 },
          groupId: network.groups.swd ?? '',
        })
        .onConflictDoNothing();
    });
    const adopted = await made.app
      .look()
      .reader.select()
      .from(schema.measure)
      .where(eq(schema.measure.id, network.own.adoptedId));
    expect(adopted[0]?.kind).toBe('proportion');
    await change(async (tx) => {
      const definition = 'A topic sentence, two details and a closing.';
      await tx
        .update(schema.measureVersion)
        .set({ definition })
        .where(eq(schema.measureVersion.measureId, network.own.adoptedId));
      await tx
        .update(schema.measure)
        .set({ sharedMeasureId: null })
        .where(eq(schema.measure.id, network.own.adoptedId));
    });
    await count(weeks(20, [8, 9, 10, 11]), 'swd');
    await change((tx) =>
      countWeekly(
        tx,
        {
          ...{ measureId: network.own.adoptedId, groupId: network.groups.swd ?? '' },
          ...{ recordedBy: network.people.member.id, today: network.today },
        },
        weeks(6, [3, 3, 2, 4]),
      ),
    );
    const pooled = { ...told, students: '', pool: network.own.adoptedId, poolApart: 'yes' };
    expect((await previewPost(special, chart('swd'), pooled)).html).toContain('2 classes together');
    await sharePost(special, chart('swd'), told);
    const preview = await previewPost(special, chart('swd'), pooled);
    expect(preview.html).toContain('Only you see this: why there are no numbers');
  });
});

describe('before it is shared', () => {
  it('words that seem to name a student are asked about, and there is a way on', async () => {
    const query = `${cycleOf('stopped')}&kind=loss`;
    const preview = await previewPost(special, query, {
      happened: 'It was hard for Jaylen and one other. Ask jaylen@example.test.',
    });
    expect(preview.html).toContain('looks like a student&#x27;s name');
    expect(preview.html).toContain('is an e-mail address');
    const refused = await shareFrom(special, query, preview, { looks: false });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('Please look at the words marked below first');
    expect(refused.html).toContain('It was hard for Jaylen');
    expect((await shareFrom(special, query, preview)).status).toBe(302);
  });

  it('nothing else is shared than what was looked at', async () => {
    const query = `${cycleOf('stopped')}&kind=loss`;
    const preview = await previewPost(special, query, { happened: 'We lost the block.' });
    const other = { ...preview, fields: { ...preview.fields, happened: 'We lost two blocks.' } };
    const refused = await shareFrom(special, query, other);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('Something changed since you looked.');
    expect(refused.html).toContain('We lost two blocks.');
  });

  it('what is missing is said beside the field, and nothing typed is lost', async () => {
    const preview = await previewPost(special, `${cycleOf('complete')}&kind=puzzle`, {
      ...{ wanted: '', title: '', tried: 'x'.repeat(5000), students: 'a few' },
    });
    expect(preview.status).toBe(400);
    for (const message of [
      'What would you like to know?',
      'Give it a title, in a few words.',
      'Please keep this under 4000 characters.',
      'How many students, as a number.',
    ])
      expect(preview.html).toContain(message);
    expect(shareFields(preview.html).tried).toHaveLength(5000);
  });

  it('a second submit of the same form changes nothing', async () => {
    const query = `${cycleOf('stopped')}&kind=loss`;
    const preview = await previewPost(special, query, { happened: 'We lost the block.' });
    expect((await shareFrom(special, query, preview)).status).toBe(302);
    expect((await shareFrom(special, query, preview)).status).toBe(302);
    const rows = await made.app
      .look()
      .reader.select()
      .from(schema.post)
      .where(eq(schema.post.id, preview.id));
    expect(rows).toHaveLength(1);
  });

  it('a signature that would not hide is refused, with what to do', async () => {
    const preview = await previewPost(special, `${cycleOf('complete')}&kind=win`, {
      signature: 'school_hidden',
    });
    expect(preview.status).toBe(400);
    expect(preview.html).toContain('Too few schools would see this');
  });

  it('markup, direction and emoji are text', async () => {
    const postId = await sharePost(special, `${cycleOf('stopped')}&kind=loss`, {
      title: '<script>alert(1)</script> نجح 🎉',
      happened: '[a](javascript:alert(1)) <img src=x onerror=alert(1)> **so**',
    });
    const html = await pageOf(await outsider.get(`/posts/${postId}`));
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('href="javascript');
    expect(html).toContain('نجح 🎉');
  });
});

describe('afterwards', () => {
  it('its team changes it; others do not, and two people in it do not overwrite each other unseen', async () => {
    const postId = await sharePost(special, `${cycleOf('stopped')}&kind=loss`, {
      happened: 'We lost the block.',
    });
    const path = `/posts/${postId}/edit`;
    expect((await outsider.get(path)).status).toBe(403);
    const fields = shareFields(await pageOf(await special.get(path)));
    const shareEdit = async (changes: Record<string, string>) => {
      const page = await pageOf(await special.post(path, { ...fields, ...changes, step: 'preview' }));
      const previewed = /name="previewed" value="([^"]*)"/.exec(page)?.[1] ?? '';
      return special.post(path, { ...fields, ...changes, previewed, step: 'share' });
    };
    expect((await shareEdit({ title: 'Lost, and why' })).status).toBe(302);
    expect(await everyPage(`/posts/${postId}`)).toContain('Lost, and why');
    expect(await everyPage(`/posts/${postId}`)).toContain('changed ');
    expect((await shareEdit({ title: 'From an old page' })).status).toBe(409);
    expect(await everyPage(`/posts/${postId}`)).not.toContain('From an old page');
  });

  it('its team withdraws it: gone for others, its address too; the ledger keeps what left', async () => {
    await count(weeks(24, [10, 11, 12, 13]), 'swd');
    await change(async (tx) => {
      await tx.delete(schema.disclosureRelease);
    });
    const postId = await sharePost(special, `${cycleOf('complete')}&kind=win`);
    expect((await outsider.post(`/posts/${postId}/withdrawal`, {})).status).toBe(403);
    expect((await special.post(`/posts/${postId}/withdrawal`, {})).status).toBe(302);
    expect((await special.post(`/posts/${postId}/withdrawal`, {})).status).toBe(302);
    expect((await outsider.get(`/posts/${postId}`)).status).toBe(404);
    expect((await special.get(`/posts/${postId}`)).status).toBe(200);
    const ledger = await made.app.look().reader.select().from(schema.disclosureRelease);
    expect(ledger.map((row) => row.postId)).toEqual([postId]);
  });

  it('a cycle that is gone leaves its post standing', async () => {
    const postId = await sharePost(special, `${cycleOf('stopped')}&kind=loss`, {
      happened: 'We lost the block.',
    });
    await change(async (tx) => {
      await tx
        .update(schema.postOrigin)
        .set({ cycleId: null, measureId: null })
        .where(eq(schema.postOrigin.postId, postId));
    });
    expect((await outsider.get(`/posts/${postId}`)).status).toBe(200);
    expect((await special.get(`/posts/${postId}`)).status).toBe(200);
    expect((await special.get(`/posts/${postId}/edit`)).status).toBe(200);
  });

  it('another team’s cycle, measure or post is not found', async () => {
    for (const path of [
      `/posts/new?${cycleOf('complete')}`,
      `/posts/new?measure=${made.network.own.proportionId}`,
      '/posts/01890000-0000-7000-8000-000000000000/edit',
    ])
      expect((await outsider.get(path)).status, path).toBe(404);
  });
});

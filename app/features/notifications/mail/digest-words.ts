import type { ActivityKind } from '#db/vocabulary';
import { cutText } from '~/lib/cut-text';
import { capitalised, numberWord } from '~/lib/number-format';
import type { Notice } from '../notice';
import type { MailPreference } from '../preference/mail-preference';

/** Words of a mail are plain text; `mail-layout.ts` sets them as text and as HTML. */
export type MailWords = {
  subject: string;
  greeting: string;
  /** What the mail is, in one sentence. */
  lead: string;
  things: MailThing[];
  /** What is not in the mail, and where it is; null when all of it is. */
  rest: { sentence: string; url: string } | null;
  /** Why it comes, and how to change that. */
  why: string;
  changeUrl: string;
  stopUrl: string;
  networkName: string;
};

export type MailThing = { sentence: string; place: string; excerpt: string; url: string };

export type MailFacts = {
  kind: 'digest' | 'immediate';
  personName: string;
  networkName: string;
  preference: MailPreference;
  notices: readonly Notice[];
  /** Without a slash at its end. */
  publicUrl: string;
  stopUrl: string;
};

/** More than anybody reads in a mail; the inbox has them all. */
export const mostThings = 25;
const mostOfSubject = 110;

/** Several things of one kind, in a subject. */
const several: Partial<Record<ActivityKind, string>> = {
  review_requested: 'teams ask for a review',
  review_returned: 'reviews came back',
  review_done: 'reviews are done',
  review_answered: 'answers to your comments',
  post_commented: 'new comments on posts',
  post_mentioned: 'comments mention you',
  cycle_replicated: 'teams try what was shared',
  replication_decided: 'decisions on what was tried',
  nudge_sent: 'notes from your coach',
  presentation_asked: 'questions whether your team presents',
  meeting_feedback: 'pieces of feedback from meetings',
  commitment_made: 'commitments were noted',
};

const things = (count: number) => (count === 1 ? '1 more thing' : `${count} more things`);

/** Mails and their headers are lines: what people typed stays in one, and turns no writing around. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/** What asks for an answer first, then the newest. */
export function inOrder(notices: readonly Notice[]): Notice[] {
  const weight = ({ urgency }: Notice) => (urgency === 'immediate' ? 0 : 1);
  return notices.toSorted((one, other) => weight(one) - weight(other) || other.happenedAt - one.happenedAt);
}

/** `2 reviews came back, and 3 more things`. At least one notice. */
export function subjectOf(notices: readonly Notice[]): string {
  const [first] = inOrder(notices);
  if (!first) return 'Nothing new';
  const alike = notices.filter(({ kind }) => kind === first.kind).length;
  const words = several[first.kind];
  const [lead, told] =
    alike > 1 && words !== undefined ? [`${alike} ${words}`, alike] : [oneLine(first.sentence), 1];
  const more = notices.length - told;
  const tail = more === 0 ? '' : `, and ${things(more)}`;
  return cutText(lead, mostOfSubject - tail.length) + tail;
}

export const firstName = (name: string): string => oneLine(name).split(' ')[0] ?? '';

function leadOf({ kind, notices }: MailFacts): string {
  if (kind === 'immediate') return 'This is for you, so it comes at once.';
  if (notices.length === 1) return 'One thing is new for you.';
  return `${capitalised(numberWord(notices.length))} things are new for you.`;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function whyOf({ kind, networkName, preference }: MailFacts): string {
  const member = `because you take part in ${oneLine(networkName)} on Boldline`;
  if (kind === 'immediate')
    return `You get this mail ${member}. Questions to you and returned reviews come at once, everything else ${preference.rhythm === 'off' ? 'stands in your inbox' : 'waits for your digest'}.`;
  const days =
    preference.rhythm === 'weekly' ? `each ${weekdays[preference.weekday] ?? 'week'}` : 'Monday to Friday';
  return `You get this mail ${member}. It comes ${days} at ${preference.hour}:00, when there is something new, and never twice for one thing.`;
}

/** The words of a mail about at least one notice. Nothing in them comes from anywhere but the notices. */
export function wordsOfMail(facts: MailFacts): MailWords {
  const { publicUrl, notices } = facts;
  const ordered = inOrder(notices);
  const left = ordered.length - mostThings;
  return {
    subject: subjectOf(notices),
    greeting: `Hello ${firstName(facts.personName)},`,
    lead: leadOf(facts),
    things: ordered.slice(0, mostThings).map(({ id, sentence, place, excerpt }) => ({
      sentence: `${oneLine(sentence)}.`,
      place: oneLine(place),
      excerpt: oneLine(excerpt),
      url: `${publicUrl}/inbox/${id}`,
    })),
    rest: left > 0 ? { sentence: `And ${things(left)} in your inbox.`, url: `${publicUrl}/inbox` } : null,
    why: whyOf(facts),
    changeUrl: `${publicUrl}/account/mail`,
    stopUrl: facts.stopUrl,
    networkName: oneLine(facts.networkName),
  };
}

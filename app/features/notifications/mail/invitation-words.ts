import type { InvitationAnswer, MeetingKind, MeetingRole } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import { cutText } from '~/lib/cut-text';
import { counted } from '~/lib/number-format';
import { wallClockOf } from '~/lib/wall-clock';
import { sameClock, startWords, whenWords } from '~/features/meetings/when-words';
import { ownRoleWords } from '~/features/meetings/invitations/invitation-words';
import { firstName, oneLine } from './digest-words';

/** What the mail tells: that somebody is invited, that it changed, that it is cancelled, that they are not expected. */
export type InvitationNews = 'invited' | 'changed' | 'cancelled' | 'withdrawn';

/** Everything in it may leave the team; what may not is empty. */
export type InvitationFacts = {
  news: InvitationNews;
  personName: string;
  networkName: string;
  invitedBy: string;
  meeting: {
    kind: MeetingKind;
    ofName: string;
    title: string;
    purpose: string;
    startsAt: number;
    minutes: number;
    timeZone: string;
    place: string;
    link: string;
    cancelledWhy: string;
  };
  /** The person's own time zone, IANA name. */
  ownZone: string;
  today: SchoolDay;
  role: MeetingRole | null;
  answer: InvitationAnswer | null;
  agenda: readonly { title: string; minutes: number; presenter: string; focus: string }[];
  /** Without a slash at its end. */
  publicUrl: string;
  meetingUrl: string;
  answerUrl: string;
  /** What the meeting is now was never told to this person: no time, no name. */
  isUnknown: boolean;
};

/** Lines of plain text and what they are; `invitation-layout.ts` sets them as text and as HTML. */
export type InvitationWords = {
  subject: string;
  greeting: string;
  lead: string;
  title: string;
  /** `When`, `For you`, `Where`, `Join`, each with its words; `url` where they are an address. */
  facts: { name: string; text: string; url?: string }[];
  purpose: string;
  role: string;
  agenda: { heading: string; items: { line: string; note: string }[] } | null;
  answers: { question: string; links: { text: string; url: string }[] } | null;
  open: { text: string; url: string } | null;
  why: string;
};

const mostOfSubject = 110;

const subjectLeads: Record<InvitationNews, string> = {
  invited: 'Invitation: ',
  changed: 'Changed: ',
  cancelled: 'Cancelled: ',
  withdrawn: 'No longer expected: ',
};

function leadOf({ news, invitedBy, meeting }: InvitationFacts): string {
  const of = oneLine(meeting.ofName);
  if (news === 'invited') return `${oneLine(invitedBy)} invites you to a meeting of ${of}.`;
  if (news === 'changed')
    return `A meeting of ${of} that you are invited to has changed. This is how it is now.`;
  if (news === 'withdrawn')
    return `You are no longer expected at this meeting of ${of}. Its date leaves your calendar with this mail.`;
  const why = oneLine(meeting.cancelledWhy);
  return `This meeting of ${of} does not take place.${why === '' ? '' : ` ${why}`}`;
}

function factsOf({ meeting, ownZone, today, news, isUnknown }: InvitationFacts): InvitationWords['facts'] {
  if (isUnknown) return [];
  const { timeZone, place, link } = meeting;
  const facts = [{ name: 'When', text: whenWords(meeting, { today }) }];
  if (!sameClock(meeting, timeZone, ownZone))
    facts.push({ name: 'For you', text: whenWords(meeting, { inZone: ownZone, today }) });
  if (news === 'cancelled' || news === 'withdrawn') return facts;
  const where = oneLine(place) === '' ? [] : [{ name: 'Where', text: oneLine(place) }];
  const join = link === '' ? [] : [{ name: 'Join', text: link, url: link }];
  return [...facts, ...where, ...join];
}

function agendaOf({ agenda }: InvitationFacts): InvitationWords['agenda'] {
  if (agenda.length === 0) return null;
  const total = agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    heading: `Agenda, ${counted(total, 'minute')}`,
    items: agenda.map(({ title, minutes, presenter, focus }) => ({
      line: `${oneLine(title)}${presenter === '' ? '' : `, with ${oneLine(presenter)}`} (${counted(minutes, 'minute')})`,
      note: oneLine(focus),
    })),
  };
}

function answersOf({ answer, answerUrl }: InvitationFacts): InvitationWords['answers'] {
  const said = { yes: 'yes', maybe: 'maybe', no: 'no' };
  return {
    question: answer === null ? 'Will you come?' : `You answered ${said[answer]}. Does it still hold?`,
    links: (['yes', 'maybe', 'no'] as const).map((one) => ({
      text: { yes: 'Yes', maybe: 'Maybe', no: 'No' }[one],
      url: `${answerUrl}?answer=${one}`,
    })),
  };
}

/** The words of a mail that goes to one person about one meeting. */
export function wordsOfInvitation(facts: InvitationFacts): InvitationWords {
  const { news, meeting, personName, networkName, role } = facts;
  const isOff = news === 'cancelled' || news === 'withdrawn';
  const [title, lead] = [oneLine(meeting.title), subjectLeads[news]];
  const start = facts.isUnknown
    ? ''
    : `, ${startWords(wallClockOf(meeting.startsAt, meeting.timeZone), facts.today)}`;
  return {
    subject: lead + cutText(title, mostOfSubject - lead.length - start.length) + start,
    greeting: `Hello ${firstName(personName)},`,
    lead: leadOf(facts),
    title,
    facts: factsOf(facts),
    purpose: isOff ? '' : oneLine(meeting.purpose),
    role: isOff || role === null ? '' : ownRoleWords[role],
    agenda: isOff ? null : agendaOf(facts),
    answers: isOff ? null : answersOf(facts),
    open: news === 'withdrawn' ? null : { text: 'Open the meeting in Boldline', url: facts.meetingUrl },
    why: isOff
      ? `You get this mail because you were invited to this meeting in ${oneLine(networkName)} on Boldline.`
      : `You get this mail because you are invited to this meeting in ${oneLine(networkName)} on Boldline. Everybody who is invited gets it, also those who want no digests. Please answer by the links in it: what is pressed in a calendar program does not reach Boldline.`,
  };
}

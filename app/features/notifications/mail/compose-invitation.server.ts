import { minutesOfItem } from '~/features/meetings/agenda/agenda';
import type { AgendaItem } from '~/features/meetings/agenda/agenda';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { isOver } from '~/features/meetings/invitations/meeting-time-rules';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { loadActor } from '~/features/people/actor-queries.server';
import type { Network } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Letter } from '~/platform/mail-carrier.server';
import { requestedMeeting } from '../calendar/write-meeting-event.server';
import { discreetMeeting, mayLeave, unnamedMeeting } from '../discreet-words';
import { answerPurpose, answerSecret, sealedInvitation } from './answer-link';
import { findInvitationToMail, hadInvitationMail, mailedEdition } from './invitation-facts.server';
import { invitationAsHtml, invitationAsText } from './invitation-layout';
import { wordsOfInvitation } from './invitation-words';
import type { InvitationFacts, InvitationNews } from './invitation-words';
import { preferencesOf } from './mail-preferences.server';
import type { ClaimedMail } from './mail-queue.server';
import { readInvitationSlot } from './meeting-slots';
import { linkBase, writeLetter } from './write-letter.server';
import type { Sender } from './write-letter.server';

type MeetingMail = ClaimedMail & { meetingId: string };
type About = { network: Network; now: number };
type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitationToMail>>>;

/** Words as they may leave: those that seem to name a student stay behind the link. */
const kept = (text: string, staff: readonly string[]) => (mayLeave(text, staff) ? text : '');

function agendaFacts(items: readonly AgendaItem[], staff: readonly string[]): InvitationFacts['agenda'] {
  return items.map((item) => ({
    title: kept(item.title, staff) || 'An item of the agenda',
    minutes: minutesOfItem(item),
    presenter: item.subject.kind === 'team' ? `${item.subject.schoolName} · ${item.subject.teamName}` : '',
    focus: kept(item.focus, staff),
  }));
}

/** What the mail tells now; null where it is out of date, or nothing to its person any more. */
async function newsOf(
  db: Connection,
  mail: MeetingMail,
  invitation: Invitation,
  { network, now }: About,
): Promise<InvitationNews | null> {
  const slot = readInvitationSlot(mail.slot);
  const here = { id: mail.id, meetingId: mail.meetingId, personId: mail.person.id };
  if (slot === null || isOver({ ...invitation.meeting, endedAt: invitation.endedAt }, now)) return null;
  if (slot.kind === 'withdrawal')
    return invitation.withdrawnAt !== null && (await hadInvitationMail(db, here, null)) ? 'withdrawn' : null;
  const isLatest = slot.sequence === invitation.mailedSequence && slot.invitedAt === invitation.invitedAt;
  if (!isLatest || invitation.withdrawnAt !== null) return null;
  const actor = await loadActor(db, mail.person, schoolDayAt(now, network.timeZone));
  if ((await findMeeting(db, actor, mail.meetingId)) === null) return null;
  const before = await hadInvitationMail(db, here, invitation.invitedAt);
  if (invitation.meeting.cancelledAt !== null) return before ? 'cancelled' : null;
  return before ? 'changed' : 'invited';
}

/** `Boldline <boldline@example.org>` in its two parts. */
function organizerOf(from: string): { name: string; email: string } {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from);
  return match
    ? { name: match[1] || 'Boldline', email: match[2] ?? '' }
    : { name: 'Boldline', email: from.trim() };
}

/**
 * An invitation, its change or its end, with a date for the person's calendar; null where it has nothing left to tell. It
 * is no digest: who wants none of those gets it too.
 */
export async function composeInvitation(
  db: Connection,
  sender: Sender,
  mail: MeetingMail,
  about: About,
): Promise<Letter | null> {
  const { meetingId, person } = mail;
  const { network, now } = about;
  const invitation = await findInvitationToMail(db, { meetingId, personId: person.id });
  const news = invitation === null ? null : await newsOf(db, mail, invitation, about);
  if (invitation === null || news === null) return null;
  const { meeting, answer, role, invitedBy } = invitation;
  const publicUrl = linkBase(sender);
  const staff = [person.name, invitedBy];
  const { preference } = (await preferencesOf(db, [person.id], network.timeZone))(person.id);
  const invited = { meetingId, personId: person.id };
  const secret = answerSecret(invited, sender.seals.make(answerPurpose, sealedInvitation(invited)));
  const isOff = news === 'cancelled' || news === 'withdrawn';
  // What was changed after somebody was taken off the list is none of theirs: nothing but that it is off.
  const isUnknown = news === 'withdrawn' && (await mailedEdition(db, invited)) !== meeting.sequence;
  const leaving = {
    ...(isUnknown ? unnamedMeeting(meeting) : discreetMeeting(meeting, staff)),
    purpose: kept(meeting.purpose, staff),
    cancelledWhy: kept(meeting.cancelledWhy, staff),
  };
  const words = wordsOfInvitation({
    ...{ news, personName: person.name, networkName: network.name, invitedBy, meeting: leaving },
    ...{
      isUnknown,
      ownZone: preference.timeZone,
      today: schoolDayAt(now, meeting.timeZone),
      role,
      answer,
      publicUrl,
    },
    agenda: isOff ? [] : agendaFacts(await loadAgenda(db, { id: meetingId, runs: false }), staff),
    ...{
      meetingUrl: `${publicUrl}/meetings/${meetingId}`,
      answerUrl: `${publicUrl}/meeting-answers/${secret}`,
    },
  });
  const calendar = requestedMeeting(
    { ...leaving, meetingId, isCancelled: isOff },
    {
      ...{
        attendee: { name: person.name, email: person.email, answer },
        organizer: organizerOf(sender.from),
      },
      ...{ isOff, hidesTime: isUnknown, publicUrl, now },
    },
  );
  const [text, html] = [invitationAsText(words), invitationAsHtml(words)];
  return writeLetter(sender, mail, { subject: words.subject, text, html, calendar }, now);
}

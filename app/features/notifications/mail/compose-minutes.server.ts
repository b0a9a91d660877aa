import { eq } from 'drizzle-orm';
import { meetingMinutes } from '#db/schema';
import { listInvitations } from '~/features/meetings/invitations/invitation-queries.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { startWords } from '~/features/meetings/when-words';
import { loadActor } from '~/features/people/actor-queries.server';
import type { Network } from '~/features/people/actor';
import { cutText } from '~/lib/cut-text';
import { parseMarkdown } from '~/lib/plain-markdown';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Letter } from '~/platform/mail-carrier.server';
import { discreetMeeting, mayLeave } from '../discreet-words';
import { firstName, oneLine } from './digest-words';
import type { ClaimedMail } from './mail-queue.server';
import { minutesSlot } from './meeting-slots';
import { minutesAsHtml, minutesAsText, withoutBlocks } from './minutes-layout';
import { linkBase, writeLetter } from './write-letter.server';
import type { Sender } from './write-letter.server';

const leftWords =
  'Some lines stay in Boldline, since they may name a student or tell the numbers of a small group.';

/**
 * The minutes of a meeting as they were sent last, to somebody who is invited and may read it now; null where another
 * edition went out since. Lines that may not leave stay behind the link.
 */
export async function composeMinutes(
  db: Connection,
  sender: Sender,
  mail: ClaimedMail & { meetingId: string },
  { network, now }: { network: Network; now: number },
): Promise<Letter | null> {
  const { meetingId, person } = mail;
  const [minutes] = await db.select().from(meetingMinutes).where(eq(meetingMinutes.meetingId, meetingId));
  if (!minutes || minutes.sentBody === null) return null;
  if (mail.slot !== minutesSlot({ meetingId, personId: person.id }, minutes.edition)) return null;
  const actor = await loadActor(db, person, schoolDayAt(now, network.timeZone));
  const meeting = await findMeeting(db, actor, meetingId);
  if (meeting === null || meeting.mine === null) return null;
  const staff = (await listInvitations(db, meetingId)).map(({ name }) => name);
  const { blocks, isWhole } = withoutBlocks(
    parseMarkdown(minutes.sentBody),
    (text) => !mayLeave(text, staff),
  );
  const title = oneLine(discreetMeeting(meeting, staff).title);
  const again = minutes.edition > 1 ? ', once more' : '';
  const words = {
    subject: `Minutes${again}: ${cutText(title, 80)}`,
    greeting: `Hello ${firstName(person.name)},`,
    lead: `These are the minutes of ${title} (${startWords(meeting, schoolDayAt(now, meeting.timeZone))})${minutes.edition > 1 ? ', with changes since the last mail' : ''}.`,
    blocks,
    left: isWhole ? '' : leftWords,
    open: { text: 'Open the minutes in Boldline', url: `${linkBase(sender)}/meetings/${meetingId}/minutes` },
    why: `You get this mail because you were invited to this meeting in ${oneLine(network.name)} on Boldline. Minutes go to everybody who was, also to those who want no digests.`,
  };
  return writeLetter(
    sender,
    mail,
    { subject: words.subject, text: minutesAsText(words), html: minutesAsHtml(words) },
    now,
  );
}

import type { Network } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { Letter } from '~/platform/mail-carrier.server';
import { composeInvitation } from './compose-invitation.server';
import { composeMinutes } from './compose-minutes.server';
import { composeNotices } from './compose-notices.server';
import type { ClaimedMail } from './mail-queue.server';
import type { Sender } from './write-letter.server';

/**
 * A mail in the words and the scope that hold for its person now; null when there is nothing left to tell, or when the
 * person wants no more mail.
 */
export async function composeMail(
  db: Connection,
  sender: Sender,
  mail: ClaimedMail,
  about: { network: Network; now: number },
): Promise<Letter | null> {
  const { kind, meetingId } = mail;
  if (kind === 'digest' || kind === 'immediate') return composeNotices(db, sender, { ...mail, kind }, about);
  if (meetingId === null) return null;
  const ofMeeting = { ...mail, meetingId };
  return kind === 'invitation'
    ? composeInvitation(db, sender, ofMeeting, about)
    : composeMinutes(db, sender, ofMeeting, about);
}

/** What the seal of a link that answers an invitation is for. */
export const answerPurpose = 'meeting-answer';

type Invited = { meetingId: string; personId: string };

/** What is sealed: this person's answer about this meeting. */
export const sealedInvitation = ({ meetingId, personId }: Invited): string => `${meetingId} ${personId}`;

/** The secret part of the address: which meeting, who, and the seal that nobody else can make. */
export const answerSecret = ({ meetingId, personId }: Invited, seal: string): string =>
  `${meetingId}.${personId}.${seal}`;

/** The parts of a secret; null when it has not that shape. */
export function readAnswerSecret(secret: string): (Invited & { seal: string }) | null {
  const match = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([\w-]{43})$/.exec(secret);
  return match ? { meetingId: match[1] ?? '', personId: match[2] ?? '', seal: match[3] ?? '' } : null;
}

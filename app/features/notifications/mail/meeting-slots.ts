type Invited = { meetingId: string; personId: string };

/**
 * What a mail about an invitation is for, once in a lifetime: an edition of the meeting for calendars, after being invited at
 * that instant; who was invited anew gets it anew.
 */
export const invitationSlot = (
  { meetingId, personId }: Invited,
  { sequence, invitedAt }: { sequence: number; invitedAt: number },
): string => `invitation/${meetingId}/${personId}/${sequence}/${invitedAt}`;

export const withdrawalSlot = ({ meetingId, personId }: Invited, withdrawnAt: number): string =>
  `withdrawal/${meetingId}/${personId}/${withdrawnAt}`;

/** What a slot of an invitation's mail says; null for another one. */
export function readInvitationSlot(
  slot: string,
): { kind: 'invitation'; sequence: number; invitedAt: number } | { kind: 'withdrawal' } | null {
  const parts = slot.split('/');
  if (parts[0] === 'withdrawal') return { kind: 'withdrawal' };
  if (parts[0] !== 'invitation' || parts.length !== 5) return null;
  return { kind: 'invitation', sequence: Number(parts[3]), invitedAt: Number(parts[4]) };
}

export const minutesSlot = ({ meetingId, personId }: Invited, edition: number): string =>
  `minutes/${meetingId}/${personId}/${edition}`;

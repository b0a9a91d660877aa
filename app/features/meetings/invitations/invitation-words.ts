import type { InvitationAnswer, MeetingRole } from '#db/vocabulary';

export const answerNames: Record<InvitationAnswer | 'open', string> = {
  yes: 'Yes',
  maybe: 'Maybe',
  no: 'No',
  open: 'Not yet answered',
};

/** The order in which answers are offered. */
export const offeredAnswers = ['yes', 'maybe', 'no'] as const satisfies readonly InvitationAnswer[];

/** What somebody has answered, to themselves. */
export const ownAnswerWords: Record<InvitationAnswer, string> = {
  yes: 'You said that you will come.',
  maybe: 'You said that you may come.',
  no: 'You said that you cannot come.',
};

export const roleNames: Record<MeetingRole, string> = {
  facilitator: 'Facilitator',
  timekeeper: 'Timekeeper',
  note_taker: 'Note-taker',
};

/** What each role does, in half a sentence. */
export const roleHints: Record<MeetingRole, string> = {
  facilitator: 'leads through the agenda and sees that everybody is heard',
  timekeeper: 'keeps the clock of the steps',
  note_taker: 'writes what is said into the shared notes',
};

/** What somebody's own role asks of them. */
export const ownRoleWords: Record<MeetingRole, string> = {
  facilitator: 'You facilitate that day: you lead through the agenda.',
  timekeeper: 'You are the timekeeper that day: you keep the clock of the steps.',
  note_taker: 'You are the note-taker that day: you write what is said into the shared notes.',
};

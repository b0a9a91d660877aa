import type { ContributionKind, MeetingRole, StepVoice } from '#db/vocabulary';
import type { Step, Subject } from '../agenda/agenda';

/** Who a reader is in a room. */
export type InRoom = {
  runs: boolean;
  role: MeetingRole | null;
  /** Somebody has the role of the facilitator that day. */
  hasFacilitator: boolean;
  /** The teams the reader works in. */
  teamIds: readonly string[];
};

export const voiceWords: Record<StepVoice, string> = {
  everyone: 'Everyone',
  presenter: 'The presenter',
  group: 'The group',
  facilitator: 'The facilitator',
  nobody: 'Nobody',
};

const roleWords: Record<MeetingRole, string> = {
  facilitator: 'You facilitate today.',
  timekeeper: 'You keep the time today.',
  note_taker: 'You take the notes today.',
};

/** What a reader does all day; empty where they have no role. */
export const dayRoleWords = (role: MeetingRole | null): string => (role === null ? '' : roleWords[role]);

/** Only a team that is named on the agenda presents by name: the team of a post stays out of it. */
export function presents({ teamIds }: InRoom, subject: Subject): boolean {
  return subject.kind === 'team' && teamIds.includes(subject.teamId);
}

function isMeant(voice: StepVoice, reader: InRoom, subject: Subject): boolean {
  const isPresenter = presents(reader, subject);
  const facilitates =
    reader.role === 'facilitator' || (reader.runs && !reader.hasFacilitator && !isPresenter);
  switch (voice) {
    case 'everyone':
      return true;
    case 'presenter':
      return isPresenter;
    // Where nobody presents by name, whoever does knows it; nobody is told to speak or to be silent for it.
    case 'group':
      return subject.kind === 'team' && !isPresenter && !facilitates;
    case 'facilitator':
      return facilitates;
    case 'nobody':
      return false;
  }
}

/** What a reader does in a step: `You are silent now.`; empty where nothing can be said. */
export function partInStep(
  { speaks, silent }: Pick<Step, 'speaks' | 'silent'>,
  subject: Subject,
  reader: InRoom,
): { words: string; isSilent: boolean } {
  const say = (words: string, isSilent = false) => ({ words, isSilent });
  if (speaks === 'nobody' || silent === 'everyone')
    return say('Quiet time: everyone reads and writes.', true);
  if (isMeant(silent, reader, subject)) return say('You are silent now: listen and take notes.', true);
  if (speaks === 'everyone') return say('Everyone speaks.');
  if (!isMeant(speaks, reader, subject)) return say('');
  return say(speaks === 'presenter' ? 'You present now.' : 'You speak now.');
}

/** Who speaks and who is silent, for everybody: `The group speaks. The presenter is silent.` */
export function voicesOfStep({ speaks, silent }: Pick<Step, 'speaks' | 'silent'>): string {
  const speak = speaks === 'nobody' ? 'Nobody speaks.' : `${voiceWords[speaks]} speaks.`;
  return silent === 'nobody' || speaks === 'nobody' ? speak : `${speak} ${voiceWords[silent]} is silent.`;
}

/** What people most often say to the room in a step, going by its title. */
export function usualKind({ title }: Pick<Step, 'title'>): ContributionKind {
  if (/question|clarif|prob(e|ing)/i.test(title)) return 'question';
  if (/warm|cool|feedback|reflect|discuss|respon/i.test(title)) return 'warm';
  return /market|pitch|topic|next|plan/i.test(title) ? 'topic' : 'question';
}

import type { StepVoice } from '#db/vocabulary';

/** Who speaks, in the narrow column of an agenda. */
export const speaksWords: Record<StepVoice, string> = {
  everyone: 'everyone',
  presenter: 'the presenter',
  group: 'the group',
  facilitator: 'the facilitator',
  nobody: 'in silence',
};

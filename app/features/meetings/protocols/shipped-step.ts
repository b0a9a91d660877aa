import type { StepVoice } from '#db/vocabulary';
import type { Protocol, ProtocolStep } from './protocol';

type Voices = [speaks: StepVoice, silent: StepVoice];

/** Who speaks and who is silent, in short. */
export const all: Voices = ['everyone', 'nobody'];
export const presents: Voices = ['presenter', 'group'];
export const asked: Voices = ['everyone', 'nobody'];
export const groupOnly: Voices = ['group', 'presenter'];
export const writes: Voices = ['nobody', 'everyone'];
export const leads: Voices = ['facilitator', 'nobody'];

export function step(
  title: string,
  minutes: number,
  [speaks, silent]: Voices,
  ...prompt: string[]
): ProtocolStep {
  return { title, minutes, speaks, silent, prompt: prompt.join(' ') };
}

export const reform = 'School Reform Initiative / National School Reform Faculty';
export const ours = 'Ours, Boldline’s: no published form was found.';
export const asTheField = 'A shape the field uses for its regular meetings.';

/** A shipped protocol of so many minutes; that its steps come to them is tested. */
export function shipped(
  key: string,
  name: string,
  minutes: number,
  rest: Pick<Protocol, 'about' | 'source' | 'steps'> & { kind?: Protocol['kind'] },
): Protocol {
  return { key, name, minutes, kind: 'protocol', ...rest };
}

import type { StepVoice } from '#db/vocabulary';

export const voiceWords: Record<StepVoice, string> = {
  everyone: 'Everyone',
  presenter: 'The presenter',
  group: 'The group',
  facilitator: 'The facilitator',
  nobody: 'Nobody',
};

const lower = (voice: StepVoice) => voiceWords[voice].charAt(0).toLowerCase() + voiceWords[voice].slice(1);

/** `The presenter speaks, the group is silent`; no full stop. */
export function voicesInWords({ speaks, silent }: { speaks: StepVoice; silent: StepVoice }): string {
  if (speaks === 'nobody') return 'In silence';
  const said = `${voiceWords[speaks]} ${speaks === 'everyone' ? 'may speak' : 'speaks'}`;
  return silent === 'nobody' ? said : `${said}, ${lower(silent)} is silent`;
}

export const stepVoiceChoices = Object.entries(voiceWords).map(([value, label]) => ({ value, label }));

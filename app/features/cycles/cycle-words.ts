import type { CarriedOut, CycleScale, CycleStage, Decision, PredictionVerdict } from '#db/vocabulary';

export const scaleWords: Record<CycleScale, string> = {
  one_student: 'one student',
  small_group: 'small group',
  one_class: 'one class',
  several_classes: 'several classes',
  whole_school: 'whole school',
};

export const stageWords: Record<CycleStage, { name: string; meaning: string }> = {
  plan: { name: 'Plan', meaning: 'what we will try, and what we expect to see' },
  do: { name: 'Do', meaning: 'try it, log the numbers, write down what we notice' },
  study: { name: 'Study', meaning: 'lay what happened beside what we predicted' },
  act: { name: 'Act', meaning: 'adopt, adapt or abandon' },
  complete: { name: 'Complete', meaning: 'decided' },
  stopped: { name: 'Stopped', meaning: 'ended before a decision' },
};

export const verdictWords: Record<PredictionVerdict, string> = {
  as_predicted: 'As predicted',
  partly: 'Partly',
  not_as_predicted: 'Not as predicted',
};

export const decisionWords: Record<Decision, { name: string; past: string; meaning: string }> = {
  adopt: { name: 'Adopt', past: 'Adopted', meaning: 'make it part of how we work' },
  adapt: { name: 'Adapt', past: 'Adapted', meaning: 'change something and test again: opens the next cycle' },
  abandon: { name: 'Abandon', past: 'Abandoned', meaning: 'let it go, and keep what it taught us' },
};

export const carriedOutWords: Record<CarriedOut, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const confidenceWords: Record<number, string> = {
  1: 'a guess',
  2: 'unsure',
  3: 'fairly sure',
  4: 'sure',
  5: 'very sure',
};

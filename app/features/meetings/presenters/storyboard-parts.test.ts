import { expect, it } from 'vitest';
import { partsOf } from './storyboard-parts';

const board = {
  ...{ signedAs: 'School one · Own team', changeIdea: 'Frames', cycleNumber: 1, objective: '', scale: '' },
  ...{ questions: [], learned: '', decision: null, shape: '', hiddenWhy: '' },
};

it('what was done is called an answer only where it is one', () => {
  const lead = (carriedOut: string) => partsOf({ ...board, carriedOut }).do[0]?.lead;
  expect(lead('Yes. Two lessons were lost.')).toBe('Carried out as planned:');
  expect(lead('Partly.')).toBe('Carried out as planned:');
  expect(lead('Plenty of card use on Monday.')).toBe('');
  expect(lead('No time was left on Friday.')).toBe('');
  expect(lead('')).toBeUndefined();
});

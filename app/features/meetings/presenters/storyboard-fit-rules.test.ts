import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitStoryboard } from './storyboard-fit-rules';
import type { StoryboardParts } from './storyboard-parts';

const one = (text: string, lead = '') => [{ lead, text }];
const short: StoryboardParts = {
  plan: one('At least 65%.', 'Will it work?'),
  do: one('Yes.'),
  study: one('It did.'),
  act: one('It held.', 'Adopt.'),
};
const words = (letters: number) => 'some words '.repeat(Math.ceil(letters / 11)).slice(0, letters);

describe('a storyboard on one page', () => {
  it('keeps short texts as they are, in the largest type', () => {
    const fitted = fitStoryboard(short, { hasChart: true });
    expect(fitted).toMatchObject({ size: 0, isCut: false });
    expect(fitted.parts.plan).toEqual([{ ...short.plan[0], onPaper: short.plan[0] }]);
  });

  it('takes smaller type before it cuts anything', () => {
    const fitted = fitStoryboard({ ...short, plan: one(words(600)) }, { hasChart: true });
    expect(fitted).toMatchObject({ size: 1, isCut: false });
    expect(fitStoryboard({ ...short, plan: one(words(600)) }, { hasChart: false }).size).toBe(0);
  });

  it('cuts the longest text first, and says so', () => {
    const fitted = fitStoryboard({ ...short, study: one(words(4000)) }, { hasChart: true });
    expect(fitted).toMatchObject({ size: 2, isCut: true });
    expect(fitted.parts.study[0]?.onPaper.text).toMatch(/…$/);
    expect(fitted.parts.plan[0]?.onPaper).toEqual(short.plan[0]);
    expect(fitted.parts.study[0]?.text).toHaveLength(4000);
  });

  it('leaves something of what follows a long question', () => {
    const plan = Array.from({ length: 4 }, () => ({ lead: words(2000), text: 'At least 65%.' }));
    const fitted = fitStoryboard({ ...short, plan }, { hasChart: true });
    for (const { onPaper } of fitted.parts.plan) expect(onPaper.text).toBe('At least 65%.');
  });

  it('never shows more lines than a page has, whatever is written', () => {
    const text = fc.oneof(fc.string({ maxLength: 900 }), fc.lorem({ maxCount: 120 }), fc.constant('\n\n\n'));
    const part = fc.array(fc.record({ lead: text, text }), { maxLength: 9 });
    fc.assert(
      fc.property(
        fc.record({ plan: part, do: part, study: part, act: part }),
        fc.boolean(),
        (parts, hasChart) => {
          const fitted = fitStoryboard(parts, { hasChart });
          const again = fitStoryboard(parts, { hasChart });
          expect(again).toEqual(fitted);
          if (!fitted.isCut) return;
          const most = Math.floor((hasChart ? 280 : 560) / 14) * 60;
          for (const column of Object.values(fitted.parts)) {
            const letters = column.reduce(
              (sum, { onPaper }) => sum + onPaper.lead.length + onPaper.text.length,
              0,
            );
            expect(letters).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

import { expect, it } from 'vitest';
import { reviewStanding } from './review-words';
import type { ReviewInStory } from './story';

const at = (day: string) => Date.parse(`${day}T15:00:00Z`);
const review: ReviewInStory = {
  ...{ id: 'v', cycleId: 'c', cycleNumber: 1, changeIdea: 'Frames', stage: 'requested', asks: '' },
  ...{ requestedByName: 'Maya', coachId: null, coachName: null, beganAt: at('2026-11-02') },
  ...{ feedbackAt: null, endedAt: null, questions: 0, ideas: 0, settled: 0 },
};

it.each<[Partial<ReviewInStory>, string]>([
  [{}, 'Maya asked Nov 2; nobody has begun yet.'],
  [{ stage: 'in_progress', coachName: 'Lena' }, 'Lena reads it; Maya asked Nov 2.'],
  [{ stage: 'in_progress', coachName: 'Lena', requestedByName: null }, 'Lena reads it since Nov 2.'],
  [
    { stage: 'returned', coachName: 'Lena', feedbackAt: at('2026-11-04'), questions: 3, settled: 2 },
    'Lena sent it back Nov 4. Three questions, two settled.',
  ],
  [
    {
      stage: 'returned',
      coachName: 'Lena',
      feedbackAt: at('2026-11-04'),
      questions: 1,
      ideas: 1,
      settled: 1,
    },
    'Lena sent it back Nov 4. One question and one idea, one settled.',
  ],
  [
    { stage: 'done', coachName: 'Lena', endedAt: at('2026-11-09'), questions: 1, settled: 1 },
    'Lena finished it Nov 9. One question, settled.',
  ],
  [
    { stage: 'returned', coachName: 'Lena', feedbackAt: at('2026-11-04'), questions: 1 },
    'Lena sent it back Nov 4. One question, not settled yet.',
  ],
])('a review stands somewhere: %o', (more, words) => {
  expect(reviewStanding({ ...review, ...more }, { timeZone: 'America/New_York', today: '2026-11-22' })).toBe(
    words,
  );
});

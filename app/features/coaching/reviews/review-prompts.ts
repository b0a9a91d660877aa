import type { ReviewCommentKind, WorkingStage } from '#db/vocabulary';

/** Beginnings of good questions, by stage and kind of comment: open, kind, and about the work. */
const prompts: Record<WorkingStage, Record<ReviewCommentKind, readonly string[]>> = {
  plan: {
    ask: [
      'What would you expect to see if the change works, and by when?',
      'What makes you think so?',
      'Which students would tell you most?',
    ],
    suggest: [
      'What is the smallest next test? One student, one lesson?',
      'Write the number you expect before the first one comes in.',
    ],
    celebrate: [
      'Your “because” can be tested: that makes this cycle worth running.',
      'A small test, quickly done.',
    ],
  },
  do: {
    ask: ['What did students say?', 'What got in the way?', 'Where did it go differently from the plan?'],
    suggest: [
      'Write down one thing a student said this week.',
      'Log the week even if little happened in it.',
    ],
    celebrate: ['You kept going through a hard week.', 'What you noticed here is worth a lot.'],
  },
  study: {
    ask: [
      'What does the gap between prediction and result teach you?',
      'What would you expect to see if it were chance?',
      'For whom did it work, and for whom not yet?',
    ],
    suggest: [
      'Look at the points in their order before you decide.',
      'Ask two students what helped, and write it here.',
    ],
    celebrate: ['You say plainly where you were wrong.', 'Your chart and your words tell the same story.'],
  },
  act: {
    ask: [
      'What would make you change this decision?',
      'Who else needs to know?',
      'What is the smallest next test?',
    ],
    suggest: [
      'Carry one thing over and change one thing.',
      'Try it with one more class before you spread it.',
    ],
    celebrate: [
      'The decision follows from what you saw.',
      'Letting go of something that did not work takes courage.',
    ],
  },
};

export function promptsFor(stage: WorkingStage, kind: ReviewCommentKind): readonly string[] {
  return prompts[stage][kind];
}

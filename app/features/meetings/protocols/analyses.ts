import type { Protocol } from './protocol';
import { all, asked, groupOnly, ours, presents, reform, shipped, step, writes } from './shipped-step';

/** What worked, what did not, what the charts say, and who will try it next. */
export const analyses: Protocol[] = [
  shipped('success-analysis-30', 'Success analysis, 30 minutes', 30, {
    about: 'Something worked: find out what made the difference, so that others can do it too.',
    source: reform,
    steps: [
      step(
        'Silent writing',
        5,
        writes,
        'Think of one thing that went well. What made this different from other experiences like it?',
      ),
      step('Story', 5, presents, 'Tell it as it happened: who did what, and what you saw.'),
      step('Clarifying questions', 3, asked, 'Facts with short answers only.'),
      step('Probing questions', 5, asked, 'What did you do that you usually do not? What nearly stopped it?'),
      step(
        'The group reflects',
        7,
        groupOnly,
        'The presenter listens. What do we think made it work? What would have to be there in our school?',
      ),
      step('The presenter responds', 3, presents, 'What rings true? What had you not seen yourself?'),
      step('Debrief', 2, all, 'What do we take along?'),
    ],
  }),
  shipped('loss-analysis-30', 'Loss analysis, 30 minutes', 30, {
    about: 'Something did not work: a loss is worth as much as a win when it is told.',
    source: ours,
    steps: [
      step(
        'Story',
        5,
        presents,
        'Tell it as it happened: what you did, and what you saw. No excuses are needed.',
      ),
      step('Clarifying questions', 3, asked, 'Facts with short answers only.'),
      step('What did we expect, and why?', 5, presents, 'Read the prediction aloud, with its “because”.'),
      step(
        'Discussion',
        10,
        groupOnly,
        'The presenters listen. Where did the “because” not hold? What does that teach about the change?',
      ),
      step('What we would tell others', 5, all, 'Write one sentence for a team that wants to try the same.'),
      step('Debrief', 2, all, 'Thank the team. What made it easy, or hard, to tell?'),
    ],
  }),
  shipped('data-walk-20', 'Data walk, 20 minutes', 20, {
    about: 'Look at charts together, slowly: first what is there, then what may explain it.',
    source: ours,
    steps: [
      step('Read the charts in silence', 5, writes, 'Each reads by themselves and notes what stands out.'),
      step('What do we see?', 5, all, 'Say only what is on the chart. No causes yet.'),
      step('What might explain it?', 6, all, 'Several explanations, please, and not only the first one.'),
      step('What would tell us?', 4, all, 'Which small test, or which number, would show who is right?'),
    ],
  }),
  shipped('idea-market-25', 'Idea market, 25 minutes', 25, {
    about: 'Teams offer what they tried; others look for something to try next.',
    source: ours,
    steps: [
      step(
        'Two-minute pitches',
        10,
        presents,
        'What we tried, with whom, and what we saw. Five teams, two minutes each.',
      ),
      step('Visit and ask', 10, all, 'Walk to the idea you want to know more about, and ask what it takes.'),
      step('“I’ll try it”', 5, all, 'Write down one idea to try, with whom, and by when. Say it aloud.'),
    ],
  }),
];

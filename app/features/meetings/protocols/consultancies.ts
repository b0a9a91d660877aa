import type { Protocol } from './protocol';
import { all, asked, groupOnly, leads, ours, presents, reform, shipped, step, writes } from './shipped-step';

/** A team brings a question or a piece of work, and a group helps it think. */
export const consultancies: Protocol[] = [
  shipped('consultancy-50', 'Consultancy, 50 minutes', 50, {
    about: 'A team is stuck: it brings a question, and the group thinks about it aloud.',
    source: reform,
    steps: [
      step(
        'Present with a focus question',
        10,
        presents,
        'Tell what you tried, what you saw and where you are stuck.',
        'End with your focus question. No student’s name on anything you show.',
      ),
      step(
        'Clarifying questions',
        5,
        asked,
        'Ask for facts that have short answers: who, when, how many? Advice can wait.',
      ),
      step(
        'Probing questions',
        10,
        asked,
        'Ask what may open a new view: “What would have to be true for…?”',
        'At the end the presenter says the focus question again, perhaps in other words.',
      ),
      step(
        'The group discusses',
        15,
        groupOnly,
        'The presenter turns aside, listens and takes notes.',
        'What did we hear? What might be going on? What could be tried small, next week?',
      ),
      step(
        'The presenter reflects',
        5,
        presents,
        'What is new to you? What will you take back to your team? Nobody needs defending.',
      ),
      step('Debrief', 5, all, 'How did this way of talking serve us? What would we do otherwise next time?'),
    ],
  }),
  shipped('consultancy-20', 'Consultancy, 20 minutes', 20, {
    about: 'The short form: one question of one team, for a full day.',
    source: reform,
    steps: [
      step('Present', 5, presents, 'What you tried, what you saw, and the one question you want help with.'),
      step('Clarifying questions', 3, asked, 'Facts with short answers only. Advice can wait.'),
      step(
        'The group discusses',
        9,
        groupOnly,
        'The presenter listens and takes notes. What did we hear? What could be tried small, next week?',
      ),
      step('Close', 3, presents, 'The presenter says what to take back. The group says thank you.'),
    ],
  }),
  shipped('tuning-45', 'Tuning, 45 minutes', 45, {
    about: 'A team shows work in progress and asks for warm and cool feedback.',
    source: reform,
    steps: [
      step(
        'Introduction',
        3,
        leads,
        'What we will do, who keeps time, and our rule: kind, helpful, specific.',
      ),
      step(
        'Presentation with a focusing question',
        15,
        presents,
        'Show the work and what it is for. End with the question you want feedback on.',
      ),
      step('Clarifying questions', 5, asked, 'Facts with short answers only.'),
      step(
        'Silent writing',
        3,
        writes,
        'Each writes down something warm and something cool about the work, with the place it is about.',
      ),
      step(
        'Warm and cool feedback',
        10,
        groupOnly,
        'Warm first: what works, and why. Then cool: what might be missing, as a question.',
        'Hard on the content, soft on the people. The presenter listens.',
      ),
      step(
        'Reflection',
        5,
        presents,
        'The presenter thinks aloud about what to use. No need to answer each point.',
      ),
      step('Debrief', 4, all, 'Was the feedback of use? Did we keep to the question?'),
    ],
  }),
  shipped('tuning-30', 'Tuning, 30 minutes', 30, {
    about: 'The short form of a tuning: work in progress, warm and cool feedback.',
    source: reform,
    steps: [
      step('Introduction', 2, leads, 'What we will do and who keeps time. Kind, helpful, specific.'),
      step('Presentation', 5, presents, 'Show the work, and the question you want feedback on.'),
      step('Clarifying questions', 2, asked, 'Facts with short answers only.'),
      step(
        'Silent writing',
        5,
        writes,
        'Each writes something warm and something cool, with the place it is about.',
      ),
      step(
        'Warm and cool feedback',
        8,
        groupOnly,
        'Warm first, then cool as a question. Hard on the content, soft on the people. The presenter listens.',
      ),
      step('Reflection', 5, presents, 'What will you use? Think aloud; nothing has to be answered.'),
      step('Debrief', 3, all, 'What helped? What would we do otherwise?'),
    ],
  }),
  shipped('fine-tuning-29', 'Fine tuning, 29 minutes', 29, {
    about: 'A plan that is nearly ready, and one burning question about it.',
    source: reform,
    steps: [
      step('Present', 3, presents, 'The plan in three minutes: what, with whom, until when.'),
      step('Burning question', 1, presents, 'Say your one question in one sentence.'),
      step('Clarifying questions', 3, asked, 'Facts with short answers only.'),
      step(
        'Probing questions',
        6,
        asked,
        'Ask what may open a new view. The presenter answers, the group listens.',
      ),
      step('Discussion', 6, groupOnly, 'The presenter listens. What could make this plan a little better?'),
      step('Response', 3, presents, 'What did you hear that you will use?'),
      step('What others take along', 4, ['group', 'nobody'], 'What does this mean for our own work?'),
      step('Debrief', 3, all, 'How did this way of talking serve us?'),
    ],
  }),
  shipped('peer-observation-25', 'Peer observation debrief, 25 minutes', 25, {
    about: 'After one teacher has watched another: first what was seen, then what it may mean.',
    source: ours,
    steps: [
      step(
        'What I asked you to watch',
        3,
        presents,
        'The observed teacher says what the visit was to look at.',
      ),
      step(
        'Evidence only',
        7,
        ['group', 'presenter'],
        'What was seen and heard, as on a film. No praise and no advice yet.',
      ),
      step(
        'Probing questions',
        7,
        asked,
        'Ask what may open a new view: “What did you hope they would do there?”',
      ),
      step('What I will change', 5, presents, 'One small change, and how you will see whether it helps.'),
      step('Debrief', 3, all, 'Did it feel fair and of use? What shall the next visit look at?'),
    ],
  }),
];

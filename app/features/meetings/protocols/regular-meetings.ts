import type { Protocol } from './protocol';
import { all, asTheField, leads, ours, presents, shipped, step } from './shipped-step';

/** A team's own meetings. */
export const regularMeetings: Protocol[] = [
  shipped('team-meeting-45', 'Team meeting, 45 minutes', 45, {
    about: 'The meeting a team holds at least once a month.',
    source: asTheField,
    steps: [
      step('Check-in', 3, all, 'One sentence each: how do you arrive?'),
      step(
        'This week’s numbers',
        7,
        all,
        'Log what is not logged yet. What do the charts say, in one sentence each?',
      ),
      step(
        'Study one cycle',
        15,
        presents,
        'Prediction beside result: what did we learn? Adopt, adapt or abandon?',
      ),
      step(
        'Plan the next',
        15,
        all,
        'What do we try next, how small, and what do we expect to see, because…?',
      ),
      step('Commitments', 5, all, 'Who does what, by when? Say it in your own words.'),
    ],
  }),
  shipped('huddle-10', 'Huddle, 10 minutes', 10, {
    about: 'A short stand-up between meetings.',
    source: asTheField,
    steps: [
      step('Numbers', 3, all, 'What came in since last time? One sentence.'),
      step(
        'What got in the way',
        4,
        all,
        'Name it. If it takes longer than a minute, take it up afterwards.',
      ),
      step('One commitment', 3, all, 'One thing, one person, one day.'),
    ],
  }),
];

const block = (key: string, name: string, minutes: number, about: string, steps: Protocol['steps']) =>
  shipped(key, name, minutes, { kind: 'block', source: ours, about, steps });

/** The plain parts of a network day. */
export const plainBlocks: Protocol[] = [
  block('welcome-5', 'Welcome', 5, 'Why we are here, and what the day will bring.', [
    step(
      'Welcome',
      5,
      leads,
      'Who is here, what we want to have by the end, and how we talk: kind, helpful, specific.',
    ),
  ]),
  block('check-in-5', 'Check-in', 5, 'Everybody has said something before the work begins.', [
    step('Check-in', 5, all, 'One sentence each: what do you bring along today?'),
  ]),
  block(
    'last-time-10',
    'What we said last time',
    10,
    'Commitments of the last meeting: kept, changed, let go.',
    [
      step(
        'What we said last time',
        10,
        all,
        'Go through the commitments. Kept: what happened? Not yet: what got in the way? Letting one go is fine when it is said.',
      ),
    ],
  ),
  block('break-10', 'Break', 10, 'Ten minutes off.', [
    step('Break', 10, ['everyone', 'nobody'], 'Move, drink, talk about something else.'),
  ]),
  block('closing-circle-10', 'Closing circle', 10, 'What each takes along, and what each will do.', [
    step('Closing circle', 10, all, 'One thing you take along, and one thing you will do by a day you name.'),
  ]),
];

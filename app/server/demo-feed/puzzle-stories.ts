import { ideaNames } from './post-story';
import type { PostStory } from './post-story';

export const puzzleStories: PostStory[] = [
  {
    ...{ key: 'which-games', team: 'Recess, grades 1–3', by: 'lead' },
    ...{ ramp: 'Game of the day', cycle: 2, kind: 'puzzle', ago: 14, hour: 14.2 },
    ...{ ideaName: 'Game of the day with a student host', setting: 'whole_school', audience: 'cohort' },
    words: {
      title: 'Why does the parachute work and nothing else does?',
      wanted:
        'Which recess games really pull in children who usually play alone? We have the parachute and bubbles. We would like a list from people who have watched, not from a catalogue.',
    },
  },
  {
    ...{ key: 'rotation-days', team: 'Morning check-in', by: 'lead' },
    ...{ ramp: 'Check-in/check-out', cycle: 3, kind: 'puzzle', ago: 10, hour: 12.6 },
    ...{ ideaName: ideaNames.checkIn, setting: 'whole_school' },
    words: {
      title: 'How do you keep check-ins from eating the first lesson?',
      happened:
        'When all grades began at once, the line at the popular adults got long, and children arrived at the rug after the lesson had started. We stopped when the schedule changed, and want to begin again better.',
      wanted:
        'If your whole school does check-ins: when do they happen, and who covers when the chosen adult is on the bus loop? A sketch of your morning would help us most.',
    },
  },
  {
    ...{ key: 'desk-card', team: 'Student-led meetings', by: 'special_educator' },
    ...{ ramp: 'A small card students can put', cycle: 2, kind: 'puzzle', ago: 7, hour: 16.0 },
    ...{ ideaName: 'A card on the desk that asks for an accommodation', setting: 'general_classroom' },
    audience: 'cohort',
    words: {
      title: 'A cup of cards on every table, and still nobody reaches in',
      happened:
        'The cards are out for everyone now, not only for students with IEPs. They get admired, sorted by color, and left in the cup.',
      wanted:
        'What made it normal in your room to ask? Did a teacher have to use a card first, in front of everyone?',
    },
  },
  {
    ...{ key: 'faster-measure', team: 'Grade 8 advisory', by: 'special_educator' },
    ...{ ramp: 'Two-minute planner check', cycle: 3, kind: 'puzzle', ago: 5, hour: 15.7 },
    ...{ ideaName: 'One question at the door', setting: 'general_classroom', audience: 'cohort' },
    words: {
      title: 'What could we count that is faster than zeros?',
      happened:
        'Students have an answer ready in line, which is nice to hear. Zeros come in bunches, whenever teachers get around to grading, so a week of them tells us little.',
      wanted:
        'We want something we can count the next morning that says whether the first step was done. What do you count for homework that does not depend on the gradebook?',
    },
  },
  {
    ...{ key: 'recordings', team: 'Grade 2 fluency', by: 'special_educator' },
    ...{ ramp: 'Record yourself', cycle: 2, kind: 'puzzle', ago: 4, hour: 17.4 },
    ...{ ideaName: 'Record yourself, listen back, try again', setting: 'small_group_room' },
    words: {
      title: 'They love the recordings. Where do you find the quiet?',
      happened:
        'Hearing it works better than us saying it. But every corner of our building has somebody in it, and on the playback we mostly hear the room next door.',
      wanted:
        'Where do you record in a full building, and how do you keep it to ten minutes? We have tablets and no doors.',
    },
  },
  {
    ...{ key: 'anchors', team: 'Grade 3 math facts', by: 'special_educator' },
    ...{ ramp: "A 'facts I can build from' mat", cycle: 1, kind: 'puzzle', ago: 1, hour: 11.8 },
    ...{ ideaName: 'Build hard facts from doubles, fives and tens', setting: 'general_classroom' },
    words: {
      title: 'One step from an anchor fact works. Two steps falls apart',
      wanted:
        'How do you get from six sevens to something students own, without two steps in between? We have doubles, fives and tens on the mat. Is there a fourth anchor worth teaching?',
      steps:
        '- Mat with three columns and blank lines, laminated\n- One “how could you get it?” a day, students explain',
    },
  },
];

import { ideaNames } from './post-story';
import type { PostStory } from './post-story';

export const winStories: PostStory[] = [
  {
    ...{ key: 'modeling', team: 'K–2 AAC and communication', by: 'special_educator' },
    ...{ ramp: 'Model on the board', cycle: 5, kind: 'win', ago: 33, hour: 19.2 },
    ...{ ideaName: 'Model on the board and ask for nothing back', setting: 'resource_room' },
    words: {
      title: 'Five words we know cold, and nothing asked in return',
      happened:
        'Aides taught this better than we did. Snack got louder in the best way: “silly” and “not” were pressed across the table all week, and none of it was an answer to us.',
      advice:
        'It held in three rooms with new words and new adults. Pick words that are fun to disagree with, and put them on the home page. If a word is three taps away, the moment has passed.',
    },
  },
  {
    ...{ key: 'argue', team: 'Grade 6 science', by: 'lead' },
    ...{ ramp: 'Argue it out loud', cycle: 2, kind: 'win', ago: 50, hour: 16.1 },
    ...{ ideaName: ideaNames.rehearsal, setting: 'co_taught' },
    words: {
      title: 'Two minutes of arguing gets pencils moving',
      expected:
        'We expected scores on the lab paragraph to go up, because they would write while the argument is still in their heads.',
      happened:
        'Desks that used to sit silent for ten minutes are writing in one. It gets them started and it did not move the score. Those are two different problems and we had put them in one measure.',
      advice:
        'Starting on time is worth two minutes to us, so it stays. Please do not read this as a fix for reasoning. We would love to hear from someone who has one.',
    },
  },
  {
    ...{ key: 'worked', team: 'Grade 7 math', by: 'special_educator' },
    ...{ ramp: 'A worked example with one mistake', cycle: 5, kind: 'win', ago: 19, hour: 15.6 },
    ...{ ideaName: ideaNames.examples, setting: 'co_taught' },
    words: {
      title: 'Find the mistake, write the right line, then take the exit ticket',
      tried:
        'A half-sheet with one worked example that has one wrong step. Students find it and write the right step underneath, right before the exit ticket. This time in every section, including the one with a long-term sub.',
      advice:
        'It costs two minutes and one half-sheet. Use real mistakes from your own old tickets: they groan because they recognize them. And hide the final answer, or they only check that.',
    },
  },
  {
    ...{ key: 'boxes', team: 'Grade 4 writing', by: 'general_educator' },
    ...{ ramp: 'A color-coded paragraph frame', cycle: 5, kind: 'win', ago: 21, hour: 15.8 },
    ...{ ideaName: ideaNames.frames, setting: 'general_classroom' },
    words: {
      title: 'A word in every box before the pencil moves',
      tried:
        'Students sketch five boxes in the margin, put one word in each, and a partner says “full” or “not yet” before anyone writes. Adults kept their hands behind their backs.',
      advice:
        'It costs nothing, subs can run it, and it is going into the fourth-grade writing binder. The word in the box is what helps. Empty boxes are decoration.',
      steps:
        '- Two short lessons: draw five boxes in twenty seconds, one word in each\n- Teach partners to point and say “full” or “not yet”\n- Write on plain paper, no frame handed out\n- Adults stay away for the first five minutes',
    },
  },
  {
    ...{ key: 'strips', team: 'Kindergarten transitions', by: 'lead' },
    ...{ ramp: 'First-then picture strips', cycle: 3, kind: 'win', ago: 26, hour: 17.3 },
    ...{ ideaName: ideaNames.strips, setting: 'general_classroom' },
    words: {
      title: 'Everybody has a picture strip, and we stopped talking',
      happened:
        'Making it everybody’s strip took the adult out of the middle. Nobody has to be told separately any more, and the ten silent seconds after the chime are the calmest part of our day.',
      advice:
        'Photos of your own rug and your own tables, not clip art. Count gestures as prompts too, or you will fool yourselves as we did in the first week.',
    },
  },
  {
    ...{ key: 'covered', team: 'Grade 5 word problems', by: 'lead' },
    ...{ ramp: 'Read it with the numbers covered', cycle: 2, kind: 'win', ago: 33, hour: 16.7 },
    ...{ ideaName: ideaNames.covered, setting: 'general_classroom' },
    words: {
      title: 'Cover the numbers, tell the story, then peel',
      happened:
        'We went back to last year’s notes for this one. The quiet ones talk when there is nothing to compute yet, and the story gets told several ways before a number shows up. Two changes ran in the same room, so we do not claim the whole chart for it.',
      advice:
        'One guess, then peel. Without that stop it eats the warm-up. It costs a minute twice a week and our English learners tell the best stories.',
      steps:
        '- Sticky notes over every number\n- Students retell the story in any language, one sketches\n- One guess, then peel and solve',
    },
  },
  {
    ...{ key: 'check-in', team: 'Morning check-in', by: 'special_educator' },
    ...{ ramp: 'Check-in/check-out', cycle: 2, kind: 'win', ago: 29, hour: 12.4 },
    ...{ ideaName: ideaNames.checkIn, setting: 'whole_school' },
    words: {
      title: 'They chose the kitchen, the gym and the library, and the cards got done',
      happened:
        'A fixed place matters as much as a liked person. Our lunch staff have the best record in the building and would like that known.',
      advice:
        'Let students choose, but from a list of adults who stand in one place at that hour. Put photos and spots on one page. Ask the adults first what happens when they are out.',
    },
  },
  {
    ...{ key: 'job-strips', team: 'Work skills', by: 'special_educator' },
    ...{ ramp: 'Task strip on a lanyard', cycle: 3, kind: 'win', ago: 27, hour: 20.1 },
    ...{ ideaName: ideaNames.strips, setting: 'outside_class', signature: 'school_hidden' },
    words: {
      title: 'Give the adult a job too',
      happened:
        'The strip works when the adult is busy. If we stand beside a student with empty hands, we prompt, every time. With a box of hangers to sort we let the strip do its work.',
      advice:
        'Ask the site for a real task for yourself before the shift begins. It felt silly for a week. Now nobody hovers, and students flip to “done” without looking around for us.',
    },
  },
  {
    ...{ key: 'partner-reading', team: 'Grade 2 fluency', by: 'lead' },
    ...{ ramp: 'Partner repeated reading', cycle: 3, kind: 'win', ago: 24, hour: 18.4 },
    ...{ ideaName: 'Partner reading without the stopwatch', setting: 'general_classroom' },
    signature: 'school_hidden',
    words: {
      title: 'We put the timers in the closet and kept the partners',
      advice:
        'Ten quiet minutes of real reading a day is worth keeping. We just stopped calling it our fluency fix. Graph the cold read if you graph anything: the practiced one always goes up.',
    },
  },
  {
    ...{ key: 'homework-start', team: 'Grade 5 homework', by: 'lead' },
    ...{ ramp: 'Start it in class', cycle: 1, kind: 'win', ago: 22, hour: 15.3 },
    ...{ ideaName: ideaNames.homework, setting: 'general_classroom', audience: 'school' },
    words: {
      title: 'A page with something on it comes back more often',
      happened:
        'It helps on the days it happens. On the days the lesson runs long, the eight minutes are the first thing to go, and the page comes back as empty as it left.',
      advice:
        'Set the timer before the lesson, not near the end. We are looking for one more section in our building to try it with us.',
    },
  },
  {
    ...{ key: 'tapping', team: 'Grade 1 phonics', by: 'general_educator' },
    ...{ ramp: 'Sound boxes and chips', cycle: 3, kind: 'win', ago: 13, hour: 15.5 },
    ...{ ideaName: 'Tap, sweep, say before every new word', setting: 'general_classroom', audience: 'lea' },
    words: {
      title: 'Tap, sweep, say: six minutes on an index card',
      happened:
        'Watching it once beats reading about it. The room where the teacher only got the card took a week longer, so now a new room always gets a morning of watching first.',
      advice:
        'Six minutes, no materials, and it has stayed up. Fingers go along to the reading test. Chips and felt mats do not. You are welcome in our rooms any morning at 8:40.',
    },
  },
  {
    ...{ key: 'own-question', team: 'Student-led meetings', by: 'lead' },
    ...{ ramp: 'A one-page sheet the student makes', cycle: 5, kind: 'win', ago: 12, hour: 16.9 },
    ...{ ideaName: 'Students open their own meeting', setting: 'outside_class' },
    words: {
      title: 'Start with what bugs them, then build the page',
      happened:
        'It travels. Case managers who had never heard of us ran it from one sheet of directions. The part that gets lost first is the practice with an unfamiliar adult, so we wrote that in bold.',
      advice:
        'Start with “What bugs you about school?” and turn the answer into a question for the table. The page is the container. The question is what does the work.',
    },
  },
  {
    ...{ key: 'boxes-dictated', team: 'Writing tools', by: 'special_educator' },
    ...{ ramp: ideaNames.frames, cycle: 1, kind: 'win', ago: 5, hour: 16.2 },
    ...{ ideaName: ideaNames.frames, setting: 'resource_room' },
    words: {
      title: 'The boxes work with a microphone too',
      tried:
        'Grade 4’s boxes-with-a-word from the feed, with our seventh and eighth graders who dictate. They sketch the boxes on paper first and keep the paper beside the laptop while they talk.',
      advice:
        'Use plain boxes and never call it a frame. Middle schoolers will do a planning sketch. They will not do a worksheet from fourth grade. We call it “the storyboard”.',
    },
  },
  {
    ...{ key: 'fish', team: 'Morning check-in', by: 'general_educator' },
    ...{ ramp: 'A real job waiting at arrival', cycle: 1, kind: 'win', ago: 2, hour: 18.5 },
    ...{ ideaName: ideaNames.jobs, setting: 'whole_school' },
    words: {
      title: 'The library fish get fed at 8:00 sharp',
      expected:
        'We expected to see more arrivals on time, because a student who hangs back at the gate every day is already here and just does not want to come through the door.',
      happened:
        'It has to be a job somebody would miss if it were not done. Fish are perfect: they are hungry whether or not you had a good morning.',
      advice:
        'Finding real jobs is the hard part. We asked the custodian, the kitchen and the office what they wish somebody would do at 8:00, and got a better list than we would have made.',
    },
  },
];

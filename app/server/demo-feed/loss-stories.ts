import { ideaNames } from './post-story';
import type { PostStory } from './post-story';

export const lossStories: PostStory[] = [
  {
    ...{ key: 'homework-trip', team: 'Grade 6 homework', by: 'lead' },
    ...{ ramp: 'Start the homework in the last six minutes', cycle: 2, kind: 'loss', ago: 54, hour: 16.3 },
    ...{ ideaName: ideaNames.homework, setting: 'general_classroom' },
    words: {
      title: 'They did it in front of us and it still got lost',
      expected:
        'We expected every student to leave with a page begun, because the six minutes came first and a long lesson could not eat them.',
      happened:
        'Every page was begun before the bell. Then they went into lockers, cars and the wrong binder, the same as before.',
    },
  },
  {
    ...{ key: 'return-card', team: 'Algebra 1 re-entry', by: 'special_educator' },
    ...{ ramp: 'Re-entry card', cycle: 2, kind: 'loss', ago: 51, hour: 21.1 },
    ...{ ideaName: ideaNames.examples, setting: 'small_group_room', signature: 'school_hidden' },
    words: {
      title: 'Our catch-up card became a second assignment',
      happened:
        'Students who came back sat with the card and waited for one of us to say it was right. The day’s lesson went on without them.',
      advice:
        'Put the answer upside down on the back and cut it to one problem. A card that needs a teacher is not a re-entry card.',
    },
  },
  {
    ...{ key: 'out-of-jobs', team: 'Grade 9 first period', by: 'lead' },
    ...{ ramp: 'Give students who are often late', cycle: 3, kind: 'loss', ago: 49, hour: 13.2 },
    ...{ ideaName: ideaNames.jobs, setting: 'whole_school' },
    words: {
      title: 'We ran out of real jobs before we ran out of lateness',
      happened:
        'The front office, the kitchen and the announcements crew all liked the idea. None of them had an adult free in the half hour before the bell, so most of the jobs never began.',
      advice:
        'We keep the one demo job, because it works. We cannot grow it past that without paying somebody for that half hour. Ask about the adult first, then about the job.',
    },
  },
  {
    ...{ key: 'starters', team: 'Grade 4 science notebooks', by: 'special_educator' },
    ...{ ramp: 'Sentence starters glued', cycle: 1, kind: 'loss', ago: 47, hour: 17.7 },
    ...{ ideaName: ideaNames.frames, setting: 'small_group_room' },
    words: {
      title: '“I know because I saw it” is a perfect sentence',
      expected:
        'We expected more entries with evidence, because “because” is a word that drags evidence along behind it.',
      happened:
        'The starters got filled in quickly and neatly. Nearly all of them said “I saw it”, and nobody turned back a page to look at the data.',
      advice:
        'A starter that names a place works better: “On page __ it says __.” You cannot fill in a page number without turning to the page.',
    },
  },
  {
    ...{ key: 'promise', team: 'Grade 8 advisory', by: 'lead' },
    ...{ ramp: 'Ten-minute one-on-one check-in', cycle: 1, kind: 'loss', ago: 46, hour: 20.6 },
    ...{ ideaName: ideaNames.checkIn, setting: 'outside_class', signature: 'school_hidden' },
    words: {
      title: 'A broken promise is worse than no check-in',
      expected:
        'We expected the check-ins to happen nearly every week, because the adults said yes and the students had picked them.',
      happened:
        'They happened about every other week. When one did, it was good. When the adult did not show up, the student remembered for a long time.',
      advice:
        'We stopped before letting down more students. Do not start this without time in the schedule for it. If somebody funds the time, call us.',
    },
  },
  {
    ...{ key: 'split-room', team: 'Co-taught biology', by: 'special_educator' },
    ...{ ramp: 'Split the room in two', cycle: 2, kind: 'loss', ago: 31, hour: 14.4 },
    ...{ ideaName: ideaNames.coTeaching, setting: 'co_taught' },
    words: {
      title: 'Swapping the lead at midpoint did not make us co-teachers',
      happened:
        'On the days we had planned together, the swap was smooth. On the other days whoever had not planned the lesson handed the lead straight back.',
    },
  },
  {
    ...{ key: 'partner-talk', team: 'Grade 4 writing', by: 'special_educator' },
    ...{ ramp: 'Say the paragraph to a partner', cycle: 2, kind: 'loss', ago: 16, hour: 19.4 },
    ...{ ideaName: ideaNames.rehearsal, setting: 'general_classroom' },
    words: {
      title: 'Partner talk was loud, happy, and gone by the time they wrote',
      happened:
        'Two lovely minutes of talk, and then the same short paragraphs as before. “I forgot” came up a lot, about a sentence said a minute earlier.',
    },
  },
  {
    ...{ key: 'two-reads', team: 'Grade 7 math', by: 'lead' },
    ...{ ramp: 'Read the ticket aloud twice', cycle: 2, kind: 'loss', ago: 15, hour: 15.9 },
    ...{ ideaName: ideaNames.covered, setting: 'co_taught' },
    words: {
      title: 'The covered read fits in the time, and that is all it does',
      happened:
        'We kept the whole ticket inside ten minutes, as predicted. The answers to “what would you do first?” came from the same few hands every time.',
    },
  },
  {
    ...{ key: 'straps', team: 'K–2 AAC and communication', by: 'lead' },
    ...{ ramp: 'The device goes where the child goes', cycle: 3, kind: 'loss', ago: 11, hour: 17.1 },
    ...{ ideaName: 'The device goes where the child goes', setting: 'resource_room' },
    words: {
      title: 'Within reach and dead is not within reach',
      happened:
        'Lining up is solved: straps on, out the door. By the end of the morning the batteries were flat, and two screens did not survive recess.',
    },
  },
  {
    ...{ key: 'carts', team: 'Grade 3 co-teaching', by: 'general_educator' },
    ...{ ramp: 'Station teaching twice a week', cycle: 2, kind: 'loss', ago: 8, hour: 20.8 },
    ...{ ideaName: ideaNames.coTeaching, setting: 'co_taught', signature: 'school_hidden' },
    words: {
      title: 'We rotated beautifully, and the exit tickets did not notice',
      expected:
        'We expected exit tickets to get better, because every child now works with each of us on the same day, in a smaller group.',
      happened:
        'Rolling carts instead of rolling children saved us the eight minutes we used to lose to moving. The tickets stayed where they were.',
      advice:
        'Plan the small group backward from the ticket before you plan the seats. We would look at that first if we began again.',
    },
  },
  {
    ...{ key: 'phonics-strips', team: 'Grade 1 phonics', by: 'special_educator' },
    ...{ ramp: ideaNames.strips, cycle: 1, kind: 'loss', ago: 3, hour: 16.6 },
    ...{ ideaName: ideaNames.strips, setting: 'small_group_room' },
    words: {
      title: 'First graders are done with first-then strips by week two',
      expected:
        'We expected a quicker start at the small-group table, because the strip worked so well in kindergarten.',
      happened:
        'The first week was lovely. In the second, the strips were bracelets, fans and one very good paper airplane.',
      advice:
        'For six-year-olds we would put one big strip on the wall and no small ones in hands. We are trying that next.',
    },
  },
  {
    ...{ key: 'calm-corner', team: 'Kindergarten transitions', by: 'special_educator' },
    ...{ ramp: 'Calm corner', cycle: 2, kind: 'loss', ago: 1, hour: 16.4 },
    ...{ ideaName: 'A calm corner with a timer', setting: 'general_classroom' },
    words: {
      title: 'We counted visits when we cared about coming back calm',
      expected:
        'We expected fewer visits once the timer was fixed to the wall, because we thought many of them were for the sand.',
      happened:
        'Some weeks there were more visits, some weeks fewer, and both felt fine from inside the room. For one child it had been the best toy we own.',
      advice:
        'The corner can stay. Before you count anything, say out loud what a good week would look like, and count that.',
    },
  },
];

import type { ReactionKind } from '#db/vocabulary';

/** Days before today and the hour of that day. */
type When = { ago: number; hour: number };

/**
 * A comment beneath a post. `by` is one of the demo's people by their key (`coach`), or a team and a role in it
 * (`Grade 2 fluency/lead`); `to` is the first words of the comment it answers.
 */
export type CommentStory = When & { on: string; by: string; to?: string; body: string };

export type ReactionStory = When & { on: string; by: string; kind: ReactionKind };

export const commentStories: CommentStory[] = [
  {
    ...{ on: 'modeling', by: 'Work skills/special_educator', ago: 32, hour: 16.5 },
    body: 'Did the aides get paid time to learn the words, or was it all at snack?',
  },
  {
    ...{ on: 'modeling', by: 'K–2 AAC and communication/special_educator', ago: 32, hour: 19.8 },
    to: 'Did the aides',
    body: 'All at snack. One swap each way, ten minutes. They explained it to each other in four sentences, which is about three fewer than we needed.',
  },
  {
    ...{ on: 'modeling', by: 'coach', ago: 31, hour: 10.1 },
    body: 'I was in the room on the “yuck” day. What struck me was how long everyone waited. Nobody asked a single question.',
  },
  {
    ...{ on: 'homework-trip', by: 'Grade 5 homework/lead', ago: 53, hour: 16.9 },
    body: 'We are about to try the same six minutes one grade down. You may have just saved us a month, or at least told us to check backpacks first.',
  },
  {
    ...{ on: 'homework-trip', by: 'Grade 6 homework/lead', ago: 52, hour: 7.4 },
    to: 'We are about to try',
    body: 'Still worth it with younger ones, I think. They have one room and one backpack. Ours have seven rooms and a locker that eats paper.',
  },
  {
    ...{ on: 'argue', by: 'Grade 8 ELA/lead', ago: 49, hour: 15.2 },
    body: 'Could you share the three push-back lines? Ours always turn into “no you’re wrong”.',
  },
  {
    ...{ on: 'argue', by: 'Grade 6 science/lead', ago: 49, hour: 18.3 },
    to: 'Could you share',
    body: '“I am not convinced.” “What on the page says so?” “What else could explain it?” Taped to the desk. The first one is the favorite by far.',
  },
  {
    ...{ on: 'out-of-jobs', by: 'Morning check-in/general_educator', ago: 48, hour: 12.2 },
    body: 'Thank you for writing this down. We are starting with one student and one fish tank, and will stop and think before we invent job number seven.',
  },
  {
    ...{ on: 'starters', by: 'Grade 6 science/special_educator', ago: 46, hour: 16.6 },
    body: 'Same here with “this shows that”. It mostly showed that they could copy.',
  },
  {
    ...{ on: 'promise', by: 'Student-led meetings/lead', ago: 45, hour: 17.5 },
    body: 'This is the post I will send to anyone who says check-ins are free. Thank you for being honest about it.',
  },
  {
    ...{ on: 'promise', by: 'Grade 8 advisory/lead', ago: 45, hour: 20.2 },
    to: 'This is the post',
    body: 'It took us a while to press the button. The kindest thing we did was to tell the students ourselves that it was our fault.',
  },
  {
    ...{ on: 'promise', by: 'Morning check-in/special_educator', ago: 28, hour: 12.9 },
    body: 'We asked kitchen, library and gym staff, because they stand in the same place every morning. It is in our post from this week. That part held.',
  },
  {
    ...{ on: 'worked', by: 'Algebra 1 re-entry/lead', ago: 18, hour: 16.0 },
    body: 'Do you put the mistake in the same place every time? Ours learned to look at line two.',
  },
  {
    ...{ on: 'worked', by: 'Grade 7 math/special_educator', ago: 17, hour: 8.1 },
    to: 'Do you put the mistake',
    body: 'Ha, so did ours. Now one in a while has no mistake at all, and they have to write “nothing wrong” and defend it.',
  },
  {
    ...{ on: 'boxes', by: 'Grade 4 science notebooks/special_educator', ago: 20, hour: 16.2 },
    body: 'Tell me more about the word in the box. Is it any word, or does it have to be a noun from the prompt?',
  },
  {
    ...{ on: 'boxes', by: 'teacher', ago: 20, hour: 19.0 },
    to: 'Tell me more',
    body: 'Any word they can read back to us. We tried “a noun” for a day and lost half the room to a debate about nouns. “Lava” is a perfectly good plan for a sentence.',
  },
  {
    ...{ on: 'boxes', by: 'Writing tools/special_educator', ago: 20, hour: 20.4 },
    body: 'We would like to try this with students who dictate. Do the boxes still matter when nobody is holding a pencil? We will find out and report back.',
  },
  {
    ...{ on: 'boxes', by: 'special-educator', ago: 20, hour: 21.3 },
    to: 'We would like to try',
    body: 'Please do. Watch the closing. That was the last thing to come for ours.',
  },
  {
    ...{ on: 'boxes', by: 'coach', ago: 19, hour: 9.6 },
    body: 'I sat in on a Friday. A sub was running it from the card and I could not tell the difference. That was when I believed it.',
  },
  {
    ...{ on: 'boxes', by: 'Writing tools/special_educator', ago: 5, hour: 16.8 },
    body: 'Reporting back: it holds with a microphone. I wrote it up as a post. @Maya Okafor and @Dan Reyes, thank you for answering every small question.',
  },
  {
    ...{ on: 'strips', by: 'Grade 1 phonics/special_educator', ago: 24, hour: 15.9 },
    body: 'What size did you print them? And do they survive the washing machine? Asking for a belt loop.',
  },
  {
    ...{ on: 'strips', by: 'Kindergarten transitions/lead', ago: 24, hour: 19.5 },
    to: 'What size',
    body: 'Business card size, laminated, on a key coil. They survive the washing machine. They do not survive the dog.',
  },
  {
    ...{ on: 'covered', by: 'Grade 7 math/lead', ago: 32, hour: 16.4 },
    body: 'We are in the middle of this with exit tickets and it is not doing much for ours. Reading your post I wonder whether the retelling is the point and not the covering.',
  },
  {
    ...{ on: 'check-in', by: 'Grade 9 first period/lead', ago: 27, hour: 13.4 },
    body: 'Would this fly with ninth graders? We are thinking of the coach, the custodian and the librarian. Everyone who is already at their post at 7:45.',
  },
  {
    ...{ on: 'check-in', by: 'Morning check-in/lead', ago: 26, hour: 7.2 },
    to: 'Would this fly',
    body: 'Try it and tell us. Our oldest are eleven, so you would be the first with a beard.',
  },
  {
    ...{ on: 'check-in', by: 'facilitator', ago: 25, hour: 11.0 },
    body: 'I would like to bring this one to the next network meeting, beside the post about the broken promise. They seem to be two halves of one idea.',
  },
  {
    ...{ on: 'homework-start', by: 'Grade 5 homework/lead', ago: 8, hour: 16.1 },
    body: '@Maya Okafor, would your room be the third one? You have the same dismissal as we do, and I would bring the timer.',
  },
  {
    ...{ on: 'homework-start', by: 'teacher', ago: 8, hour: 18.7 },
    to: '@Maya Okafor',
    body: 'Yes, after report cards. Can we make it seven minutes? Our bus line is early on Wednesdays.',
  },
  {
    ...{ on: 'partner-talk', by: 'Grade 6 science/lead', ago: 15, hour: 16.7 },
    body: 'Interesting, because with us the talk did get pencils moving, and then nothing else. Maybe it buys the start and not the length.',
  },
  {
    ...{ on: 'partner-talk', by: 'special-educator', ago: 14, hour: 19.6 },
    to: 'Interesting',
    body: 'That fits. Ours started fine. They ran out after the sentence they could still remember.',
  },
  {
    ...{ on: 'own-question', by: 'sponsor', ago: 11, hour: 9.2 },
    body: 'I was at one of these meetings without knowing it was your test. The student asked me why the library closes at lunch. I did not have a good answer, and it is open now.',
  },
  {
    ...{ on: 'rotation-days', by: 'Grade 8 advisory/special_educator', ago: 9, hour: 15.1 },
    body: 'No advice, only company: we stopped ours for the same reason. Whoever solves the bus loop, please post it.',
  },
  {
    ...{ on: 'boxes-dictated', by: 'teacher', ago: 4, hour: 18.2 },
    body: '“The storyboard” is so much better than what we call it. May we steal it back?',
  },
  {
    ...{ on: 'boxes-dictated', by: 'Writing tools/special_educator', ago: 4, hour: 20.0 },
    to: '“The storyboard”',
    body: 'It is yours. You could call it a trade.',
  },
  {
    ...{ on: 'faster-measure', by: 'Grade 5 homework/special_educator', ago: 4, hour: 16.6 },
    body: 'We draw one name from a mug each morning and look at that page together. It is quick, and it is the same for everyone.',
  },
  {
    ...{ on: 'fish', by: 'Grade 9 first period/lead', ago: 1, hour: 12.1 },
    body: 'Fish! We had keys and microphones on our list and never thought of something that gets hungry.',
  },
];

export const reactionStories: ReactionStory[] = [
  { on: 'modeling', by: 'Recess, grades 1–3/special_educator', kind: 'will_try', ago: 31, hour: 15 },
  { on: 'homework-trip', by: 'Grade 8 advisory/lead', kind: 'same_here', ago: 52, hour: 15 },
  { on: 'argue', by: 'special-educator', kind: 'tell_me_more', ago: 48, hour: 17 },
  { on: 'starters', by: 'special-educator', kind: 'same_here', ago: 46, hour: 18 },
  { on: 'promise', by: 'Morning check-in/lead', kind: 'same_here', ago: 44, hour: 12 },
  { on: 'promise', by: 'teacher', kind: 'same_here', ago: 44, hour: 19 },
  { on: 'worked', by: 'Algebra 1 re-entry/special_educator', kind: 'will_try', ago: 18, hour: 17 },
  { on: 'boxes', by: 'Grade 4 science notebooks/special_educator', kind: 'tell_me_more', ago: 20, hour: 16 },
  { on: 'boxes', by: 'Writing tools/special_educator', kind: 'will_try', ago: 20, hour: 20.5 },
  { on: 'boxes', by: 'Grade 8 ELA/special_educator', kind: 'will_try', ago: 20, hour: 17 },
  { on: 'boxes', by: 'Grade 6 science/special_educator', kind: 'tell_me_more', ago: 12, hour: 16 },
  { on: 'strips', by: 'Grade 1 phonics/special_educator', kind: 'will_try', ago: 25, hour: 16 },
  { on: 'strips', by: 'new-team', kind: 'tell_me_more', ago: 24, hour: 18 },
  { on: 'covered', by: 'Grade 3 math facts/lead', kind: 'will_try', ago: 31, hour: 15 },
  { on: 'check-in', by: 'Grade 9 first period/lead', kind: 'will_try', ago: 28, hour: 13 },
  { on: 'check-in', by: 'teacher', kind: 'tell_me_more', ago: 27, hour: 18 },
  { on: 'split-room', by: 'Grade 3 co-teaching/lead', kind: 'same_here', ago: 30, hour: 17 },
  { on: 'partner-talk', by: 'Grade 6 science/lead', kind: 'same_here', ago: 15, hour: 16 },
  { on: 'straps', by: 'Kindergarten transitions/special_educator', kind: 'same_here', ago: 10, hour: 15 },
  { on: 'own-question', by: 'Work skills/lead', kind: 'will_try', ago: 11, hour: 17 },
  { on: 'carts', by: 'teacher', kind: 'same_here', ago: 7, hour: 19 },
  { on: 'recordings', by: 'Writing tools/lead', kind: 'same_here', ago: 3, hour: 15 },
  { on: 'boxes-dictated', by: 'teacher', kind: 'tell_me_more', ago: 4, hour: 18 },
];

export const pinStory = { on: 'modeling', by: 'facilitator', ago: 30, hour: 10 };

export const reportStory = {
  ...{ on: 'calm-corner', by: 'Grade 9 first period/special_educator', ago: 1, hour: 19.5 },
  reason:
    '“For one child it had been the best toy we own”: people in that building will know which child. Could somebody look at the wording with the team?',
};

/** When people of the demo last read the feed: what came after is new to them. */
export const readingStories = ['teacher', 'special-educator', 'coach', 'facilitator', 'sponsor'].map(
  (by) => ({
    ...{ by, ago: 2, hour: 8.2 },
  }),
);

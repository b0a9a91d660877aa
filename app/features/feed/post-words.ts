import type { Audience, ClassSetting, IdeaStatus, PostKind, ReactionKind, Signature } from '#db/vocabulary';

export const postKindWords: Record<PostKind, { name: string; plural: string; meaning: string }> = {
  win: { name: 'Win', plural: 'Wins', meaning: 'it helped, and others may want it' },
  loss: { name: 'Loss', plural: 'Losses', meaning: 'it did not do what we expected, and we learned why' },
  puzzle: { name: 'Puzzle', plural: 'Puzzles', meaning: 'we are stuck and want help' },
  synthesis: { name: 'Synthesis', plural: 'Syntheses', meaning: 'what several tests show together' },
};

export const audienceWords: Record<Audience, { name: string; sharedWith: string }> = {
  team: { name: 'My team', sharedWith: 'Shared with the team and its coaches' },
  school: { name: 'My school', sharedWith: 'Shared with the school' },
  lea: { name: 'My LEA', sharedWith: 'Shared with the LEA' },
  cohort: { name: 'My cohort', sharedWith: 'Shared with the cohort' },
  network: { name: 'The whole network', sharedWith: 'Shared with the network' },
};

export const signatureWords: Record<Signature, { name: string; meaning: string }> = {
  by_name: { name: 'By name', meaning: 'your name, team and school' },
  team_hidden: { name: 'Team hidden', meaning: 'your school, not your team and not your name' },
  school_hidden: { name: 'School hidden', meaning: 'neither school, nor team, nor name' },
};

export const reactionWords: Record<ReactionKind, string> = {
  will_try: 'I’ll try it',
  same_here: 'Same here',
  tell_me_more: 'Tell me more',
};

export const settingWords: Record<ClassSetting, string> = {
  general_classroom: 'General classroom',
  co_taught: 'Co-taught class',
  small_group_room: 'Small-group room',
  resource_room: 'Resource room',
  whole_school: 'Across the school',
  outside_class: 'Outside class',
};

export const ideaStatusWords: Record<IdeaStatus, { name: string; meaning: string }> = {
  testing: { name: 'Testing', meaning: 'teams are finding out whether it works' },
  implementing: { name: 'Implementing', meaning: 'it works somewhere and is becoming part of the work' },
  spreading: { name: 'Spreading', meaning: 'it works in several places and is carried to more' },
};

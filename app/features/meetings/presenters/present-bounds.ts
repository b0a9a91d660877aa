export const longestIdea = 300;
export const longestText = 4000;
export const longestDecline = 500;
/** As many as a cycle can ask. */
export const mostQuestions = 8;

export const longestTitle = 200;
export const longestWords = 5000;
/** Posts that one report tells of. */
export const mostPosts = 12;
/** Posts that are offered to choose from, the newest of the report's time. */
export const mostOffered = 60;
/** A programme year with its summer. */
export const longestSpan = 400;

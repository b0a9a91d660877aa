export const longestCommitment = 400;
export const longestLetGoReason = 300;
/** Days from today to the day a new commitment suggests. */
export const usualDays = 14;
/** How far ahead, in days from today, the next meeting is still the day that a new commitment suggests. */
export const nearDays = 42;

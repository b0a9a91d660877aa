export const longestCommitment = 400;
export const longestLetGoReason = 300;
/** Days from today to the day a new commitment suggests. */
export const usualDays = 14;

/** What a small form of the agenda answers when it was posted in place: what hindered it, in words; null when it is done. */
export type AgendaAnswer = { problem: string | null };

export const changedMeanwhile =
  'Somebody changed the agenda meanwhile. This is the newest; look once more and do it again if it still fits.';

export const itStays =
  'The meeting has been there, or people have written there, so it stays. What is still to come can be moved to the end.';

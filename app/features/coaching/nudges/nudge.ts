/** What a team's members see of a nudge. */
export type OpenNudge = {
  id: string;
  body: string;
  path: string;
  coachName: string;
  teamName: string;
  sentAt: number;
};

/** The one nudge that a team has had within seven days. */
export type RecentNudge = { coachName: string; sentAt: number; body: string };

/** A nudge in a team's story. */
export type NudgeInStory = { id: string; coachName: string; body: string; path: string; sentAt: number };

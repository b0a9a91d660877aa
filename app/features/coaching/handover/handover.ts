import type { SchoolDay } from '~/lib/school-day';

/** A team's name and its coaches of today: all that somebody needs who only gives and moves assignments. */
export type CoachedTeam = {
  teamId: string;
  teamName: string;
  schoolName: string;
  coaches: { assignmentId: string; personId: string; name: string; beganOn: SchoolDay | null }[];
  /** The actor's own assignment alone; administrators and facilitators end every coach's. */
  isOwnOnly: boolean;
  /** The actor reads the team's work too; an administrator does not. */
  isReader: boolean;
};

export type CoachToChoose = { id: string; name: string; teams: number };

/** What a coach passed on. */
export type Handover = {
  id: string;
  coachName: string;
  nextCoachId: string | null;
  nextCoachName: string | null;
  note: string;
  handedOverByName: string;
  handedOverAt: number;
};

/** A handover as the person who did it reads that it went through. */
export type DoneHandover = {
  teamId: string;
  teamName: string;
  coachName: string;
  nextCoachName: string | null;
};

/** `Handed over to Amara Abernathy.`, with the team where it is not the page's own. */
export function handedOverWords({ coachName, nextCoachName }: DoneHandover, teamName?: string): string {
  if (nextCoachName === null)
    return `${coachName} no longer coaches ${teamName ?? 'this team'}. Nobody was named to follow.`;
  return `${teamName === undefined ? 'Handed' : `${teamName} is handed`} over to ${nextCoachName}.`;
}

/** Chosen instead of a person where the team has no coach for now. */
export const nobodyYet = 'nobody';

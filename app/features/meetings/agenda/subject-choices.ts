import type { Subject } from './agenda';

/** What an item may be about, to choose from. */
export type SubjectChoices = {
  teams: {
    id: string;
    name: string;
    schoolName: string;
    cycles: { id: string; number: number; changeIdea: string }[];
  }[];
  /** As they are signed, the newest first. */
  posts: { id: string; title: string; signedAs: string }[];
};

/** As an item of an agenda keeps it. */
export type StoredSubject = { teamId: string | null; cycleId: string | null; postId: string | null };

/** The value under which a form names a subject. */
export function subjectValue({ teamId, cycleId, postId }: StoredSubject): string {
  if (postId !== null) return `post:${postId}`;
  if (cycleId !== null) return `cycle:${cycleId}`;
  return teamId === null ? '' : `team:${teamId}`;
}

export function storedSubject(subject: Subject): StoredSubject {
  if (subject.kind === 'post') return { teamId: null, cycleId: null, postId: subject.postId };
  if (subject.kind === 'none') return { teamId: null, cycleId: null, postId: null };
  return { teamId: subject.teamId, cycleId: subject.cycle?.id ?? null, postId: null };
}

/** Whether a value is among the choices; what an item has already may have left them. */
export function isOffered({ teams, posts }: SubjectChoices, value: string): boolean {
  if (value === '') return true;
  const [kind, id] = value.split(':');
  if (kind === 'post') return posts.some((one) => one.id === id);
  if (kind === 'team') return teams.some((one) => one.id === id);
  return teams.some(({ cycles }) => cycles.some((one) => one.id === id));
}

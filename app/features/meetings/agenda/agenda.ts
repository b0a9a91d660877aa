import type { StepVoice } from '#db/vocabulary';

/** One step of a protocol, in an agenda or in the library. */
export type Step = {
  id: string;
  title: string;
  minutes: number;
  speaks: StepVoice;
  silent: StepVoice;
  prompt: string;
};

/** Who or what an item is about: a team with one of its cycles, a post as it is signed, or nothing. */
export type Subject =
  | { kind: 'none' }
  | {
      kind: 'team';
      teamId: string;
      teamName: string;
      schoolName: string;
      cycle: { id: string; number: number; changeIdea: string } | null;
    }
  /** Null where the post has been withdrawn or hidden since: nothing of it is said any more. */
  | { kind: 'post'; postId: string; post: { title: string; signedAs: string } | null };

/** What the team of a cycle on a cohort's agenda has been asked and has said. */
export type AskedStanding = 'not_asked' | 'asked' | 'agreed' | 'declined';

export type AgendaItem = {
  id: string;
  title: string;
  /** The key of a shipped protocol or the id of an own one; empty where it was written by hand. */
  protocolKey: string;
  subject: Subject;
  /** The question the presenter brings. */
  focus: string;
  /** Why this presenter was suggested; empty for readers who do not run the meeting. */
  why: string;
  /** For those who run a cohort's meeting, where a cycle is presented. */
  asked?: AskedStanding;
  steps: Step[];
};

/** Somebody presents in it, and nobody is chosen yet. */
export function wantsPresenter({ subject, steps }: Pick<AgendaItem, 'subject' | 'steps'>): boolean {
  return subject.kind === 'none' && steps.some(({ speaks }) => speaks === 'presenter');
}

/** The minutes an item takes. */
export function minutesOfItem({ steps }: Pick<AgendaItem, 'steps'>): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The minutes a whole agenda takes. */
export function minutesOfAgenda(items: readonly Pick<AgendaItem, 'steps'>[]): number {
  return items.reduce((sum, item) => sum + minutesOfItem(item), 0);
}

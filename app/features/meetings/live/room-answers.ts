import type { ContributionKind } from '#db/vocabulary';

/** What a press on the clock came to; `nextId` is the id of the next press. */
export type PressAnswer = { nextId: string; message: string };

/** What saying something came to. `nextId` is the id of what is said next in the same form. */
export type SayAnswer =
  | { ok: true; nextId: string }
  | {
      ok: false;
      nextId: string;
      message: string;
      typed: string;
      kind: ContributionKind;
      itemId: string;
      /** The questions about its words, to be looked at before it is sent all the same; null where there are none. */
      asked: string | null;
    };

/** What a press beside somebody's words or name came to; empty where it went through. */
export type MarkAnswer = { message: string };

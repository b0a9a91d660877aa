/** What somebody typed into a commitment's form. */
export type TypedCommitment = {
  itemId: string;
  who: string;
  cycleId: string;
  what: string;
  byWhen: string;
};

/** What a form hears back: the id for the next one, or what was typed with what needs another look. */
export type CommitmentAnswer =
  | { ok: true; nextId: string }
  | {
      ok: false;
      nextId: string;
      typed: TypedCommitment;
      message: string;
      fields: Record<string, string[]>;
      /** The print of the questions about its words; null where none was asked. */
      asked: string | null;
    };

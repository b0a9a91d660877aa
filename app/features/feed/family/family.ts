/** A test in a family tree: a post signed by name, or a cycle of a team the reader may read. */
export type FamilyNode = {
  /** Of its place on the page; tells nothing. */
  key: string;
  title: string;
  /** The printed signature; empty for the reader's own place and for ideas. */
  signedAs: string;
  /** `Adopted`; empty where nothing is said. */
  words: string;
  to: string | null;
  isHere: boolean;
  /** How many more began from it, of which this reader sees nothing. */
  unseen: number;
  children: FamilyNode[];
};

/** Where something comes from and what began from it. */
export type Family = {
  /** The oldest first. */
  above: Omit<FamilyNode, 'children' | 'unseen' | 'isHere'>[];
  here: FamilyNode;
  /** The tree goes on where it was cut off. */
  hasMore: boolean;
};

/** How a cycle that tried a post fares, for the team whose post it is. */
export type ReplicationNews = {
  /** `Grade 5 team, School two`, or `A team`. */
  who: string;
  what: 'tries' | 'adopted' | 'adapted' | 'abandoned' | 'stopped';
  title: string;
  to: string;
  /** `Feb 6` */
  on: string;
};

/** What a cycle's page says of where it began. */
export type CycleLineage = {
  /** Null when the reader does not see it, or no longer. */
  from: { title: string; signedAs: string; to: string } | null;
  kept: string;
  changed: string;
};

import type { IdeaStatus } from '#db/vocabulary';

/** An idea of the network's catalogue. Nobody is named in it: who wrote it is on no page. */
export type ChangeIdea = {
  id: string;
  name: string;
  description: string;
  /** Why we think it works. */
  why: string;
  /** Where it was tried before. */
  warrant: string;
  driver: string;
  status: IdeaStatus;
  version: number;
};

/** An idea in the catalogue's list. */
export type IdeaInList = Pick<ChangeIdea, 'id' | 'name' | 'description' | 'driver' | 'status'>;

/** An open cycle that a commitment may be about. */
export type CycleChoice = { id: string; teamId: string; number: number; changeIdea: string };

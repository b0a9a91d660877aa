/** The parts of a plan that another team's post or an idea brings along: words of what was shared, no number of theirs. */
export type CarriedPlan = {
  changeIdea: string;
  warrant: string;
  objective: string;
  questions: string[];
  tasks: string[];
};

/** What a reader may try, as it is shown to them: nothing in it tells more than the post or the idea itself. */
export type ToTry = {
  kind: 'post' | 'idea';
  id: string;
  title: string;
  /** The printed signature of a post; empty for an idea, which nobody signs. */
  signedAs: string;
  ideaId: string | null;
  plan: CarriedPlan;
};

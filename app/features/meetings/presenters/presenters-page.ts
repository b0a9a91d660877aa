import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { SubjectChoices } from '../agenda/subject-choices';
import type { PresenterSide } from './presenter-facts';
import type { PresentationState } from './presentation';

export type PlaceChoice = { value: string; label: string };

export type SuggestedPresenter = {
  teamName: string;
  schoolName: string;
  cycle: { id: string; number: number; changeIdea: string };
  side: PresenterSide;
  why: string;
  chart: SmallChart | null;
  chartWords: string;
  places: PlaceChoice[];
  /** Ids that its form brings along. */
  askId: string;
  newItemId: string;
};

export type PresentingTeam = {
  itemId: string;
  itemTitle: string;
  /** `team:<id>` or `cycle:<id>`, as the item has it. */
  subject: string;
  teamName: string;
  schoolName: string;
  cycle: { id: string; number: number; changeIdea: string } | null;
  /** Null where nobody has asked the team yet. */
  state: PresentationState | null;
  presentationId: string | null;
  declinedWhy: string;
  side: PresenterSide | null;
  askId: string;
  newItemId: string;
};

/** Teams that said no stand here until somebody takes their place; they are on no item any more. */
export type DeclinedTeam = { id: string; teamName: string; schoolName: string; why: string };

export type PresentersPage = {
  present: PresentingTeam[];
  balance: string;
  declined: DeclinedTeam[];
  suggestions: SuggestedPresenter[];
  byHand: {
    teams: SubjectChoices['teams'];
    places: PlaceChoice[];
    askId: string;
    newItemId: string;
  };
};

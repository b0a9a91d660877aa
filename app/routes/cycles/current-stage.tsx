import { redirect } from 'react-router';
import { lastWorkingStage } from '~/features/cycles/cycle-rail';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import type { Route } from './+types/current-stage';

/** A cycle opens at the stage it is in. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const cycle = await cycleOf(context, params.cycle);
  const stage =
    cycle.stage === 'complete' ? 'act' : cycle.stage === 'stopped' ? lastWorkingStage(cycle) : cycle.stage;
  throw redirect(`/cycles/${cycle.id}/${stage}`);
}

/** Never seen: the loader leads on, and a page of its own says when there is nothing. */
export default function CurrentStage() {
  return null;
}

import { loadEvidence } from '~/features/cycles/cycle-charts.server';
import { listRampSteps } from '~/features/cycles/cycle-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { predictionWords } from '~/features/cycles/prediction';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { Storyboard } from '~/features/cycles/storyboard';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/storyboard';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  const team = found(await findCycleTeam(db, actor, cycle.teamId, today));
  const measures = await listMeasuresOfTeam(db, actor, cycle.teamId);
  const evidence = await loadEvidence(db, actor, cycle, measures, { rules: network.runChartRules, today });
  const asked = cycle.questions.map((question) => ({
    question,
    predicted: predictionWords(
      question,
      measures.find((measure) => measure.id === question.measureId) ?? null,
    ),
    evidence: evidence.find((one) => one.questionId === question.id) ?? null,
  }));
  return { cycle, team, asked, steps: await listRampSteps(db, cycle.rampId) };
}

export default function StoryboardPage({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <title>{`Storyboard · ${loaderData.cycle.changeIdea} · Boldline`}</title>
      <div className="mx-auto mb-5 flex max-w-[820px] flex-wrap justify-between gap-2 print:hidden">
        <ButtonLink to={`/cycles/${loaderData.cycle.id}`}>Back to the cycle</ButtonLink>
        <PrintButton>Print this page</PrintButton>
      </div>
      <Storyboard {...loaderData} />
    </>
  );
}

import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { ConfidenceTable, LedgerTable, tallySentence } from '~/features/cycles/ledger-view';
import { loadLedger } from '~/features/cycles/ledger.server';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/predictions';

const pageSize = 50;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  const measures = await listMeasuresOfTeam(db, actor, team.teamId);
  const { rows, tally } = await loadLedger(db, actor, { teamId: team.teamId, measures, today });
  const page = Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1);
  return {
    team,
    tally,
    isOwnTeam: worksInTeam(actor, team.teamId),
    page,
    pages: Math.max(1, Math.ceil(rows.length / pageSize)),
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
  };
}

export default function Predictions({ loaderData }: Route.ComponentProps) {
  const { team, tally, isOwnTeam, rows, page, pages } = loaderData;
  return (
    <div className="mx-auto max-w-[980px] space-y-6">
      <title>{`Prediction ledger · ${team.teamName} · Boldline`}</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="Prediction ledger"
        lead={tallySentence(tally, isOwnTeam)}
        action={<ButtonLink to={`/teams/${team.teamId}`}>Back to the team</ButtonLink>}
      />
      {rows.length > 0 ? (
        <Card className="py-1!">
          <LedgerTable rows={rows} />
        </Card>
      ) : (
        <EmptyState title="No prediction yet.">
          Every cycle’s prediction is kept here beside what came.
        </EmptyState>
      )}
      <PageLinks {...{ page, pages }} pathOf={(to) => `?page=${to}`} words={['Newer', 'Older']} />
      <ConfidenceTable tally={tally} />
    </div>
  );
}

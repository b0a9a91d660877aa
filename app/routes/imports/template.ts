import { findImportTeam } from '~/features/transfer/imports/import-team-queries.server';
import { measureTemplate, teamTemplate } from '~/features/transfer/imports/import-template';
import { signedIn } from '~/features/people/request-actor.server';
import { latestWeekday } from '~/lib/school-day';
import { fileAnswer } from '~/platform/file-answer.server';
import { refuse } from '~/platform/problem-response.server';
import type { Route } from './+types/template';

/** A CSV to fill in: for one measure, or with a column for each measure of the team. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const search = new URL(request.url).searchParams;
  const measureId = search.get('measure');
  const found = await findImportTeam(database.reader, actor, {
    teamId: search.get('team') ?? '',
    preferred: measureId,
    today,
  });
  if (!found.ok) refuse(found.problem);
  const day = latestWeekday(today);
  const measure = found.allMeasures.find(({ id }) => id === measureId);
  return measure
    ? fileAnswer(`${measure.name}.csv`, measureTemplate(measure, day))
    : fileAnswer(`${found.team.teamName}.csv`, teamTemplate(found.allMeasures, day));
}

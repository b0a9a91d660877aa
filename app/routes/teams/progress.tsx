import { Link, redirect } from 'react-router';
import { scorers } from '#db/vocabulary';
import { loadProgress } from '~/features/coaching/progress/progress-queries.server';
import { ProgressYear } from '~/features/coaching/progress/progress-picture';
import { formatScore, progressScale } from '~/features/coaching/progress/progress-scale';
import { MonthScores } from '~/features/coaching/progress/progress-scores';
import { scorableMonths, scoreForm } from '~/features/coaching/progress/score-form';
import { answerFor, ScoreFormFields } from '~/features/coaching/progress/score-form-card';
import { scoreTeam } from '~/features/coaching/progress/score-team.server';
import { talkingPoints } from '~/features/coaching/progress/talking-points-rules';
import { scoresOf } from '~/features/coaching/progress/team-progress';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatMonth } from '~/lib/school-month';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/progress';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  const { timeZone, runChartRules } = network;
  const asked = { teamId: team.teamId, today, timeZone, rules: runChartRules, months: 12 };
  const may = { team: worksInTeam(actor, team.teamId), coach: coachesTeam(actor, team.teamId) };
  return {
    team,
    months: found(await loadProgress(db, actor, asked)),
    scorable: scorableMonths(today),
    saved: new URL(request.url).searchParams.get('saved'),
    scorers: scorers.filter((scorer) => may[scorer]),
    reader: may.team ? ('team' as const) : may.coach ? ('coach' as const) : ('other' as const),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: scoreForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await scoreTeam(database, actor, { teamId: params.team, form, today }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/teams/${params.team}/progress?saved=${form.scorer}#score-${form.scorer}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function TeamProgress({ loaderData, actionData }: Route.ComponentProps) {
  const { team, months, scorable, scorers: mine, reader, saved } = loaderData;
  const now = months.at(-1);
  if (!now) return null;
  const points = talkingPoints(scoresOf(now), reader);
  return (
    <div className="mx-auto max-w-[920px] space-y-8">
      <title>{`Progress of ${team.teamName} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/teams/${team.teamId}`} className="inline-flex min-h-6 items-center">
            {`${team.schoolName} · ${team.teamName}`}
          </Link>
        }
        title="Progress"
        lead="Where the work stands, month by month, on the scale that improvement networks share. Three views of it side by side are worth more than one."
      />
      <section aria-labelledby="this-month" className="space-y-3">
        <h2 id="this-month">{formatMonth(now.month)}</h2>
        <MonthScores month={now} />
        {points.length > 0 ? (
          <Notice>
            {points.map((point) => (
              <p key={point}>{point}</p>
            ))}
          </Notice>
        ) : null}
        {now.computed ? (
          <>
            <p>{now.computed.next}</p>
            <details suppressHydrationWarning>
              <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3">
                How do we know?
              </summary>
              <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-soft">
                {now.computed.facts.map((fact) => (
                  <li key={fact}>{fact}</li>
                ))}
              </ul>
            </details>
          </>
        ) : null}
      </section>
      {mine.map((scorer) => (
        <Card key={scorer} labelledBy={`score-${scorer}`}>
          <h2 id={`score-${scorer}`}>{scorer === 'team' ? 'Your team’s score' : 'Your score as coach'}</h2>
          {saved === scorer && !actionData ? (
            <div className="mt-3">
              <Notice role="status">Saved.</Notice>
            </div>
          ) : null}
          <div className="mt-4 space-y-6">
            {scorable.map((month, index) => {
              const given = months.find((one) => one.month === month)?.[scorer] ?? null;
              const answer = answerFor(actionData, { month, scorer });
              const fields = (
                <ScoreFormFields
                  key={`${month} ${given?.version ?? 0}`}
                  {...{ teamId: team.teamId, month, scorer, given, answer }}
                />
              );
              if (index === 0) return fields;
              return (
                <details key={month} suppressHydrationWarning open={answer !== null}>
                  <summary className="min-h-6 cursor-pointer">
                    {`${formatMonth(month)}: ${given ? formatScore(given.score) : 'no score yet'}`}
                  </summary>
                  <div className="mt-4">{fields}</div>
                </details>
              );
            })}
          </div>
        </Card>
      ))}
      <Card labelledBy="year">
        <h2 id="year" className="mb-3">
          The last twelve months
        </h2>
        <ProgressYear months={months} />
      </Card>
      <Card labelledBy="scale">
        <h2 id="scale">The ten steps</h2>
        <ol className="mt-3 space-y-2">
          {progressScale.map(({ score, name, meaning }) => (
            <li key={score} className="flex gap-3">
              <span className="w-8 shrink-0 font-semibold">{formatScore(score)}</span>
              <span>
                <span className="font-semibold">{name}.</span> {meaning}
              </span>
            </li>
          ))}
        </ol>
        <p className="mt-4 max-w-[70ch] text-sm text-soft">
          From cycles and numbers, a measure counts as improved only where its run chart calls a change toward
          the goal. The scale is for talking about the next step; it compares no team with another.
        </p>
      </Card>
    </div>
  );
}

import { redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { NudgeCard, TemplateChoice } from '~/features/coaching/nudges/nudge-fields';
import { nudgeForm } from '~/features/coaching/nudges/nudge-form';
import {
  findRecentNudge,
  listDaysOffOfTeam,
  loadNudgeFacts,
} from '~/features/coaching/nudges/nudge-queries.server';
import { nudgeTemplates } from '~/features/coaching/nudges/nudge-templates';
import { nudgedSentence, restSentence } from '~/features/coaching/nudges/nudge-words';
import { sendNudge } from '~/features/coaching/nudges/send-nudge.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { coachesTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerAgain, answerForm } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-nudge';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  if (!coachesTeam(actor, team.teamId))
    refuse({ kind: 'not_allowed', why: 'Only a team’s own coaches nudge it.' });
  const asked = new URL(request.url).searchParams;
  const daysOff = await listDaysOffOfTeam(db, team.teamId, today);
  const { timeZone, runChartRules: rules } = network;
  const cycleId = asked.get('cycle');
  const facts = await loadNudgeFacts(db, actor, { team, cycleId, rules, timeZone, today, daysOff });
  const before = await findRecentNudge(db, team.teamId, { today, timeZone });
  return {
    team,
    templates: nudgeTemplates(facts),
    asked: asked.get('template'),
    cycleId: facts.cycle?.id ?? '',
    rest: restSentence(today, daysOff),
    before: before && { said: nudgedSentence(before, timeZone), body: before.body },
    newId: uuidv7(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: nudgeForm });
  if (submission.status !== 'success') return answerForm(submission);
  const { timeZone, runChartRules: rules } = network;
  const asked = { teamId: params.team, form: submission.value };
  const outcome = await sendNudge(database, actor, asked, { now, today, timeZone, rules });
  if (!outcome.ok) return answerAgain(submission, outcome.problem, 'id', uuidv7());
  throw redirect(`/coaching/${params.team}?nudged`);
}

export default function NewNudge({ loaderData, actionData }: Route.ComponentProps) {
  const { team, templates, asked, cycleId, rest, before, newId } = loaderData;
  const typed = actionData?.result.initialValue?.template;
  const wanted = typeof typed === 'string' ? typed : asked;
  const chosen = templates.find(({ key }) => key === wanted) ?? templates[0];
  const back = `/coaching/${team.teamId}`;
  const pathOf = (template: string) =>
    `${back}/nudges/new?${new URLSearchParams({ ...(cycleId ? { cycle: cycleId } : {}), template }).toString()}`;
  return (
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>{`A nudge for ${team.teamName} · Boldline`}</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="A kind word, and their next step"
        lead="At most one a week reaches a team, from all its coaches together."
      />
      {rest ? (
        <Notice>{rest} They will find your words when they are back; perhaps a later day is kinder.</Notice>
      ) : null}
      {before && !actionData ? (
        <Card>
          <p className="font-semibold">{before.said}</p>
          <p
            className="mt-3 max-w-[65ch] border-s-4 border-strong ps-4 wrap-anywhere whitespace-pre-line text-soft"
            dir="auto"
          >
            {before.body}
          </p>
          <ButtonLink to={back} className="mt-4">
            Back to the team
          </ButtonLink>
        </Card>
      ) : chosen ? (
        <>
          <TemplateChoice {...{ templates, chosen, pathOf }} />
          <NudgeCard
            key={chosen.key}
            template={chosen}
            {...{ cycleId, newId, back }}
            teamId={team.teamId}
            to={team.members.map(({ name }) => name).join(', ') || 'Nobody is in this team yet.'}
            answer={actionData?.result ?? null}
          />
        </>
      ) : null}
    </div>
  );
}

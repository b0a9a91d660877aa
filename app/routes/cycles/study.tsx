import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { predictionVerdicts } from '#db/vocabulary';
import { loadEvidence } from '~/features/cycles/cycle-charts.server';
import type { StudyForm } from '~/features/cycles/cycle-forms';
import { studyForm } from '~/features/cycles/cycle-forms';
import { scaleWords, verdictWords } from '~/features/cycles/cycle-words';
import { ObservationList } from '~/features/cycles/observation-list';
import { predictionWords } from '~/features/cycles/prediction';
import { PredictionBesideResult } from '~/features/cycles/prediction-beside-result';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { isAhead, ReturnForm } from '~/features/cycles/stage-header';
import { saveStudy } from '~/features/cycles/study-cycle.server';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { RunChartFigure } from '~/features/run-charts/view/run-chart-figure';
import { formatSpan, schoolDayAt } from '~/lib/school-day';
import { answerForm } from '~/platform/form-answer.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChoiceField, FormErrors, TextAreaField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/study';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  if (isAhead(cycle, 'study')) throw redirect(`/cycles/${cycle.id}`);
  const measures = await listMeasuresOfTeam(db, actor, cycle.teamId);
  const evidence = await loadEvidence(db, actor, cycle, measures, { rules: network.runChartRules, today });
  const questions = cycle.questions.map((question) => ({
    question,
    predicted: predictionWords(
      question,
      measures.find((measure) => measure.id === question.measureId) ?? null,
    ),
    predictedOn: question.predictedAt === null ? null : schoolDayAt(question.predictedAt, network.timeZone),
    evidence: evidence.find((one) => one.questionId === question.id) ?? null,
  }));
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('cycle-study', cycle.id),
  );
  return { cycle, questions, draft, today, mayWrite: worksInTeam(actor, cycle.teamId) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: studyForm });
  if (submission.status !== 'success') return answerForm(submission);
  const finish = formData.get('step') === 'finish';
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await saveStudy(database, actor, { cycleId: params.cycle, form, finish }, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('cycle-study', params.cycle), fields: formData },
      now,
    );
  throw redirect(`/cycles/${params.cycle}/${finish ? 'act' : 'study?saved'}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function Study({ loaderData, actionData }: Route.ComponentProps) {
  const { cycle, mayWrite, draft } = loaderData;
  const editable = mayWrite && cycle.stage === 'study';
  return (
    <>
      <title>{`Study · ${cycle.changeIdea} · Boldline`}</title>
      <PageHeader
        title="Study: what did the change teach us?"
        lead={`Cycle ${cycle.number} · ${scaleWords[cycle.scale]} · ${formatSpan(cycle.plannedStart, cycle.plannedEnd)}`}
      />
      {editable ? (
        <StudyEditor key={formKey(cycle.version, draft)} {...loaderData} answer={actionData ?? null} />
      ) : (
        <StudyReading {...loaderData} />
      )}
      <ReturnForm cycle={cycle} stage="study" mayWrite={mayWrite} />
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];
type Asked = Loaded['questions'][number];

/** Prediction beside result, then the chart with its sentence. */
function Evidence({ question, predicted, predictedOn, evidence }: Asked) {
  return (
    <div className="space-y-4">
      <PredictionBesideResult {...{ question, predicted, predictedOn, evidence }} />
      {evidence && evidence.model.points.length > 0 ? (
        <div>
          <p className="mb-2 text-sm text-soft">{evidence.seriesName}</p>
          <RunChartFigure model={evidence.model} name={evidence.seriesName} />
          {evidence.caution ? <p className="mt-2 text-sm">{evidence.caution}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

function Noticed({ cycle, today }: Pick<Loaded, 'cycle' | 'today'>) {
  if (cycle.observations.length === 0) return null;
  return (
    <details suppressHydrationWarning className="rounded-md border border-line p-4">
      <summary className="inline-block min-h-6 font-semibold">
        What we noticed in Do ({cycle.observations.length})
      </summary>
      <ObservationList observations={cycle.observations} editable={false} today={today} />
    </details>
  );
}

function StudyReading({ cycle, questions, today }: Loaded) {
  return (
    <div className="space-y-5">
      {questions.map((asked) => (
        <Card key={asked.question.id}>
          <h2 className="mb-4">{asked.question.question}</h2>
          <Evidence {...asked} />
          <p className="mt-5 font-semibold">
            {asked.question.verdict === null ? 'No verdict yet' : `${verdictWords[asked.question.verdict]}`}
          </p>
          {asked.question.result ? <p className="mt-1 whitespace-pre-line">{asked.question.result}</p> : null}
        </Card>
      ))}
      <Card>
        <h2>What we learned</h2>
        <p className="mt-2 whitespace-pre-line">{cycle.learned || 'Not written yet.'}</p>
      </Card>
      <Noticed cycle={cycle} today={today} />
    </div>
  );
}

function StudyEditor({
  cycle,
  questions,
  draft,
  today,
  answer,
}: Loaded & { answer: Route.ComponentProps['actionData'] | null }) {
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<StudyForm>({
    id: 'study',
    lastResult: answer?.result ?? kept,
    defaultValue: {
      version: cycle.version,
      learned: cycle.learned,
      answers: questions.map(({ question, evidence }) => {
        const verdict = question.verdict ?? evidence?.suggestion?.verdict;
        return { questionId: question.id, result: question.result, ...(verdict ? { verdict } : {}) };
      }),
    },
  });
  const answers = fields.answers.getFieldList();
  const typed = answer?.result.initialValue ?? {};
  const here = `/cycles/${cycle.id}/study`;
  const learned = typeof typed.learned === 'string' ? typed.learned : '';
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-5">
      <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
      {answer && isConflict(answer, cycle.version) ? (
        <DraftConflict
          by={cycle.changedByName || 'Somebody'}
          differences={[
            { label: 'What we learned', theirs: cycle.learned, mine: learned },
            ...questions.map(({ question }, index) => {
              const mine = answers[index]?.getFieldset();
              const words = (verdict: string | undefined) =>
                predictionVerdicts.find((one) => one === verdict);
              const my = words(mine?.verdict.initialValue);
              return {
                label: question.question,
                theirs: [question.verdict ? verdictWords[question.verdict] : '', question.result]
                  .filter(Boolean)
                  .join('\n'),
                mine: [my ? verdictWords[my] : '', mine?.result.initialValue ?? '']
                  .filter(Boolean)
                  .join('\n'),
              };
            }),
          ].filter((row) => row.theirs !== row.mine)}
          version={cycle.version}
          {...{ draft, here }}
        />
      ) : null}
      <FormErrors errors={form.errors} />
      <input type="hidden" name="version" value={fields.version.initialValue ?? cycle.version} />
      {questions.map((asked, index) => {
        const parts = answers[index]?.getFieldset();
        if (!parts) return null;
        const { suggestion } = asked.evidence ?? { suggestion: null };
        return (
          <Card key={asked.question.id}>
            <h2 className="mb-4">{asked.question.question}</h2>
            <Evidence {...asked} />
            <input type="hidden" name={parts.questionId.name} value={asked.question.id} />
            <ChoiceField
              className="mt-6"
              field={parts.verdict}
              label="Compared with our prediction"
              choices={predictionVerdicts.map((value) => ({ value, label: verdictWords[value] }))}
              note={
                suggestion
                  ? `suggested: ${verdictWords[suggestion.verdict].toLowerCase()}, ${suggestion.why}`
                  : null
              }
            />
            <TextAreaField
              className="mt-5"
              field={parts.result}
              label="What does the gap teach us?"
              rows={3}
              optional
            />
          </Card>
        );
      })}
      <Noticed cycle={cycle} today={today} />
      <Card>
        <TextAreaField
          field={fields.learned}
          label="What did we learn?"
          hint="One sentence you would tell a colleague down the hall."
          rows={3}
        />
      </Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <DraftLine draft={draft} back={here} />
        <div className="flex flex-wrap gap-2">
          <Button name="step" value="save">
            Save
          </Button>
          <Button tone="primary" name="step" value="finish">
            Decide: adopt, adapt or abandon
          </Button>
        </div>
      </div>
    </Form>
  );
}

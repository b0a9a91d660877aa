import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, learningQuestion, studyAnswer } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { StudyForm } from './cycle-forms';
import { findCycleToChange, moveCycle } from './own-cycle.server';

type Answer = StudyForm['answers'][number];

/** Writes verdicts, results and what was learned; `finish` moves on to Act, which needs a verdict on each question. */
export function saveStudy(
  database: Database,
  actor: Actor,
  input: { cycleId: string; form: StudyForm; finish: boolean },
  now: number,
): Promise<Outcome> {
  const { cycleId, form, finish } = input;
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, cycleId, form.version);
    if (!own.ok) return own;
    if (own.head.stage !== 'study') return invalid('This cycle is not in Study at the moment.');
    const questions = await tx
      .select({ id: learningQuestion.id })
      .from(learningQuestion)
      .where(eq(learningQuestion.cycleId, cycleId));
    const known = new Set(questions.map((one) => one.id));
    const answered = new Set(form.answers.map((answer) => answer.questionId));
    if (answered.size !== form.answers.length || [...answered].some((id) => !known.has(id))) return notFound;
    const wrong = finish ? whatStudyLacks(form, [...known]) : null;
    if (wrong) return invalid('One answer below needs another look. Nothing was lost.', wrong);
    for (const answer of form.answers) await writeAnswer(tx, answer, actor.personId, now);
    await tx
      .update(cycle)
      .set({ learned: form.learned ?? '', version: form.version + 1, changedBy: actor.personId })
      .where(eq(cycle.id, cycleId));
    if (finish)
      await moveCycle(tx, actor, own.head, { to: 'act', reason: '', kind: 'cycle_stage_entered' }, now);
    await endDraft(tx, actor.personId, draftForm('cycle-study', cycleId));
    return { ok: true };
  });
}

function whatStudyLacks(form: StudyForm, questionIds: string[]): Record<string, string[]> | null {
  const wrong: Record<string, string[]> = {};
  for (const id of questionIds) {
    const index = form.answers.findIndex((answer) => answer.questionId === id);
    if (form.answers[index]?.verdict === undefined)
      wrong[`answers[${Math.max(index, 0)}].verdict`] = [
        'Compare it with the prediction: which of the three?',
      ];
  }
  if ((form.learned ?? '') === '')
    wrong.learned = ['Write down what you learned, even if it is one sentence.'];
  return Object.keys(wrong).length > 0 ? wrong : null;
}

async function writeAnswer(tx: Connection, answer: Answer, personId: string, now: number): Promise<void> {
  const values = {
    verdict: answer.verdict ?? null,
    result: answer.result ?? '',
    answeredBy: personId,
    answeredAt: now,
  };
  await tx
    .insert(studyAnswer)
    .values({ id: uuidv7(), questionId: answer.questionId, ...values })
    .onConflictDoUpdate({ target: studyAnswer.questionId, set: values });
}

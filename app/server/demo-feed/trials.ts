import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, learningQuestion, measure, studentGroup, team } from '#db/schema';
import type { PlanForm } from '~/features/cycles/cycle-forms';
import { decideCycle } from '~/features/cycles/decide-cycle.server';
import { addObservation, saveDo } from '~/features/cycles/do-cycle.server';
import { startCycle } from '~/features/cycles/start-cycle.server';
import { saveStudy } from '~/features/cycles/study-cycle.server';
import { findPostToTry } from '~/features/feed/try/to-try-queries.server';
import { accepted, actorOf, dayAgo, dayOf, instantAgo, postIdOf } from '../demo-stage';
import type { Stage, Step } from '../demo-stage';
import type { TrialStory } from './trial-stories';

async function seriesOf(stage: Stage, { series }: TrialStory, teamId: string): Promise<string | undefined> {
  if (series === null) return undefined;
  const measures = await stage.tx
    .select({ id: measure.id })
    .from(measure)
    .where(and(eq(measure.teamId, teamId), eq(measure.name, series.measure)));
  const groups = await stage.tx
    .select({ id: studentGroup.id })
    .from(studentGroup)
    .where(eq(studentGroup.key, series.group));
  if (!measures[0] || !groups[0]) throw new Error(`The demo has no measure “${series.measure}” there.`);
  return `${measures[0].id}/${groups[0].id}`;
}

async function teamOf(stage: Stage, { by }: TrialStory): Promise<string> {
  const rows = await stage.tx
    .select({ id: team.id })
    .from(team)
    .where(eq(team.name, by.split('/')[0] ?? ''));
  return rows[0]?.id ?? '';
}

async function begin(stage: Stage, story: TrialStory, cycleId: string, at: number): Promise<void> {
  const { tx, database, now } = stage;
  const actor = await actorOf(stage, story.by);
  const postId = postIdOf(stage, story.post);
  const source = await findPostToTry(tx, actor, postId);
  if (!source) throw new Error(`Who tries “${story.post}” does not see it.`);
  const teamId = await teamOf(stage, story);
  const { changeIdea, warrant, objective, tasks } = source.plan;
  const { scale, kept, changed, question, because, confidence } = story;
  const series = await seriesOf(stage, story, teamId);
  const form: PlanForm = {
    ...{ id: cycleId, version: 0, changeIdea, warrant, objective, scale, kept, changed, tellsWho: 'on' },
    ...{ plannedStart: dayAgo(now, story.from), plannedEnd: dayAgo(now, story.to) },
    questions: [
      { question, because, confidence, expects: 'increase', ...(series === undefined ? {} : { series }) },
    ],
    tasks: tasks.map((what) => ({ what })),
    dataPlan: [],
  };
  const tried = { id: postId, source: { postId, ideaId: source.ideaId } };
  accepted(await startCycle(database, actor, { teamId, form, begin: true, tried }, at), `try ${story.post}`);
}

async function versionOf(stage: Stage, cycleId: string): Promise<number> {
  const rows = await stage.tx.select({ version: cycle.version }).from(cycle).where(eq(cycle.id, cycleId));
  return rows[0]?.version ?? 0;
}

async function notice(stage: Stage, story: TrialStory, cycleId: string, at: number): Promise<void> {
  const today = dayOf(stage, at);
  const form = {
    ...{ observationId: uuidv7({ msecs: at }), kind: 'observation' as const },
    ...{ text: story.observation, observedOn: today },
  };
  const actor = await actorOf(stage, story.by);
  accepted(
    await addObservation(stage.database, actor, { cycleId, form }, { now: at, today }),
    story.observation,
  );
}

type End = NonNullable<TrialStory['end']>;

async function conclude(
  stage: Stage,
  story: TrialStory & { end: End },
  cycleId: string,
  at: number,
): Promise<void> {
  const { database, tx } = stage;
  const actor = await actorOf(stage, story.by);
  const { carriedOut, verdict, result, learned, decision, why } = story.end;
  const done = { version: await versionOf(stage, cycleId), carriedOut };
  accepted(await saveDo(database, actor, { cycleId, form: done, finish: true }, at), story.post);
  const questions = await tx
    .select({ questionId: learningQuestion.id })
    .from(learningQuestion)
    .where(eq(learningQuestion.cycleId, cycleId));
  const answers = questions.map(({ questionId }) => ({ questionId, verdict, result }));
  const study = { version: await versionOf(stage, cycleId), answers, learned };
  accepted(await saveStudy(database, actor, { cycleId, form: study, finish: true }, at), story.post);
  const act = { version: await versionOf(stage, cycleId), nextCycleId: uuidv7({ msecs: at }), decision, why };
  const clock = { now: at, today: dayOf(stage, at) };
  accepted(await decideCycle(database, actor, { cycleId, form: act }, clock), story.post);
}

/** What another team did with a post: begun, noticed something, and decided where it is that far. */
export function trialSteps(story: TrialStory, now: number): Step[] {
  const begins = instantAgo(now, story.begins);
  const cycleId = uuidv7({ msecs: begins });
  const { end } = story;
  const steps: Step[] = [
    { at: begins, play: (stage, at) => begin(stage, story, cycleId, at) },
    {
      at: instantAgo(now, { ago: story.begins.ago - 7, hour: 14 }),
      play: (stage, at) => notice(stage, story, cycleId, at),
    },
  ];
  if (end !== null)
    steps.push({
      at: instantAgo(now, end),
      play: (stage, at) => conclude(stage, { ...story, end }, cycleId, at),
    });
  return steps;
}

import { createHash } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { cycle, post, postOrigin } from '#db/schema';
import type { Audience, PredictionVerdict } from '#db/vocabulary';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import type { TextContext, TextQuestion } from '~/features/disclosure/free-text/text-question';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import type { Actor, Network } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { wholeNetwork } from '../post-scope.server';
import type { SharedPrediction } from '../post';
import { storyFields } from '../posts/story-sections';
import type { Story, StoryField } from '../posts/story-sections';
import { chosenSeries, prepareChart } from './chart-to-share.server';
import type { ChosenSeries, PreparedChart } from './chart-to-share.server';
import type { LedgerEntry } from './ledger-rules';
import { clashOfSignatures } from './signature-clash';
import { signPost, wordsThatGiveAway } from './signature-rules';
import type { ShareForm } from './share-form';
import type { ShareSubject } from './share-subject';
import { listShownByName } from './shown-by-name.server';
import { listTeamPlaces, newestCohortOf } from './share-subject-queries.server';

const another = 'One answer below needs another look. Nothing was lost.';

type PostValues = Omit<typeof post.$inferInsert, 'id' | 'sharedAt' | 'standing' | 'ideaId'>;

/** A chart that stays as it was shared. */
export type KeptChart = {
  chart: string | null;
  shape: string;
  hiddenWhy: string;
  shownImprovement: boolean;
  print: string;
};

/** A text of the form and the questions it raises. */
export type AskedText = {
  field: StoryField | 'title' | 'ideaName' | 'predictions' | 'chart';
  questions: TextQuestion[];
};

/** A post as it would be shared: what others see, whose it is, and what its author is told. */
export type PreparedPost = {
  post: PostValues;
  story: Story & { predictions: string; chart: string | null; shape: string; hiddenWhy: string };
  origin: {
    teamId: string;
    cycleId: string | null;
    measureId: string | null;
    groupId: string | null;
    pooledWith: string;
    students: number | null;
    print: string;
  };
  ideaName: string;
  /** What goes into the ledger; null where no number is released. */
  release: LedgerEntry | null;
  told: { why: string; alternative: string } | null;
  asked: AskedText[];
  /** The same as long as others would see the same. */
  print: string;
  /** The same as long as the same is asked; empty when nothing is. */
  questionsPrint: string;
};

export type PrepareInput = {
  subject: ShareSubject;
  form: ShareForm;
  network: Network;
  today: SchoolDay;
  kept: KeptChart | null;
};

async function audienceIdOf(
  db: Connection,
  { team }: ShareSubject,
  leaId: string,
  audience: Audience,
): Promise<string | null> {
  if (audience === 'team') return team.id;
  if (audience === 'school') return team.schoolId;
  if (audience === 'lea') return leaId;
  if (audience === 'cohort') return (await newestCohortOf(db, team.id))?.id ?? null;
  return wholeNetwork;
}

/** One verdict for several questions: the one they share, else partly. */
function commonVerdict(verdicts: (PredictionVerdict | null)[]): PredictionVerdict | null {
  const given = new Set(verdicts.filter((verdict) => verdict !== null));
  if (given.size === 0) return null;
  const [only] = given;
  return given.size === 1 ? (only ?? null) : 'partly';
}

/** A prediction shows its number only beside the chart it is about, where that may be shown. */
function sharedPredictions(
  { questions }: ShareSubject,
  form: ShareForm,
  shownSeries: string | null,
): SharedPrediction[] {
  return questions
    .filter(({ id }) => form.questionIds.includes(id))
    .map(({ question, series, expected, verdict }) => ({
      question,
      expected:
        series !== null && series === shownSeries && expected !== ''
          ? `We predicted: ${expected.charAt(0).toLowerCase()}${expected.slice(1)}.`
          : '',
      verdict,
    }));
}

function storyOf(form: ShareForm): Story {
  const kept = new Set<StoryField>(storyFields[form.kind]);
  const text = (field: StoryField) => (kept.has(field) ? (form[field] ?? '') : '');
  return {
    tried: text('tried'),
    expected: text('expected'),
    happened: text('happened'),
    explanation: text('explanation'),
    advice: text('advice'),
    wanted: text('wanted'),
    steps: text('steps'),
  };
}

function askAbout(texts: Record<string, string>, context: TextContext): AskedText[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const questions = text === '' ? [] : findQuestions(text, context);
    return questions.length === 0 ? [] : [{ field: field as AskedText['field'], questions }];
  });
}

/** The team's other posts of the same ramp or charts, and how they are signed; one that is hidden may be shown again. */
export async function listRelatedPosts(
  db: Connection,
  subject: ShareSubject,
  { postId, measureIds }: { postId: string; measureIds: string[] },
) {
  const rows = await db
    .select({
      ...{ title: post.title, signature: post.signature, rampId: cycle.rampId },
      ...{ measureId: postOrigin.measureId, pooledWith: postOrigin.pooledWith },
    })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .leftJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .where(
      and(
        eq(postOrigin.teamId, subject.team.id),
        ne(post.id, postId),
        ne(post.standing, 'withdrawn'),
        ne(post.audience, 'team'),
      ),
    );
  return rows.filter(({ rampId, measureId, pooledWith }) => {
    const charts = [measureId, ...(JSON.parse(pooledWith) as string[])];
    const isOfRamp = rampId !== null && rampId === subject.rampId;
    return isOfRamp || charts.some((id) => id !== null && measureIds.includes(id));
  });
}

/** A test with one child is known to all who know the child. */
export const aboutOneStudent: AskedText = {
  field: 'tried',
  questions: [
    {
      ...{ kind: 'number_of_small_group', excerpt: 'one student', from: 0, to: 0 },
      reason: 'This was a test with “one student”. Could those who know your school tell who it was?',
    },
  ],
};

/** The same as long as what is shown is the same. */
export const printOf = (shown: unknown) =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);

type ShownChart = KeptChart & { release: LedgerEntry | null; told: PreparedPost['told'] };
const noChart: ShownChart = {
  ...{ chart: null, shape: '', hiddenWhy: '', shownImprovement: false, print: '', release: null, told: null },
};

function shownChart(prepared: PreparedChart): ShownChart {
  const { release, query, print } = prepared;
  const { chart, shape, hiddenWhy, improved, told } = release;
  return {
    ...{ shape, hiddenWhy, told, print, shownImprovement: improved },
    chart: chart === null ? null : JSON.stringify(chart),
    release: chart === null ? null : query,
  };
}

async function chartFor(
  db: Connection,
  { subject, form, network, kept }: PrepareInput,
  chosen: ChosenSeries | null,
): Promise<ShownChart> {
  if (kept) return { ...kept, release: null, told: null };
  if (!chosen) return noChart;
  return shownChart(await prepareChart(db, subject, chosen, { form, network }));
}

/**
 * Works out what others would see of a post, through the disclosure module and the signature, and what its author is asked
 * and told before it is shared. Writes nothing.
 */
export async function preparePost(
  db: Connection,
  actor: Actor,
  input: PrepareInput,
): Promise<Outcome<{ prepared: PreparedPost }>> {
  const { subject, form, today } = input;
  const picked = chosenSeries(subject, form);
  if (!picked.ok) return invalid(another, picked.fields);
  const { chosen } = picked;
  const places = await listTeamPlaces(db, subject.team.id);
  const place = places.find(({ teamId }) => teamId === subject.team.id);
  const people = await findCycleTeam(db, actor, subject.team.id, today);
  if (!place || !people) return notFound;
  const audienceId = await audienceIdOf(db, subject, place.leaId, form.audience);
  if (audienceId === null) return invalid(another, { audience: ['Your team is in no cohort.'] });
  const { audience, signature } = form;
  const signed = signPost(place, { signature, audience, audienceId, authorName: actor.name }, places);
  if (!signed.ok) return invalid(another, { signature: [signed.why] });
  const measureIds = chosen === null ? [] : [chosen.measure, ...chosen.pooled].map(({ id }) => id);
  const related = [
    ...(await listRelatedPosts(db, subject, { postId: form.id, measureIds })),
    ...(await listShownByName(db, subject, measureIds)),
  ];
  const clash = audience === 'team' ? null : clashOfSignatures(signature, related);
  if (clash !== null) return invalid(another, { signature: [clash] });
  const chart = await chartFor(db, input, chosen);
  // A pooled chart does not say what became of one class's prediction.
  const isAlone = chart.chart !== null && (chosen?.pooled.length ?? 0) === 0;
  const predictions = sharedPredictions(subject, form, isAlone ? (form.series ?? null) : null);
  const story = storyOf(form);
  const memberNames = people.members.map(({ name }) => name);
  const asked = askAbout(
    {
      ...{ title: form.title, ...story, ideaName: form.ideaName ?? '' },
      predictions: predictions.map(({ question }) => question).join('\n'),
      chart: chart.chart === null ? '' : (chosen?.measure.name ?? ''),
    },
    {
      staffNames: [...memberNames, ...people.coaches, actor.name],
      placeNames: [place.teamName, place.schoolName],
      numbersAreHidden: chart.hiddenWhy !== '',
      hidden: signature === 'by_name' ? 'nothing' : signature === 'team_hidden' ? 'team' : 'school',
      givenAway: wordsThatGiveAway(place, signature, memberNames),
    },
  );
  if ((form.scale ?? subject.scale) === 'one_student') asked.push(aboutOneStudent);
  const values: PostValues = {
    ...{ kind: form.kind, title: form.title, audience, audienceId, signature, ...signed.printed },
    setting: form.setting ?? null,
    scale: form.scale ?? null,
    groupId: chosen?.group.id ?? null,
    decision: subject.decision,
    verdict: commonVerdict(predictions.map(({ verdict }) => verdict)),
    shownImprovement: chart.shownImprovement,
  };
  const shown = {
    ...{ ...story, predictions: JSON.stringify(predictions) },
    ...{ chart: chart.chart, shape: chart.shape, hiddenWhy: chart.hiddenWhy },
  };
  return {
    ok: true,
    prepared: {
      ...{ post: values, story: shown, asked, told: chart.told, ideaName: form.ideaName ?? '' },
      release: audience === 'team' ? null : chart.release,
      origin: {
        teamId: subject.team.id,
        cycleId: subject.cycleId,
        measureId: chosen?.measure.id ?? null,
        groupId: chosen?.group.id ?? null,
        pooledWith: JSON.stringify(chosen?.pooled.map(({ id }) => id) ?? []),
        students: form.students ?? null,
        print: chart.print,
      },
      print: printOf([values, shown, form.ideaName ?? '']),
      questionsPrint: questionsPrint(asked.flatMap(({ questions }) => questions)),
    },
  };
}

import { aboutOneStudent, listRelatedPosts, printOf } from '~/features/feed/sharing/prepare-post.server';
import { chosenSeries, prepareChart } from '~/features/feed/sharing/chart-to-share.server';
import type { ChosenSeries } from '~/features/feed/sharing/chart-to-share.server';
import type { LedgerEntry } from '~/features/feed/sharing/ledger-rules';
import type { ShareForm } from '~/features/feed/sharing/share-form';
import type { ShareSubject } from '~/features/feed/sharing/share-subject';
import { findCycleToShare } from '~/features/feed/sharing/share-subject-queries.server';
import { clashOfSignatures } from '~/features/feed/sharing/signature-clash';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { scaleWords } from '~/features/cycles/cycle-words';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import type { TextContext } from '~/features/disclosure/free-text/text-question';
import type { Actor, Network } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { PresentForm } from './present-form';
import { storyboardToShow } from './present-rules';
import type { ShownStoryboard } from './presentation';
import type { AskedWords } from './present-preview';

/** A storyboard as the room would see it, and what its team is asked and told before. */
export type PreparedStoryboard = {
  shown: ShownStoryboard;
  /** What goes into the ledger; null where no number is released. */
  release: { entry: LedgerEntry; groupId: string } | null;
  told: { why: string; alternative: string } | null;
  asked: AskedWords[];
  /** The same as long as the room would see the same. */
  print: string;
  /** The same as long as the same is asked; empty when nothing is. */
  questionsPrint: string;
};

export type StoryboardInput = {
  presentation: { id: string; cycleId: string; cycleNumber: number };
  form: PresentForm;
  network: Network;
  today: SchoolDay;
};

/** The door of the feed reads a share form: a chart is shown to the room as it would be shared by name. */
function asShared(presentationId: string, form: PresentForm): ShareForm {
  return {
    ...{ id: presentationId, version: 0, kind: 'win', title: form.changeIdea },
    ...{ series: form.series, students: form.students, pool: [], questionIds: [] },
    ...{ audience: 'cohort', signature: 'by_name' },
  };
}

/**
 * The post that keeps a cycle or a chart from being shown under its team's name, since it is shared without it; null where
 * none does. Told to the team alone.
 */
export async function hiddenPostBeside(
  db: Connection,
  subject: ShareSubject,
  { presentationId, measureIds }: { presentationId: string; measureIds: string[] },
): Promise<string | null> {
  const related = await listRelatedPosts(db, subject, { postId: presentationId, measureIds });
  if (clashOfSignatures('by_name', related) === null) return null;
  return related.find(({ signature }) => signature !== 'by_name')?.title ?? null;
}

/** Why it cannot be shown, with what to do instead. */
export function besideHiddenWords(title: string): string {
  return `“${title}” is from the same cycles or chart, and you shared it without your name. Shown under your name here, the two would tell who wrote both. Show another chart or none, present another cycle, or withdraw that post first.`;
}

async function chartFor(
  db: Connection,
  subject: ShareSubject,
  chosen: ChosenSeries | null,
  { presentation, form, network }: StoryboardInput,
) {
  if (chosen === null) return { chart: null, shape: '', hiddenWhy: '', told: null, release: null };
  const shared = asShared(presentation.id, form);
  const { release, query } = await prepareChart(db, subject, chosen, { form: shared, network });
  const { chart, shape, hiddenWhy, told } = release;
  return {
    ...{ chart: chart === null ? null : JSON.stringify(chart), shape, hiddenWhy, told },
    release: chart === null ? null : { entry: query, groupId: chosen.group.id },
  };
}

function askAbout(shown: ShownStoryboard, chartName: string, context: TextContext): AskedWords[] {
  const texts: [string, string][] = [
    ['What you tried', shown.changeIdea],
    ['Objective', shown.objective],
    ...shown.questions.flatMap(({ question, because, result }, index): [string, string][] => [
      [`Question ${index + 1}`, question],
      [`Question ${index + 1}, because`, because],
      [`Question ${index + 1}, what happened`, result],
    ]),
    ['What you did', shown.carriedOut],
    ['What you learned', shown.learned],
    ['Why you decided so', shown.decision?.why ?? ''],
    ['The name of the chart: it is the measure’s own', chartName],
  ];
  return texts.flatMap(([label, text]) => {
    const questions = text === '' ? [] : findQuestions(text, context);
    return questions.length === 0 ? [] : [{ label, questions }];
  });
}

/**
 * Works out what the room would see of a cycle of the actor's own team, through the disclosure module, and what the team is
 * asked and told before it agrees. Writes nothing.
 */
export async function prepareStoryboard(
  db: Connection,
  actor: Actor,
  input: StoryboardInput,
): Promise<Outcome<{ prepared: PreparedStoryboard }>> {
  const { presentation, form, today } = input;
  const subject = await findCycleToShare(db, actor, presentation.cycleId);
  if (!subject) return notFound;
  const known = new Set(subject.questions.map(({ id }) => id));
  if (form.questions.some(({ id }) => !known.has(id))) return notFound;
  const picked = chosenSeries(subject, asShared(presentation.id, form));
  if (!picked.ok) return invalid('One answer below needs another look. Nothing was lost.', picked.fields);
  const { chosen } = picked;
  const people = await findCycleTeam(db, actor, subject.team.id, today);
  if (!people) return notFound;
  const hidden = await hiddenPostBeside(db, subject, {
    presentationId: presentation.id,
    measureIds: chosen === null ? [] : [chosen.measure.id],
  });
  if (hidden !== null)
    return invalid('This cannot be shown under your name as it is.', { series: [besideHiddenWords(hidden)] });
  const { release, told, ...chart } = await chartFor(db, subject, chosen, input);
  const { team } = subject;
  const shown = storyboardToShow(subject, form, {
    ...{ signedAs: `${team.schoolName} · ${team.name}`, cycleNumber: presentation.cycleNumber },
    ...{ scale: subject.scale === null ? '' : scaleWords[subject.scale], ...chart },
  });
  const asked = askAbout(shown, chart.chart === null ? '' : (chosen?.measure.name ?? ''), {
    staffNames: [...people.members.map(({ name }) => name), ...people.coaches, actor.name],
    placeNames: [team.name, team.schoolName],
    ...{ numbersAreHidden: chart.hiddenWhy !== '', hidden: 'nothing', givenAway: [] },
  });
  if (subject.scale === 'one_student')
    asked.push({ label: 'How wide it was', questions: aboutOneStudent.questions });
  return {
    ok: true,
    prepared: {
      ...{ shown, release, told, asked, print: printOf(shown) },
      questionsPrint: questionsPrint(asked.flatMap(({ questions }) => questions)),
    },
  };
}

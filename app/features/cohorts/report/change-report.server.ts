import { eq } from 'drizzle-orm';
import { cohortReport, cohortReportPart, cohortReportPost } from '#db/schema';
import { reportParts } from '#db/vocabulary';
import type { ReportPart } from '#db/vocabulary';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { PartText } from './report';
import { mostPosts } from './report-bounds';
import { loadMeasureFigures } from './measure-figures.server';
import type { ReportClock } from './report-figures.server';
import { chosenPosts, titleOf } from './report-form';
import type { ReportForm } from './report-form';
import { tellablePosts } from './report-posts.server';
import { listReportPosts } from './report-queries.server';
import { questionsAbout } from './report-questions.server';
import { findOwnReport } from './report-scope.server';
import type { ReportRow } from './report-scope.server';
import { sameWords } from './report-words';

type Parts = Record<ReportPart, PartText>;

/** Words that are still as they were drafted are not kept, so that they go on following the figures. */
function writtenParts(form: ReportForm): Parts {
  const textOf = (part: ReportPart): PartText => {
    const { words = '', drafted = '', figures, leftOut } = form.parts[part];
    return {
      ...{ words: sameWords(words, drafted) ? '' : words, showsFigures: figures !== undefined },
      isLeftOut: leftOut !== undefined,
    };
  };
  return {
    participation: textOf('participation'),
    tried: textOf('tried'),
    learned: textOf('learned'),
    wins_and_losses: textOf('wins_and_losses'),
    shared_measures: textOf('shared_measures'),
    ideas: textOf('ideas'),
  };
}

const toldWords = ({ words, isLeftOut }: PartText) => (isLeftOut ? '' : words);

/** The words that will be read. Those of a part left out are asked about when it is taken in again. */
const wordsOf = (parts: Parts): Record<ReportPart, string> => ({
  participation: toldWords(parts.participation),
  tried: toldWords(parts.tried),
  learned: toldWords(parts.learned),
  wins_and_losses: toldWords(parts.wins_and_losses),
  shared_measures: toldWords(parts.shared_measures),
  ideas: toldWords(parts.ideas),
});

/** Chosen posts that may not be told of are refused; one that stood in the report before only falls out of it. */
async function choosePosts(
  tx: Connection,
  own: ReportRow,
  form: ReportForm,
): Promise<Outcome<{ postIds: string[] }>> {
  const chosen = [...new Set(chosenPosts(form))];
  if (chosen.length > mostPosts)
    return invalid(`A report tells of ${mostPosts} posts at most. Leave some out, or begin a second report.`);
  const before = new Set(await listReportPosts(tx, own.id));
  const postIds = await tellablePosts(tx, own.cohortId, chosen);
  const told = new Set(postIds);
  if (chosen.some((id) => !told.has(id) && !before.has(id))) return notFound;
  return { ok: true, postIds };
}

async function writeReport(
  tx: Connection,
  own: ReportRow,
  { parts, postIds }: { parts: Parts; postIds: string[] },
): Promise<void> {
  for (const part of reportParts) {
    const text = parts[part];
    await tx
      .insert(cohortReportPart)
      .values({ reportId: own.id, part, ...text })
      .onConflictDoUpdate({ target: [cohortReportPart.reportId, cohortReportPart.part], set: text });
  }
  await tx.delete(cohortReportPost).where(eq(cohortReportPost.reportId, own.id));
  for (const [position, postId] of postIds.entries())
    await tx.insert(cohortReportPost).values({ reportId: own.id, postId, position });
}

/**
 * Writes a report: title, time, the words of each part, whether it is left out and whether its figures show, and the posts it
 * tells of in their order. What in the words might name a student is asked once, and answered by a tick. `form.version` is the one the form was read at.
 */
export function changeReport(
  database: Database,
  actor: Actor,
  form: ReportForm,
  clock: ReportClock & { now: number },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnReport(tx, actor, form.id);
    if (!own) return notFound;
    if (own.version !== form.version) return conflict;
    const chosen = await choosePosts(tx, own, form);
    if (!chosen.ok) return chosen;
    const { postIds } = chosen;
    const { cohortId } = own;
    const title = titleOf(form);
    const parts = writtenParts(form);
    const measures = await loadMeasureFigures(tx, cohortId, { ...clock, through: form.through });
    const numbersAreHidden = measures.some(({ groups }) => groups.some(({ chart }) => chart === null));
    const asked = await questionsAbout(tx, cohortId, {
      ...{ title, words: wordsOf(parts), numbersAreHidden },
    });
    const print = questionsPrint(asked);
    if (print !== '' && form.looked !== print) {
      const reasons = [...new Set(asked.map(({ reason }) => reason))];
      return invalid(reasons.join(' '), { looked: [print] });
    }
    await tx
      .update(cohortReport)
      .set({
        ...{ title, fromDay: form.from, throughDay: form.through, version: own.version + 1 },
        ...{ changedBy: actor.personId, changedAt: clock.now },
      })
      .where(eq(cohortReport.id, own.id));
    await writeReport(tx, own, { parts, postIds });
    await endDraft(tx, actor.personId, draftForm('cohort-report', own.id));
    return { ok: true };
  });
}

import { Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { decisionWords, stageWords } from '~/features/cycles/cycle-words';
import { ownCycleOf } from '~/features/cycles/request-cycle.server';
import { formKey, loadAgainOnceWritten } from '~/features/drafts/draft-hooks';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { postKindWords } from '~/features/feed/post-words';
import { PostKindBadge } from '~/features/feed/post-parts';
import { listAudienceChoices } from '~/features/feed/sharing/audience-choices.server';
import { readChosenSeries } from '~/features/feed/sharing/chart-to-share.server';
import { preparePost } from '~/features/feed/sharing/prepare-post.server';
import { answerPreview } from '~/features/feed/sharing/share-answer.server';
import { ShareEditor } from '~/features/feed/sharing/share-editor';
import { shareForm } from '~/features/feed/sharing/share-form';
import { sharedKinds } from '~/features/feed/sharing/shared-kinds';
import { shareStart, suggestedKind } from '~/features/feed/sharing/share-start';
import { shareDraft, sharePost, unseen } from '~/features/feed/sharing/share-post.server';
import {
  findChartToShare,
  findCycleToShare,
  listCyclesToShare,
} from '~/features/feed/sharing/share-subject-queries.server';
import { listIdeaNames } from '~/features/feed/sharing/idea-names.server';
import { findMeasure } from '~/features/measures/measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import type { Connection } from '~/platform/database.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-post';

type Args = Pick<Route.LoaderArgs, 'request' | 'context'>;

const onlyTheTeam = 'Only the team itself shares its cycles and charts.';

/** What the address asks to share, for any connection; null where it names nothing yet. */
async function askedFor({ request, context }: Args) {
  const { database, actor } = signedIn(context);
  const search = new URL(request.url).searchParams;
  const cycleId = search.get('cycle');
  if (cycleId !== null) {
    await ownCycleOf(context, cycleId);
    return (db: Connection) => findCycleToShare(db, actor, cycleId);
  }
  const measureId = search.get('measure');
  if (measureId === null) return null;
  const measure = found(await findMeasure(database.reader, actor, measureId));
  if (!worksInTeam(actor, measure.teamId)) refuse({ kind: 'not_allowed', why: onlyTheTeam });
  return (db: Connection) => findChartToShare(db, actor, { measureId, groupId: search.get('group') });
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const find = await askedFor({ request, context });
  if (find === null) {
    if (actor.memberships.length === 0) throwNotFound();
    return { asked: null, cycles: await listCyclesToShare(db, actor) };
  }
  const subject = found(await find(db));
  const wanted = new URL(request.url).searchParams.get('kind');
  const kind = sharedKinds.find((one) => one === wanted) ?? suggestedKind(subject.decision);
  const { shape, students } = await readChosenSeries(db, subject, network);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    shareDraft(subject),
  );
  const asked = {
    subject,
    start: { ...shareStart(subject, kind, shape), id: uuidv7(), ...(students === null ? {} : { students }) },
    audiences: await listAudienceChoices(db, subject.team),
    ideaNames: await listIdeaNames(db),
    draft,
  };
  return { asked, cycles: [] };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const find = (await askedFor({ request, context })) ?? throwNotFound();
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: shareForm });
  if (submission.status !== 'success') return answerForm(submission);
  const form = submission.value;
  const db = database.reader;
  if (formData.get('step') === 'share') {
    const outcome = await sharePost(database, actor, { findSubject: find, form, network, today }, now);
    if (outcome.ok) throw redirect(`/posts/${form.id}`);
    if (outcome.problem.kind !== 'invalid' || outcome.problem.fields)
      return answerProblem(submission, outcome.problem);
  }
  const subject = found(await find(db));
  const outcome = await preparePost(db, actor, { subject, form, network, today, kept: null });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  const { prepared } = outcome;
  const notice = formData.get('step') === 'share' ? unseen(prepared, form) : null;
  return answerPreview(db, submission, { prepared, postId: form.id, today, notice });
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function NewPost(props: Route.ComponentProps) {
  const { asked, cycles } = props.loaderData;
  if (asked === null) return <ChooseCycle cycles={cycles} />;
  const { subject, draft } = asked;
  const here = subject.cycleId === null ? '/posts/new' : `/posts/new?cycle=${subject.cycleId}`;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Share what you learned · Boldline</title>
      <PageHeader
        above={
          subject.cycleId === null ? (
            subject.team.name
          ) : (
            <Link to={`/cycles/${subject.cycleId}`} className="inline-block min-h-6">
              {subject.changeIdea}
            </Link>
          )
        }
        title="Share what you learned"
        lead="It is filled in from what you already wrote. Nobody sees it before you have seen it as they will."
      />
      <ShareEditor
        key={formKey(0, draft)}
        {...asked}
        version={0}
        answer={props.actionData}
        here={here}
        shareWords="Share it"
      />
    </div>
  );
}

function ChooseCycle({ cycles }: { cycles: Route.ComponentProps['loaderData']['cycles'] }) {
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Share what you learned · Boldline</title>
      <PageHeader
        title="Share what you learned"
        lead="From which cycle? A loss is worth as much to others as a win. A chart can be shared from its own page."
      />
      {cycles.length === 0 ? (
        <EmptyState title="No cycle has begun yet." action={<ButtonLink to="/teams">To my team</ButtonLink>}>
          Once you have tried something, what came of it can be shared in three taps, whatever it was.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {cycles.map(({ id, number, stage, changeIdea, decision }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
              <div className="min-w-0">
                <p className="font-semibold wrap-anywhere">{changeIdea}</p>
                <p className="text-sm text-soft">
                  Cycle {number} · {decision === null ? stageWords[stage].name : decisionWords[decision].past}
                </p>
              </div>
              <ul className="flex flex-wrap gap-2" aria-label={`Share ${changeIdea}, cycle ${number}, as`}>
                {sharedKinds.map((kind) => (
                  <li key={kind}>
                    <Link
                      to={`/posts/new?cycle=${id}&kind=${kind}`}
                      className="inline-flex min-h-11 items-center no-underline hover:underline"
                      aria-label={`${postKindWords[kind].name}: ${changeIdea}, cycle ${number}`}
                    >
                      <PostKindBadge kind={kind} />
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

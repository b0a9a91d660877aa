import { Form, Link } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { ConversationView } from '~/features/feed/conversation/conversation-view';
import { loadConversation, pageOfComment } from '~/features/feed/conversation/conversation-queries.server';
import { PostFooter } from '~/features/feed/conversation/post-footer';
import { listReactions } from '~/features/feed/conversation/reaction-queries.server';
import { ReactionLines } from '~/features/feed/conversation/reaction-lines';
import { loadFamilyTree } from '~/features/feed/family/family-queries.server';
import { FamilyTree } from '~/features/feed/family/family-tree';
import { isSignedAsOrigin } from '~/features/feed/feed-policy';
import { PostModeration } from '~/features/feed/moderation/post-moderation';
import { PostCardView } from '~/features/feed/post-card';
import { postKindWords } from '~/features/feed/post-words';
import { findPostPage } from '~/features/feed/posts/post-page-queries.server';
import { HarvestForm } from '~/features/feed/syntheses/harvest-form';
import { listHarvestTargets } from '~/features/feed/syntheses/synthesis-queries.server';
import { ReleasedNumbers } from '~/features/feed/posts/released-numbers';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import type { Route } from './+types/post';

const mostPages = 1000;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const clock = { timeZone: network.timeZone, today };
  const page = found(await findPostPage(db, actor, params.post, clock));
  const search = new URL(request.url).searchParams;
  const comment = search.get('comment');
  const asked = Math.max(1, Math.min(mostPages, Number.parseInt(search.get('page') ?? '1', 10) || 1));
  const at = comment === null ? asked : await pageOfComment(db, page.card.id, comment);
  return {
    page,
    reactions: await listReactions(db, page.card.id),
    conversation: await loadConversation(db, actor, { post: page.card, page: at }, clock),
    newId: uuidv7(),
    hasJustReported: search.has('reported'),
    family: await loadFamilyTree(db, actor, { postId: page.card.id }),
    harvesting: page.mayModerate ? await listHarvestTargets(db, actor, { postId: page.card.id }) : null,
  };
}

export default function PostPage({ loaderData }: Route.ComponentProps) {
  const { page, reactions, conversation, newId, hasJustReported, family, harvesting } = loaderData;
  const { card } = page;
  const isShared = card.standing === 'shared';
  return (
    <div className="mx-auto max-w-[820px] space-y-5">
      <title>{`${card.title} · Boldline`}</title>
      <p className="text-sm">
        <Link to="/feed" className="inline-block min-h-6 text-soft">
          Feed
        </Link>
        <span className="text-soft"> · {postKindWords[card.kind].name}</span>
      </p>
      {hasJustReported ? <Notice role="status">Thank you. A facilitator will look.</Notice> : null}
      <Standing page={page} />
      <PostCardView post={card} heading="h1">
        {card.chart === null ? null : <ReleasedNumbers chart={card.chart} />}
        {card.synthesisId === null ? null : (
          <ButtonLink to={`/syntheses/${card.synthesisId}`} className="mt-4">
            Read the whole page
          </ButtonLink>
        )}
        {isShared ? <PostFooter post={card} /> : null}
      </PostCardView>
      <PostActions page={page} />
      {harvesting === null || !isShared ? null : <HarvestForm post={card} syntheses={harvesting} />}
      {family === null ? null : (
        <Card labelledBy="family">
          <h2 id="family">Where it comes from, and who tried it</h2>
          <div className="mt-3">
            <FamilyTree tree={family} />
          </div>
        </Card>
      )}
      <Card>
        {reactions.length > 0 ? (
          <div className="mb-5 border-b border-line pb-4">
            <ReactionLines lines={reactions} />
          </div>
        ) : null}
        <ConversationView
          postId={card.id}
          conversation={conversation}
          newId={newId}
          isSignedAsOrigin={isSignedAsOrigin(card)}
          mayWrite={isShared}
        />
      </Card>
    </div>
  );
}

type PageProps = { page: Route.ComponentProps['loaderData']['page'] };

function Standing({ page: { card, hiddenBecause } }: PageProps) {
  if (card.standing === 'withdrawn')
    return <Notice>Your team withdrew this post. Nobody else sees it any more.</Notice>;
  if (card.standing !== 'hidden') return null;
  return (
    <Notice tone="attention">
      <p className="font-semibold">
        {card.isOwn
          ? 'A facilitator hid this post. Your team and the facilitators still see it.'
          : 'This post is hidden.'}
      </p>
      {hiddenBecause === null ? null : (
        <p className="mt-1 wrap-anywhere" dir="auto">
          {hiddenBecause}
        </p>
      )}
    </Notice>
  );
}

/** What its team, its readers and facilitators may do with a post, in one quiet row. */
function PostActions({ page }: PageProps) {
  const { card, cycleId, mayModerate, hasReported } = page;
  const isShared = card.standing === 'shared';
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-1 text-sm print:hidden">
      {card.isOwn ? (
        <p className="text-soft">
          Your team’s post
          {cycleId === null ? null : (
            <>
              {' · '}
              <Link to={`/cycles/${cycleId}`} className="inline-flex min-h-11 items-center">
                Its cycle
              </Link>
            </>
          )}
        </p>
      ) : null}
      {card.isOwn && card.standing !== 'withdrawn' ? (
        <OwnActions postId={card.id} version={card.version} />
      ) : null}
      {!card.isOwn && isShared ? <ReportAction postId={card.id} hasReported={hasReported} /> : null}
      {mayModerate ? <PostModeration post={card} /> : null}
    </div>
  );
}

function OwnActions({ postId, version }: { postId: string; version: number }) {
  return (
    <>
      <Link to={`/posts/${postId}/edit`} className="inline-flex min-h-11 items-center">
        Edit
      </Link>
      <details suppressHydrationWarning className="open:w-full">
        <summary className="inline-flex min-h-11 items-center underline underline-offset-3">Withdraw</summary>
        <Form method="post" action={`/posts/${postId}/withdrawal`} className="mt-1 space-y-3">
          <input type="hidden" name="version" value={version} />
          <p className="max-w-[60ch]">
            Others no longer find it, and what was said about it goes with it. Your cycle and its numbers
            stay.
          </p>
          <Button>Withdraw this post</Button>
        </Form>
      </details>
    </>
  );
}

function ReportAction({ postId, hasReported }: { postId: string; hasReported: boolean }) {
  if (hasReported) return <span className="text-soft">You told the facilitators about it.</span>;
  return (
    <Link to={`/posts/${postId}/reports/new`} className="inline-flex min-h-11 items-center text-soft">
      Report this post
    </Link>
  );
}

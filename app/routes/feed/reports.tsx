import { Form, Link } from 'react-router';
import { HideForm } from '~/features/feed/moderation/hide-form';
import type { ReportedPost } from '~/features/feed/moderation/moderation';
import { listHiddenPosts, listReportedPosts } from '~/features/feed/moderation/report-queries.server';
import { PostCardView } from '~/features/feed/post-card';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/reports';

const mostPages = 1000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const asked = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1;
  const page = Math.max(1, Math.min(mostPages, asked));
  const clock = { timeZone: network.timeZone, today };
  const reported = found(await listReportedPosts(database.reader, actor, page, clock));
  return { ...reported, hidden: await listHiddenPosts(database.reader, actor, clock) };
}

export default function Reports({ loaderData }: Route.ComponentProps) {
  const { posts, page, pages, hidden } = loaderData;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Reports · Boldline</title>
      <PageHeader
        title="Reports"
        lead="Posts that somebody asks you to look at. Hiding takes a post out of the feed; its team reads why."
      />
      {posts.length === 0 ? (
        <EmptyState title="Nothing to look at." action={<ButtonLink to="/feed">To the feed</ButtonLink>}>
          When somebody reports a post, it shows here with the reason.
        </EmptyState>
      ) : (
        <div className="space-y-6">
          {posts.map((reported) => (
            <PostCardView key={reported.card.id} post={reported.card} isLinked>
              <Decision reported={reported} />
            </PostCardView>
          ))}
        </div>
      )}
      <PageLinks {...{ page, pages }} pathOf={(to) => `/reports?page=${to}`} />
      {hidden.length > 0 ? (
        <section aria-labelledby="hidden" className="mt-10">
          <h2 id="hidden">Hidden now</h2>
          <ul className="mt-2 divide-y divide-line border-t border-line">
            {hidden.map(({ id, title, signedAs, reason, on }) => (
              <li key={id} className="py-3 wrap-anywhere">
                <Link to={`/posts/${id}`} className="inline-block min-h-6 font-semibold" dir="auto">
                  {title}
                </Link>
                <span className="block text-sm text-soft">
                  <bdi>{signedAs}</bdi> · hidden {on}: <bdi>{reason}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** What was reported, and the two ways to settle it. */
function Decision({ reported: { card, reports } }: { reported: ReportedPost }) {
  return (
    <div className="mt-5 border-t border-line pt-4">
      <ul className="space-y-2" aria-label="Reasons">
        {reports.map(({ id, reason, by, on }) => (
          <li key={id} className="wrap-anywhere">
            <span dir="auto">{reason}</span>{' '}
            <span className="text-sm text-soft">
              <bdi>{by}</bdi>, {on}
            </span>
          </li>
        ))}
      </ul>
      {card.isOwn ? (
        <p className="mt-3 text-sm text-soft">It is your own team’s: another facilitator decides.</p>
      ) : (
        <div className="mt-4">
          <HideForm postId={card.id} back="/reports">
            <Button form={`stand-${card.id}`} name="wanted" value="shown">
              Let it stand
            </Button>
          </HideForm>
          <Form
            id={`stand-${card.id}`}
            method="post"
            action={`/posts/${card.id}/hiding?back=/reports`}
            className="hidden"
          />
        </div>
      )}
    </div>
  );
}

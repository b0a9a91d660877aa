import { Form, Link } from 'react-router';
import { counted } from '~/lib/number-format';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { audienceWords } from '../post-words';
import type { NotForAll } from './evidence-rules';
import type { Synthesis } from './synthesis';
import { audiencePhrase } from './synthesis-words';

/** What readers of the page will not find in it, in words. */
export function NotForAllList({ notForAll }: { notForAll: NotForAll }) {
  const { posts, cycles, unseen } = notForAll;
  if (posts.length + cycles + unseen === 0) return null;
  return (
    <div>
      <p className="font-semibold">Some of the evidence is shared with fewer people than this page</p>
      <p className="text-sm text-soft">
        Where others may not see it, they read one line that says so, and nothing of what it holds.
      </p>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-5 text-sm wrap-anywhere">
        {posts.map(({ title, audience }, index) => (
          <li key={index}>
            “<bdi>{title}</bdi>”: {audienceWords[audience].sharedWith.toLowerCase()}
          </li>
        ))}
        {cycles > 0 ? <li>{counted(cycles, 'cycle')}: only for those who read the team’s cycles</li> : null}
        {unseen > 0 ? (
          <li>
            {counted(unseen, 'post')} no longer shared, or not with you: not in the page as you read it either
          </li>
        ) : null}
      </ul>
    </div>
  );
}

type Props = {
  synthesis: Pick<Synthesis, 'id' | 'audience' | 'cohortName' | 'standing'>;
  claims: number;
  /** Pieces that stand beneath no claim. */
  unplaced: number;
  notForAll: NotForAll;
  /** `Feb 6`; empty for a draft. */
  publishedOn: string;
};

const standingTitle = {
  draft: 'This page is a draft',
  published: 'This page is published',
  hidden: 'A facilitator has hidden this page’s post',
};

/** For the facilitators of its cohort: who reads the page, what others will not see, publish and take back. */
export function PublicationCard({ synthesis, claims, unplaced, notForAll, publishedOn }: Props) {
  const { id, standing, cohortName } = synthesis;
  const audience = audiencePhrase(synthesis.audience, cohortName);
  const isOut = standing !== 'draft';
  return (
    <Card labelledBy="publication" className="mb-8 space-y-4 print:hidden">
      <div>
        <h2 id="publication" className="text-lg">
          {standingTitle[standing]}
        </h2>
        <p className="mt-1 text-soft">
          {standing === 'draft'
            ? `Only the facilitators of ${cohortName} see it. Published, it is shared with ${audience} and stands in the feed.`
            : null}
          {standing === 'published'
            ? `Shared with ${audience} since ${publishedOn}. What you change is in the feed at once.`
            : null}
          {standing === 'hidden'
            ? 'Others find neither the post nor this page until it is shown again.'
            : null}
        </p>
        {unplaced > 0 ? (
          <p className="mt-1 text-soft">
            {counted(unplaced, 'piece')} of evidence {unplaced === 1 ? 'is' : 'are'} not placed yet and not on
            this page.
          </p>
        ) : null}
      </div>
      <NotForAllList notForAll={notForAll} />
      {claims === 0 && !isOut ? (
        <p>
          <Link to={`/syntheses/${id}/edit`} className="inline-block min-h-6">
            Write one claim
          </Link>{' '}
          before you publish it.
        </p>
      ) : (
        <Form method="post" action={`/syntheses/${id}/publication`} preventScrollReset>
          <Button name="wanted" value={isOut ? 'draft' : 'published'} tone={isOut ? 'secondary' : 'primary'}>
            {isOut ? 'Take it back' : `Publish to ${audience}`}
          </Button>
        </Form>
      )}
    </Card>
  );
}

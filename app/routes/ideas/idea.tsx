import { Link } from 'react-router';
import { EvidenceAdviceList, EvidenceGrid, EvidenceViewChoice } from '~/features/feed/evidence/evidence-grid';
import { loadEvidence } from '~/features/feed/evidence/evidence-queries.server';
import { evidenceViewOf } from '~/features/feed/evidence/evidence-rules';
import { loadFamilyTree } from '~/features/feed/family/family-queries.server';
import { FamilyTree } from '~/features/feed/family/family-tree';
import { ideaStatusWords } from '~/features/feed/post-words';
import { signedIn } from '~/features/people/request-actor.server';
import { findIdea } from '~/features/theory/change-idea-queries.server';
import { keepsIdeas } from '~/features/theory/change-idea-rules';
import { ideaPartWords } from '~/features/theory/change-idea-words';
import { counted } from '~/lib/number-format';
import { parseMarkdown } from '~/lib/plain-markdown';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Badge, Card, EmptyState } from '~/ui/card';
import { MarkdownText } from '~/ui/markdown-text';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/idea';

const writtenParts = ['description', 'why', 'warrant'] as const;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const idea = found(await findIdea(db, params.idea));
  const view = evidenceViewOf(new URL(request.url).searchParams.get('by'));
  const { id, name, driver, status } = idea;
  return {
    ...{ id, name, driver, status, view },
    parts: writtenParts.flatMap((part) =>
      idea[part].trim() === '' ? [] : [{ label: ideaPartWords[part], blocks: parseMarkdown(idea[part]) }],
    ),
    evidence: await loadEvidence(db, actor, id, view),
    family: await loadFamilyTree(db, actor, { ideaId: id }),
    mayTry: actor.memberships.length > 0,
    mayWrite: keepsIdeas(actor),
  };
}

export default function Idea({ loaderData }: Route.ComponentProps) {
  const { id, name, driver, status, view, parts, evidence, family, mayTry, mayWrite } = loaderData;
  return (
    <div className="mx-auto max-w-[1180px] space-y-8">
      <title>{`${name} · Boldline`}</title>
      <div className="max-w-[820px]">
        <PageHeader
          above={
            <Link to="/ideas" className="inline-block min-h-6">
              Change ideas
            </Link>
          }
          title={
            <span className="wrap-anywhere" dir="auto">
              {name}
            </span>
          }
          lead={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge>{ideaStatusWords[status].name}</Badge>
              <span>{ideaStatusWords[status].meaning}</span>
            </span>
          }
          action={
            <>
              {mayTry ? (
                <ButtonLink to={`/ideas/${id}/try`} tone="primary">
                  Try this with my students
                </ButtonLink>
              ) : null}
              {mayWrite ? <ButtonLink to={`/ideas/${id}/edit`}>Edit</ButtonLink> : null}
            </>
          }
        />
        <Card>
          {parts.length === 0 && driver === '' ? (
            <p className="text-soft">
              Nothing is written about it yet. What teams shared below says what they did.
            </p>
          ) : null}
          <dl className="space-y-4">
            {parts.map(({ label, blocks }) => (
              <div key={label}>
                <dt className="text-sm text-soft">{label}</dt>
                <dd className="mt-0.5 space-y-2 wrap-anywhere">
                  <MarkdownText blocks={blocks} />
                </dd>
              </div>
            ))}
            {driver === '' ? null : (
              <div>
                <dt className="text-sm text-soft">{ideaPartWords.driver}</dt>
                <dd className="mt-0.5 wrap-anywhere" dir="auto">
                  {driver}
                </dd>
              </div>
            )}
          </dl>
        </Card>
      </div>
      <section aria-labelledby="evidence" className="space-y-4">
        <div className="max-w-[820px] space-y-3">
          <h2 id="evidence">Where it was tried, and what came of it</h2>
          {evidence.sentence === '' ? null : <p>{evidence.sentence}</p>}
          {evidence.rows.length > 0 ? <EvidenceViewChoice view={view} path={`/ideas/${id}`} /> : null}
        </div>
        {evidence.rows.length > 0 ? (
          <EvidenceGrid rows={evidence.rows} view={view} />
        ) : (
          <EmptyState title="Nobody has shared a test of this yet.">
            When a team shares a win or a loss with this idea, it is laid here by its context and its
            decision: “Grade 4, adopted”, “Grade 7, abandoned”. A loss is worth as much as a win.
          </EmptyState>
        )}
        {evidence.more === 0 ? null : (
          <p className="text-sm text-soft">
            The newest are shown.{' '}
            <Link to={`/feed?idea=${id}`} className="inline-block min-h-6">
              {counted(evidence.more, 'older post')} in the feed
            </Link>
          </p>
        )}
      </section>
      {evidence.advice.length === 0 ? null : (
        <section aria-labelledby="advice" className="max-w-[820px] space-y-3">
          <h2 id="advice">What those who abandoned it would tell others</h2>
          <EvidenceAdviceList advice={evidence.advice} />
        </section>
      )}
      {family === null ? null : (
        <section aria-labelledby="family" className="max-w-[820px] space-y-3">
          <h2 id="family">How it spread</h2>
          <Card>
            <FamilyTree tree={family} />
          </Card>
        </section>
      )}
    </div>
  );
}

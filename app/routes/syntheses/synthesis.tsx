import { Link } from 'react-router';
import { beneathClaims, notForAll } from '~/features/feed/syntheses/evidence-rules';
import { listEvidence } from '~/features/feed/syntheses/evidence-queries.server';
import { PublicationCard } from '~/features/feed/syntheses/publication-card';
import { SynthesisReading } from '~/features/feed/syntheses/synthesis-reading';
import { findSynthesis } from '~/features/feed/syntheses/synthesis-queries.server';
import { unseenWords } from '~/features/feed/syntheses/synthesis-words';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { parseMarkdown } from '~/lib/plain-markdown';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/synthesis';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const synthesis = found(await findSynthesis(db, actor, params.synthesis));
  const clock = { timeZone: network.timeZone, today };
  const evidence = await listEvidence(db, actor, synthesis, clock);
  const dayOf = (instant: number | null) =>
    instant === null ? '' : formatDay(schoolDayAt(instant, network.timeZone), today);
  const { id, title, cohortName, signedAs, standing, audience, publishedAt } = synthesis;
  const claims = beneathClaims(synthesis.claims, evidence).map(({ body, pieces, ...claim }) => ({
    ...{ id: claim.id, claim: claim.claim, pieces },
    blocks: parseMarkdown(body),
    unseen: unseenWords(claim),
  }));
  return {
    ...{ id, title, cohortName, signedAs, standing, claims },
    introduction: parseMarkdown(synthesis.introduction),
    publishedOn: dayOf(publishedAt),
    editing: facilitates(actor, synthesis.cohortId)
      ? {
          audience,
          unplaced: evidence.filter((one) => one.claimId === null).length,
          notForAll: notForAll(evidence),
        }
      : null,
  };
}

export default function SynthesisPage({ loaderData }: Route.ComponentProps) {
  const { id, title, cohortName, signedAs, standing, claims, introduction, publishedOn, editing } =
    loaderData;
  const isDraft = standing === 'draft';
  return (
    <div className="mx-auto max-w-[820px] print:max-w-none">
      <title>{`${title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to="/syntheses" className="inline-block min-h-6 print:no-underline">
            Syntheses
          </Link>
        }
        title={
          <span className="wrap-anywhere">
            <bdi>{title}</bdi>
          </span>
        }
        lead={<span dir="auto">{isDraft ? `${cohortName} · draft` : `${signedAs} · ${publishedOn}`}</span>}
        action={
          <>
            {editing === null ? null : <ButtonLink to={`/syntheses/${id}/edit`}>Edit</ButtonLink>}
            <PrintButton tone="secondary">Print</PrintButton>
          </>
        }
      />
      {editing === null ? null : (
        <PublicationCard
          synthesis={{ id, standing, cohortName, audience: editing.audience }}
          claims={claims.length}
          {...{ publishedOn, unplaced: editing.unplaced, notForAll: editing.notForAll }}
        />
      )}
      <SynthesisReading introduction={introduction} claims={claims} />
    </div>
  );
}

import { Form, Link } from 'react-router';
import { Button } from '~/ui/button';
import type { HarvestTarget } from './synthesis';

type Props = {
  /** `/posts/:post/harvests` or `/cycles/:cycle/harvests`. */
  action: string;
  /** Where a new synthesis begins with it. */
  beginPath: string;
  syntheses: HarvestTarget[];
};

function Harvest({ action, beginPath, syntheses }: Props) {
  const holding = syntheses.filter((one) => one.holds);
  const open = syntheses.filter((one) => !one.holds);
  return (
    <details suppressHydrationWarning className="rounded-md border border-line p-4 text-ink print:hidden">
      <summary className="inline-block min-h-6 font-semibold">Harvest to synthesis</summary>
      <div className="mt-3 space-y-3">
        {open.length > 0 ? (
          <Form method="post" action={action} preventScrollReset className="flex flex-wrap items-end gap-3">
            <label className="min-w-0 flex-1 basis-64">
              <span className="font-semibold">Which learning page?</span>
              <select name="synthesisId" className="control mt-1">
                {open.map(({ id, title, cohortName }) => (
                  <option key={id} value={id}>
                    {title} ({cohortName})
                  </option>
                ))}
              </select>
            </label>
            <Button>Harvest</Button>
          </Form>
        ) : null}
        {holding.length > 0 ? (
          <p className="text-sm wrap-anywhere text-soft">
            Harvested to{' '}
            {holding.map(({ id, title }, index) => (
              <span key={id}>
                {index > 0 ? ', ' : ''}
                <Link to={`/syntheses/${id}/edit`} className="inline-block min-h-6">
                  <bdi>{title}</bdi>
                </Link>
              </span>
            ))}
            .
          </p>
        ) : null}
        <p>
          <Link to={beginPath} className="inline-block min-h-6">
            Begin a new synthesis with it
          </Link>
        </p>
      </div>
    </details>
  );
}

/**
 * For a facilitator, on a post's page: collects it for one of their syntheses. `syntheses` are those of
 * `listHarvestTargets(db, actor, { postId })`. Show it only to actors with `facilitatedCohortIds`.
 */
export function HarvestForm({ post, syntheses }: { post: { id: string }; syntheses: HarvestTarget[] }) {
  return (
    <Harvest
      action={`/posts/${post.id}/harvests`}
      beginPath={`/syntheses/new?post=${post.id}`}
      syntheses={syntheses}
    />
  );
}

/** As `HarvestForm`, for a cycle: `listHarvestTargets(db, actor, { cycleId })`. */
export function CycleHarvestForm({
  cycle,
  syntheses,
}: {
  cycle: { id: string };
  syntheses: HarvestTarget[];
}) {
  return (
    <Harvest
      action={`/cycles/${cycle.id}/harvests`}
      beginPath={`/syntheses/new?cycle=${cycle.id}`}
      syntheses={syntheses}
    />
  );
}

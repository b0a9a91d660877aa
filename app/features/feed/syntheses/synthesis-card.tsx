import { Link } from 'react-router';
import { Badge } from '~/ui/card';
import type { SynthesisSummary } from './synthesis';
import { audiencePhrase, claimCount } from './synthesis-words';

/** A learning page in the list; `on` is its day, `Feb 6`. */
export function SynthesisCard({ synthesis, on }: { synthesis: SynthesisSummary; on: string }) {
  const { id, title, cohortName, signedAs, audience, standing, claims } = synthesis;
  return (
    <li className="rounded-card border border-line bg-surface p-5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {standing === 'published' ? (
          <span className="inline-block rounded-full bg-synthesis-wash px-2.5 py-0.5 text-[13px] font-semibold text-synthesis">
            Synthesis
          </span>
        ) : (
          <Badge>{standing === 'draft' ? 'Draft' : 'Hidden'}</Badge>
        )}
        <p className="text-sm text-soft" dir="auto">
          {signedAs === '' || standing === 'draft' ? cohortName : signedAs} · {on}
        </p>
      </div>
      <h2 className="mt-2 text-[19px] wrap-anywhere" dir="auto">
        <Link to={`/syntheses/${id}`} className="inline-block min-h-6 no-underline hover:underline">
          {title}
        </Link>
      </h2>
      <p className="mt-1 text-sm text-soft">
        {claimCount(claims)} · {standing === 'draft' ? 'for' : 'shared with'}{' '}
        {audiencePhrase(audience, cohortName)}
      </p>
    </li>
  );
}

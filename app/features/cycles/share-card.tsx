import type { Decision } from '#db/vocabulary';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';

const shares = [
  { kind: 'win', label: 'Share as a win' },
  { kind: 'loss', label: 'Share as a loss' },
  { kind: 'puzzle', label: 'Ask for help' },
] as const;

/** What a decision makes most worth telling; the others stand beside it as large as it does. */
const firstFor: Record<Decision, (typeof shares)[number]['kind']> = {
  adopt: 'win',
  adapt: 'win',
  abandon: 'loss',
};

/** The way from a cycle to those who could use what it taught. */
export function ShareCard({ cycleId, decision }: { cycleId: string; decision: Decision | null }) {
  const first = decision === null ? 'puzzle' : firstFor[decision];
  const ordered = shares.toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first));
  return (
    <Card labelledBy="share-title">
      <h2 id="share-title">Somebody else could use this</h2>
      <p className="mt-1 max-w-[60ch] text-soft">
        It is filled in from what you wrote. You see it as others will before anybody does, and small groups
        of students stay hidden.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {ordered.map(({ kind, label }) => (
          <ButtonLink key={kind} to={`/posts/new?cycle=${cycleId}&kind=${kind}`}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

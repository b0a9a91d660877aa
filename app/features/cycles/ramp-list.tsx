import { Badge, Card } from '~/ui/card';
import { formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Link } from 'react-router';
import type { CycleSummary } from './cycle';
import { RampLine } from './cycle-rail';
import { decisionWords, scaleWords, stageWords } from './cycle-words';

export type RampInList = { id: string; changeIdea: string; cycles: CycleSummary[] };

/** Cycles by ramp, the ramp with the newest cycle first. */
export function rampsOf(cycles: CycleSummary[]): RampInList[] {
  const ramps = new Map<string, RampInList>();
  for (const cycle of cycles) {
    const known = ramps.get(cycle.rampId);
    if (known) known.cycles.push(cycle);
    else ramps.set(cycle.rampId, { id: cycle.rampId, changeIdea: cycle.changeIdea, cycles: [cycle] });
  }
  const newest = (ramp: RampInList) => ramp.cycles.at(-1)?.plannedStart ?? '';
  return [...ramps.values()].toSorted((one, other) => newest(other).localeCompare(newest(one)));
}

export function RampList({ ramps, today }: { ramps: RampInList[]; today: SchoolDay }) {
  return (
    <ul className="space-y-4">
      {ramps.map((ramp) => {
        const last = ramp.cycles.at(-1);
        return (
          <li key={ramp.id}>
            <Card className="p-4! sm:p-5!">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <div className="min-w-0 flex-1 basis-64">
                  <h3 className="text-lg">{ramp.changeIdea}</h3>
                  {last ? (
                    <p className="text-sm text-soft">
                      Cycle {last.number}, {scaleWords[last.scale]},{' '}
                      {formatSpan(last.plannedStart, last.plannedEnd, today)}{' '}
                      <Badge tone={last.decision === null && last.stage !== 'stopped' ? 'accent' : 'plain'}>
                        {last.decision ? decisionWords[last.decision].past : stageWords[last.stage].name}
                      </Badge>
                    </p>
                  ) : null}
                </div>
                <RampLine steps={ramp.cycles} currentId={null} />
              </div>
              {last ? (
                <p className="mt-2 text-sm">
                  <Link to={`/cycles/${last.id}`} className="inline-block min-h-6">
                    {last.objective || `Open cycle ${last.number}`}
                  </Link>
                </p>
              ) : null}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

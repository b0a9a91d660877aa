import { weekFacts } from './participation';
import type { WeekFact } from './participation';
import { has } from './participation-rules';
import { factWords, postsCounted } from './participation-words';

const places: Record<WeekFact, { x: number; y: number }> = {
  cycle: { x: 5, y: 5 },
  data: { x: 15, y: 5 },
  post: { x: 5, y: 15 },
  meeting: { x: 15, y: 15 },
};

/** Each fact has a shape of its own in a place of its own. */
function Mark({ fact }: { fact: WeekFact }) {
  const { x, y } = places[fact];
  if (fact === 'cycle')
    return <circle cx={x} cy={y} r="3.3" className="fill-none stroke-accent" strokeWidth="1.8" />;
  if (fact === 'data')
    return <rect x={x - 3.4} y={y - 3.4} width="6.8" height="6.8" className="fill-accent" />;
  if (fact === 'post') return <path d={`M${x} ${y - 4}l4.2 7.4h-8.4z`} className="fill-accent" />;
  return <path d={`M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z`} className="fill-accent" />;
}

function Shapes({ week }: { week: number }) {
  return weekFacts.map((fact) =>
    has(week, fact) ? (
      <Mark key={fact} fact={fact} />
    ) : (
      <circle key={fact} cx={places[fact].x} cy={places[fact].y} r="1" className="fill-strong" />
    ),
  );
}

const sums = Array.from({ length: 16 }, (_, week) => week);

/** All weeks that can be, drawn once: a page names them by the hundred. */
export function WeekMarkShapes() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      {sums.map((week) => (
        <symbol key={week} id={`week-${week}`} viewBox="0 0 20 20">
          <Shapes week={week} />
        </symbol>
      ))}
    </svg>
  );
}

export function WeekMarks({ week }: { week: number }) {
  return (
    <svg width="20" height="20" aria-hidden="true" focusable="false" className="mx-auto block max-w-full">
      <use href={`#week-${week & 15}`} />
    </svg>
  );
}

/** What the marks mean, in words. */
export function WeekLegend() {
  return (
    <div className="mb-3 text-sm text-soft">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {weekFacts.map((fact) => (
          <li key={fact} className="flex items-center gap-1.5">
            <svg
              width="12"
              height="12"
              viewBox={`${places[fact].x - 5} ${places[fact].y - 5} 10 10`}
              aria-hidden="true"
            >
              <Mark fact={fact} />
            </svg>
            <span>
              <span className="font-semibold text-ink">{factWords[fact].name}</span>:{' '}
              {factWords[fact].meaning}
            </span>
          </li>
        ))}
        <li>
          <span className="font-semibold text-ink">–</span> days off
        </li>
      </ul>
      <p className="mt-1 max-w-[80ch]">{postsCounted}</p>
    </div>
  );
}

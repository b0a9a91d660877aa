import { clsx } from 'clsx';
import { Link } from 'react-router';
import { cutText } from '~/lib/cut-text';
import { Card } from '~/ui/card';
import { firstOfLastTime } from './last-time';
import type { LastTimeTeam } from './last-time';

const title = 'From last time';
const stateWords = (isKept: boolean) => (isKept ? 'kept' : 'open');

export type SheetProps = {
  teams: readonly LastTimeTeam[];
  /** The ids of those whose pages the reader reaches. */
  toOpen: readonly string[];
};

/** What was taken on before, on a phone. */
export function LastTimeSheet({ teams, toOpen }: SheetProps) {
  return (
    <Card labelledBy="last-time">
      <h2 id="last-time">{title}</h2>
      {teams.length === 0 ? <p className="mt-1 text-soft">Nothing was taken on before.</p> : null}
      {teams.map(({ key, name, lines }) => (
        <section key={key} aria-labelledby={`last-time-${key}`} className="mt-3">
          <h3 id={`last-time-${key}`}>
            <bdi>{name}</bdi>
          </h3>
          <ul className="divide-y divide-line">
            {lines.map(({ id, what, who, isKept }) => (
              <li key={id} className="py-2">
                <p className="wrap-anywhere">
                  {toOpen.includes(id) ? (
                    <Link to={`/commitments/${id}`} className="inline-block min-h-6">
                      <bdi>{what}</bdi>
                    </Link>
                  ) : (
                    <bdi>{what}</bdi>
                  )}
                </p>
                <p className="text-sm text-soft">
                  <bdi>{who}</bdi>, {stateWords(isKept)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

const mostOnScreen = 16;
const mostLetters = 140;

/** The same on the screen of the room, read from its last row: no links, and as large as they fit. */
export function LastTimeSlide({ teams }: { teams: readonly LastTimeTeam[] }) {
  const { shown, more } = firstOfLastTime(teams, mostOnScreen);
  const lines = shown.reduce((sum, team) => sum + team.lines.length, 0);
  const size = lines <= 6 ? 'text-[clamp(1.25rem,2.1vw,2.5rem)]' : 'text-[clamp(1.125rem,1.5vw,1.75rem)]';
  return (
    <div className={clsx('leading-snug', size)}>
      <div className="columns-1 gap-[4vw] lg:columns-2">
        {shown.map(({ key, name, lines: some }) => (
          <section key={key} aria-labelledby={`last-time-${key}`} className="mb-[0.9em] break-inside-avoid">
            <h3 id={`last-time-${key}`} className="text-[1em] text-soft">
              <bdi>{name}</bdi>
            </h3>
            <ul className="mt-[0.2em] space-y-[0.4em]">
              {some.map(({ id, what, who, isKept }) => (
                <li key={id} className="border-l-4 border-accent pl-[0.6em]">
                  <p className="wrap-anywhere" dir="auto">
                    {cutText(what, mostLetters)}
                  </p>
                  <p className="text-[0.8em] text-soft">
                    <bdi>{who}</bdi>, {stateWords(isKept)}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {more > 0 ? <p className="text-soft">and {more} more, on your phones</p> : null}
    </div>
  );
}

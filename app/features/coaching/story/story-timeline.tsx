import { clsx } from 'clsx';
import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import type { StoryPage } from './story-page';
import type { StoryKind } from './team-story';

const kindWords: Record<StoryKind, string> = {
  cycle: 'Cycle',
  chart: 'Chart',
  post: 'Shared',
  coaching: 'Coaching',
  team: 'Team',
};

const dots: Record<StoryKind, string> = {
  cycle: 'border-accent bg-accent',
  chart: 'border-toward bg-surface',
  post: 'border-strong bg-strong',
  coaching: 'border-accent bg-surface',
  team: 'border-strong bg-surface',
};

type Props = { story: StoryPage; before: SchoolDay | null; pathOf: (before: SchoolDay | null) => string };

/** What happened, newest first, month by month. */
export function StoryTimeline({ story, before, pathOf }: Props) {
  if (story.months.length === 0)
    return (
      <EmptyState title={before === null ? 'The story has not begun.' : 'Nothing further back.'}>
        The first cycle, the first number and the first visit show here, each with its day.
      </EmptyState>
    );
  return (
    <>
      {story.months.map(({ month, name, entries }) => (
        <section key={month} aria-labelledby={`month-${month}`} className="mb-6">
          <h3 id={`month-${month}`} className="mb-2 text-base">
            {name}
          </h3>
          <ol className="ms-1.5 border-s border-line">
            {entries.map(({ key, on, kind, sentence, path }) => (
              <li key={key} className="relative ps-5 pb-3.5">
                <span
                  aria-hidden="true"
                  className={clsx(
                    'absolute -start-[6px] top-1.5 size-[11px] rounded-full border-2',
                    dots[kind],
                  )}
                />
                <p className="text-sm text-soft">
                  {formatDay(on)} · {kindWords[kind]}
                </p>
                <p className="wrap-anywhere" dir="auto">
                  {path === null ? (
                    sentence
                  ) : (
                    <Link to={path} className="inline-block min-h-6 no-underline hover:underline">
                      {sentence}
                    </Link>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <nav aria-label="Pages of the story" className="flex flex-wrap justify-between gap-3">
        {before === null ? <span /> : <ButtonLink to={pathOf(null)}>Newest</ButtonLink>}
        {story.older === null ? null : <ButtonLink to={pathOf(story.older)}>Further back</ButtonLink>}
      </nav>
    </>
  );
}

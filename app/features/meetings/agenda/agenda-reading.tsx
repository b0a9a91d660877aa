import { Link } from 'react-router';
import { Badge, Card, EmptyState } from '~/ui/card';
import { ButtonLink } from '~/ui/button';
import type { Meeting } from '../meeting';
import { voicesInWords } from '../protocols/protocol-words';
import { minutesOfAgenda } from './agenda';
import type { AgendaItem } from './agenda';
import { timedAgenda } from './agenda-rules';
import type { TimedStep } from './agenda-rules';
import { askedWords, subjectWords, sumWords } from './agenda-words';

type Props = {
  meeting: Pick<Meeting, 'id' | 'startsAt' | 'timeZone' | 'minutes' | 'runs'>;
  items: AgendaItem[];
  /** Whoever runs the meeting may still change it. */
  mayChange: boolean;
};

/** The agenda to read: when each item begins, who presents, and its steps folded beneath. */
export function AgendaCard({ meeting, items, mayChange }: Props) {
  const path = `/meetings/${meeting.id}/agenda`;
  return (
    <Card labelledBy="agenda-title">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="agenda-title">Agenda</h2>
        {mayChange && items.length > 0 ? (
          <Link to={path} className="inline-flex min-h-6 items-center">
            Change the agenda
          </Link>
        ) : null}
      </div>
      {items.length === 0 ? (
        <div className="mt-3">
          <EmptyState
            title="No agenda yet."
            action={mayChange ? <ButtonLink to={path}>Write the agenda</ButtonLink> : null}
          >
            Five minutes of welcome, what we said last time, one consultancy: three presses are a beginning.
          </EmptyState>
        </div>
      ) : (
        <>
          {meeting.runs ? (
            <p className="text-sm text-soft tabular-nums">
              {sumWords(minutesOfAgenda(items), meeting.minutes)}
            </p>
          ) : null}
          <ol className="mt-2 divide-y divide-line">
            {timedAgenda(items, meeting).map(({ item, at, minutes, steps }) => (
              <li
                key={item.id}
                className="grid grid-cols-[3rem_minmax(0,1fr)_auto] gap-x-3 py-3 sm:grid-cols-[3.75rem_minmax(0,1fr)_auto]"
              >
                <span className="text-soft tabular-nums">{at}</span>
                <div className="min-w-0 wrap-anywhere">
                  <p className="font-semibold">
                    <bdi>{item.title}</bdi>
                  </p>
                  <AboutItem item={item} />
                  <StepsFolded steps={steps} title={item.title} />
                </div>
                <span className="text-soft tabular-nums">{minutes} min</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}

/** Who presents, the question they bring, and for those who run it why they were suggested. */
export function AboutItem({ item }: { item: Pick<AgendaItem, 'subject' | 'focus' | 'why' | 'asked'> }) {
  const about = subjectWords(item.subject);
  return (
    <>
      {about === '' ? null : (
        <p className="text-soft">
          <bdi>{about}</bdi>{' '}
          {item.asked === undefined ? null : (
            <Badge tone={item.asked === 'agreed' ? 'accent' : 'plain'}>{askedWords[item.asked]}</Badge>
          )}
        </p>
      )}
      {item.focus === '' ? null : <p dir="auto">{item.focus}</p>}
      {item.why === '' ? null : <p className="text-sm text-faint">Suggested: {item.why}</p>}
    </>
  );
}

/** The steps of an item with their times; a single step without a prompt has nothing to unfold. */
export function StepsFolded({ steps, title }: { steps: TimedStep[]; title: string }) {
  const [only] = steps;
  if (only === undefined || (steps.length === 1 && only.prompt === '')) return null;
  return (
    <details suppressHydrationWarning className="mt-0.5">
      <summary className="inline-block min-h-6 text-sm text-soft">
        {steps.length === 1 ? 'What to do' : `${steps.length} steps`}
        <span className="sr-only">: {title}</span>
      </summary>
      <ol className="mt-1 space-y-2 text-sm">
        {steps.map((step) => (
          <li key={step.id} className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-2">
            <span className="text-soft tabular-nums">{step.at}</span>
            <div className="min-w-0 wrap-anywhere">
              <span className="font-semibold">
                <bdi>{step.title}</bdi>
              </span>{' '}
              <span className="text-soft tabular-nums">
                {step.minutes} min · {voicesInWords(step)}
              </span>
              {step.prompt === '' ? null : <p dir="auto">{step.prompt}</p>}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}

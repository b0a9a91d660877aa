import type { SubmissionResult } from '@conform-to/react';
import { Link } from 'react-router';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { Badge, Card, EmptyState } from '~/ui/card';
import { AskFields } from './ask-fields';
import { sideWords } from './presenter-words';
import type { PresentersPage, SuggestedPresenter } from './presenters-page';

type AnswerTo = (askId: string) => SubmissionResult | null;

function Suggested({ one, result }: { one: SuggestedPresenter; result: SubmissionResult | null }) {
  const { teamName, schoolName, cycle, side, why, chart, chartWords, places, askId, newItemId } = one;
  return (
    <Card labelledBy={`suggested-${cycle.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={`suggested-${cycle.id}`} className="min-w-0 text-lg wrap-anywhere" dir="auto">
          {teamName} <span className="font-normal text-soft">· {schoolName}</span>
        </h3>
        <Badge>{sideWords[side]}</Badge>
      </div>
      <p className="mt-1 wrap-anywhere" dir="auto">
        {why}
      </p>
      <p className="mt-1 text-sm wrap-anywhere text-soft" dir="auto">
        <Link to={`/cycles/${cycle.id}`} className="inline-block min-h-6">
          {cycle.changeIdea}, cycle {cycle.number}
        </Link>
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)] sm:items-end">
        {chart === null ? (
          <span className="max-sm:hidden" />
        ) : (
          <figure>
            <div className="max-w-sm">
              <SmallRunChart chart={chart} />
            </div>
            <figcaption className="mt-1 text-sm wrap-anywhere text-soft">{chartWords}</figcaption>
          </figure>
        )}
        <AskFields {...{ askId, newItemId, places, why, result }} button="Take, and ask the team">
          <input type="hidden" name="cycleId" value={cycle.id} />
        </AskFields>
      </div>
    </Card>
  );
}

const shownAtOnce = 6;

/** Teams that could present, each with why: no order of merit. */
export function SuggestionList({
  suggestions,
  answerTo,
}: Pick<PresentersPage, 'suggestions'> & { answerTo: AnswerTo }) {
  const folded = suggestions.slice(shownAtOnce);
  const listOf = (some: SuggestedPresenter[]) => (
    <ul className="space-y-3">
      {some.map((one) => (
        <li key={one.cycle.id}>
          <Suggested one={one} result={answerTo(one.askId)} />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="suggestions" className="space-y-3">
      <h2 id="suggestions">Who could present</h2>
      <p className="max-w-[70ch] text-soft">
        Each school once before any comes twice, losses as often as wins, and who presented lately comes
        later. Where several teams are equal, the order is by chance.
      </p>
      {suggestions.length === 0 ? (
        <EmptyState title="No suggestion at the moment.">
          Teams are suggested for a surprising miss, a lesson of a change they let go, a clear signal, a
          question that waits, or an idea tried in three places. You can choose any cycle below.
        </EmptyState>
      ) : (
        <>
          {listOf(suggestions.slice(0, shownAtOnce))}
          {folded.length === 0 ? null : (
            <details suppressHydrationWarning open={folded.some(({ askId }) => answerTo(askId) !== null)}>
              <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">
                {folded.length} more
              </summary>
              <div className="mt-2">{listOf(folded)}</div>
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** Any cycle of any team of the meeting. */
export function ChooseByHand({
  byHand: { teams, places, askId, newItemId },
  answerTo,
}: Pick<PresentersPage, 'byHand'> & { answerTo: AnswerTo }) {
  if (teams.length === 0) return null;
  return (
    <Card labelledBy="by-hand">
      <h2 id="by-hand">Choose another team</h2>
      <div className="mt-3">
        <AskFields
          {...{ askId, newItemId, places }}
          why=""
          button="Put it on, and ask"
          result={answerTo(askId)}
        >
          <label className="block text-sm font-semibold">
            Team and cycle
            <select name="cycleId" className="control mt-1 font-normal" defaultValue="">
              <option value="">Choose a cycle</option>
              {teams.map((team) => (
                <optgroup key={team.id} label={`${team.name}, ${team.schoolName}`}>
                  {team.cycles.map(({ id, number, changeIdea }) => (
                    <option key={id} value={id}>
                      {changeIdea}, cycle {number}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
        </AskFields>
      </div>
    </Card>
  );
}

import { restLengths } from './rest-key';
import type { RestLength } from './rest-key';

const lengthWords: Record<RestLength, string> = {
  week: 'A week',
  two_weeks: 'Two weeks',
  date: 'Until a day:',
};

type Props = {
  teamId: string;
  /** The reasons that may rest, by `restKey`, with their words. */
  things: { key: string; label: string }[];
  typed?: { long: string; until: string };
  message?: string;
};

/** "Not now, until…": which reasons, and how long. Sits inside a form that posts to /coaching/rests. */
export function RestFields({ teamId, things, typed, message }: Props) {
  const long = typed?.long || 'week';
  const error = message === undefined ? undefined : `rest-error-${teamId}`;
  return (
    <>
      <input type="hidden" name="team" value={teamId} />
      {things.length === 1 ? (
        <input type="hidden" name="what" value={things[0]?.key} />
      ) : (
        <fieldset>
          <legend className="text-sm font-semibold">What is not for now?</legend>
          {things.map(({ key, label }) => (
            <label key={key} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name="what"
                value={key}
                defaultChecked
                className="control-radio size-4"
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset aria-describedby={error}>
        <legend className="text-sm font-semibold">Show it again after</legend>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          {restLengths.map((one) => (
            <div key={one} className="flex flex-wrap items-center gap-x-2.5">
              <label className="flex min-h-8 items-center gap-2 whitespace-nowrap">
                <input
                  type="radio"
                  name="long"
                  value={one}
                  defaultChecked={one === long}
                  className="control-radio size-4"
                />
                {lengthWords[one]}
              </label>
              {one === 'date' ? (
                <input
                  type="date"
                  name="until"
                  aria-label="The day on which it shows again"
                  // eslint-disable-next-line jsx-a11y/no-autofocus -- refused forms have a page to themselves
                  autoFocus={error !== undefined}
                  aria-invalid={error === undefined ? undefined : true}
                  aria-describedby={error}
                  defaultValue={typed?.until}
                  className="control w-40! min-w-0"
                />
              ) : null}
            </div>
          ))}
        </div>
        {error === undefined ? null : (
          <p id={error} className="mt-1 text-sm font-semibold text-away">
            {message}
          </p>
        )}
      </fieldset>
    </>
  );
}

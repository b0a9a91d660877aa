import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';
import { useFetcher } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { formatDay, formatWeekday } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { usesDenominator } from '../measure';
import { rowKey } from './quick-log';
import type { QuickLogAnswer, QuickLogItem, TypedText } from './quick-log';

const asText = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

const box =
  'h-[52px] rounded-md border border-control bg-surface px-2 text-center text-[22px] aria-invalid:border-2 aria-invalid:border-away';

type Props = {
  item: QuickLogItem;
  /** The answer to a form that was posted without script. */
  posted: QuickLogAnswer | null;
  back: string;
};

/** One number: type it, and it is saved on leaving the row, by Enter, or by the button. */
export function QuickLogRow({ item, posted, back }: Props) {
  const fetcher = useFetcher<QuickLogAnswer>();
  const sent = useRef('');
  const row = useRef<HTMLFormElement>(null);
  const answer = fetcher.data ?? posted;
  const problem = answer && !answer.ok ? answer : null;
  const saved = answer?.ok ? answer.label : item.logged && !problem ? item.logged.label : null;
  const key = rowKey(item).replace('/', '-');
  const fields = problem?.kind === 'invalid' ? problem.fields : {};
  const messages = Object.values(fields).flat();
  const typed: TypedText | null = problem?.typed ?? null;
  const ratio = usesDenominator(item.kind);

  useEffect(() => {
    if (fetcher.data && !fetcher.data.ok) row.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [fetcher.data]);

  const saveOnLeaving = (event: FocusEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    if (event.relatedTarget instanceof Node && form.contains(event.relatedTarget)) return;
    // Somebody who opened the details is choosing a day: the button saves then.
    if (form.querySelector('details[open]')) return;
    const data = new FormData(form);
    const typedIn = (name: string) => {
      const entry = data.get(name);
      return typeof entry === 'string' ? entry.trim() : '';
    };
    const names = ratio ? (['numerator', 'denominator'] as const) : (['value'] as const);
    const unchanged =
      item.logged !== null && names.every((name) => typedIn(name) === asText(item.logged?.[name]));
    const text = [...names, 'date'].map(typedIn).join('/');
    if (unchanged || text === sent.current || names.some((name) => typedIn(name) === '')) return;
    // Out of reach it stays in the form, and on this device.
    if (!navigator.onLine) return;
    sent.current = text;
    void fetcher.submit(form);
  };

  const invalid = (name: string) =>
    fields[name] ? { 'aria-invalid': true as const, 'aria-describedby': `${key}-error` } : {};

  return (
    <fetcher.Form
      ref={row}
      key={answer?.ok && answer.kept ? 'kept' : 'typed'}
      method="post"
      action={`/log?${new URLSearchParams({ back }).toString()}`}
      onBlur={saveOnLeaving}
      className="border-t border-line py-4"
      aria-labelledby={`${key}-name`}
    >
      <input type="hidden" name="id" value={item.newId} />
      <input type="hidden" name="measureId" value={item.measureId} />
      <input type="hidden" name="groupId" value={item.groupId} />
      <p id={`${key}-name`}>
        <span className="block font-semibold">{item.measureName}</span>
        <span className="block text-sm text-soft">
          {item.groupName}, {formatWeekday(item.date)}
        </span>
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        {ratio ? (
          <>
            <input
              name="numerator"
              aria-label={`How many, ${item.measureName}, ${item.groupName}`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed?.numerator ?? asText(item.logged?.numerator)}
              className={`${box} w-[84px]`}
              {...invalid('numerator')}
            />
            <span className="text-soft">{item.kind === 'rate' ? 'in' : 'of'}</span>
            <input
              name="denominator"
              aria-label={`Out of how many, ${item.measureName}, ${item.groupName}`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed?.denominator ?? asText(item.logged?.denominator ?? item.lastDenominator)}
              className={`${box} w-[84px]`}
              {...invalid('denominator')}
            />
          </>
        ) : (
          <>
            <input
              name="value"
              aria-label={`${item.measureName}, ${item.groupName}`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed?.value ?? asText(item.logged?.value)}
              className={`${box} w-[112px]`}
              {...invalid('value')}
            />
            {item.unit ? <span className="text-soft">{item.unit}</span> : null}
          </>
        )}
        {problem?.kind === 'exists' ? null : (
          <Button className={saved === null ? '' : 'text-soft'}>Save</Button>
        )}
        <span role="status" className="text-sm font-semibold text-toward">
          {fetcher.state !== 'idle'
            ? 'Saving…'
            : saved !== null
              ? answer?.ok && answer.kept
                ? `${saved} stays`
                : `${saved} saved ✓`
              : ''}
        </span>
      </div>
      <TypedOnDevice
        name={`log/${rowKey(item)}/${item.date}`}
        isArriving={fetcher.state === 'loading' && fetcher.data?.ok === true}
        isBack={posted !== null}
      />
      {messages.length > 0 ? (
        <p id={`${key}-error`} role="alert" className="mt-2 text-sm font-semibold text-away">
          {messages.join(' ')}
        </p>
      ) : null}
      {problem?.kind === 'exists' ? (
        <div role="alert" className="mt-3 rounded-md bg-away-wash p-3">
          <p>
            There is a number for {formatDay(problem.date)} already: <strong>{problem.there}</strong>. Replace
            it? The old one stays in the history.
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button tone="primary" name="replaceVersion" value={problem.version}>
              Replace it
            </Button>
            <Button name="keep" value={problem.there}>
              Keep {problem.there}
            </Button>
          </div>
        </div>
      ) : null}
      <details suppressHydrationWarning className="mt-2">
        <summary className="inline-block min-h-6 py-1 text-sm text-soft underline underline-offset-3">
          Definition, another day, note
        </summary>
        <p className="mt-2 text-sm whitespace-pre-line text-soft">{item.definition}</p>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">
          <label className="block text-sm font-semibold">
            Day
            <input
              type="date"
              name="date"
              defaultValue={typed?.date ?? item.date}
              className="control mt-1 font-normal"
              {...invalid('date')}
            />
          </label>
          <label className="block text-sm font-semibold">
            Note <span className="font-normal text-faint">(optional)</span>
            <input
              type="text"
              name="note"
              maxLength={500}
              defaultValue={typed?.note ?? ''}
              className="control mt-1 font-normal"
            />
          </label>
        </div>
      </details>
    </fetcher.Form>
  );
}

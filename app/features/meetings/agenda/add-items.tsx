import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form, Link, useFetcher } from 'react-router';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { useScriptReady } from '~/ui/script-ready';
import type { AgendaAnswer } from './agenda-answers';

export type ProtocolToAdd = { key: string; name: string; about: string; minutes: number; shelf: string };

type Props = { meetingId: string; newItemId: string; protocols: ProtocolToAdd[] };

/** The library as buttons: one press puts a protocol at the end of the agenda. */
export function AddItems({ meetingId, newItemId, protocols }: Props) {
  const fetcher = useFetcher<AgendaAnswer>({ key: 'agenda-add' });
  const [search, setSearch] = useState('');
  const isReady = useScriptReady();
  const action = `/meetings/${meetingId}/items`;
  const words = search.trim().toLowerCase();
  const shown = protocols.filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(words));
  const shelves = [...new Set(shown.map(({ shelf }) => shelf))];
  const added = protocols.find(({ key }) => key === fetcher.formData?.get('protocolKey'));
  const problem = fetcher.state === 'idle' ? (fetcher.data?.problem ?? null) : null;
  return (
    <Card labelledBy="add" className="lg:sticky lg:top-4">
      <h2 id="add">Add to the agenda</h2>
      <p className="text-sm text-soft">
        It comes last; move it where you like. <Link to="/protocols">About the protocols</Link>
      </p>
      {isReady ? (
        <label className="mt-3 block text-sm font-semibold">
          Search
          <input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            className="control mt-1 font-normal"
            autoComplete="off"
          />
        </label>
      ) : null}
      <p role="status" className="sr-only">
        {added ? `“${added.name}” is added.` : words === '' ? '' : `${shown.length} found`}
      </p>
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-sm font-semibold text-away">
          {problem}
        </p>
      )}
      <fetcher.Form
        method="post"
        action={action}
        className="mt-3 space-y-4 lg:max-h-[calc(100vh-20rem)] lg:overflow-y-auto lg:pr-1"
        onSubmit={(event) => {
          if (fetcher.state !== 'idle') event.preventDefault();
        }}
      >
        <input type="hidden" name="id" value={newItemId} />
        {shelves.map((shelf) => (
          <section key={shelf} aria-label={shelf}>
            <h3 className="text-sm text-soft">{shelf}</h3>
            <ul className="mt-1 divide-y divide-line border-y border-line">
              {shown
                .filter((one) => one.shelf === shelf)
                .map(({ key, name, about, minutes }) => (
                  <li key={key}>
                    <button
                      type="submit"
                      name="protocolKey"
                      value={key}
                      className="grid min-h-11 w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2 py-2 text-left hover:bg-sunken"
                    >
                      <Plus size={16} aria-hidden="true" className="text-accent" />
                      <span className="min-w-0 wrap-anywhere">
                        <span className="block font-semibold">
                          <span className="sr-only">Add </span>
                          <bdi>{name.replace(/, \d+ minutes$/, '')}</bdi>
                        </span>
                        <span className="block text-sm text-soft">{about}</span>
                      </span>
                      <span className="text-sm text-soft tabular-nums">{minutes} min</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 ? <p className="text-soft">No protocol has these words.</p> : null}
      </fetcher.Form>
      <Form method="post" action={action} className="mt-4">
        <input type="hidden" name="id" value={newItemId} />
        <Button name="protocolKey" value="">
          Write one by hand
        </Button>
      </Form>
    </Card>
  );
}

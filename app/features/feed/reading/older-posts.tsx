import { useEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { useFetcher, useLocation } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { FeedPageView } from './feed-list';
import type { FeedPage, FeedView } from './feed-view';

/** The pages opened below the first; the last of them is null while it is on its way. */
type Opened = (FeedPage | null)[];

/** What was opened at an entry of the history, for coming back to it: the pages are there again at once. */
const openedAt = new Map<string, Opened>();
const mostKept = 20;

function keep(key: string, opened: Opened): void {
  openedAt.delete(key);
  openedAt.set(key, opened);
  const [oldest] = openedAt.keys();
  if (openedAt.size > mostKept && oldest !== undefined) openedAt.delete(oldest);
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type Props = {
  /** The cursor that the page after the one on the screen begins after; null when there is none. */
  older: string | null;
  pathOf: (cursor: string) => string;
};

/** The pages after this one: a link to the next, which script opens below. Each page begins where the one above it ends. */
export function OlderPosts({ older, pathOf }: Props) {
  const { key } = useLocation();
  const [opened, setOpened] = useState<Opened>(() => openedAt.get(key) ?? []);
  const cursors = [older, ...opened.map((page) => page?.older ?? null)];
  const next = cursors.at(-1) ?? null;
  const isLoading = opened.at(-1) === null;
  const change = (pages: Opened) => {
    keep(key, pages);
    setOpened(pages);
  };
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    change([...opened, null]);
  };
  return (
    <>
      {opened.map((page, place) => {
        const cursor = cursors[place] ?? null;
        return cursor === null ? null : (
          <OpenedPage
            key={place}
            path={pathOf(cursor)}
            known={page}
            onLoad={(loaded) => change(opened.map((one, at) => (at === place ? loaded : one)))}
          />
        );
      })}
      {isLoading ? (
        <p className="inline-flex min-h-11 items-center text-soft">Opening older posts …</p>
      ) : null}
      {next === null ? null : (
        <nav aria-label="Older posts">
          <ButtonLink to={pathOf(next)} onClick={open}>
            Older posts
          </ButtonLink>
        </nav>
      )}
    </>
  );
}

type OpenedProps = { path: string; known: FeedPage | null; onLoad: (page: FeedPage) => void };

/** One page, opened in place. Its own fetcher loads it again when something on it was changed. */
function OpenedPage({ path, known, onLoad }: OpenedProps) {
  const { load, data } = useFetcher<{ feed: FeedView }>();
  const begin = useRef<HTMLDivElement>(null);
  const [isFresh] = useState(known === null);
  const loaded = data?.feed.page ?? null;
  const page = loaded ?? known;
  const isHere = page !== null;
  useEffect(() => {
    void load(path);
  }, [load, path]);
  useEffect(() => {
    if (loaded !== null && loaded !== known) onLoad(loaded);
  }, [loaded, known, onLoad]);
  useEffect(() => {
    if (isFresh && isHere) begin.current?.focus({ preventScroll: true });
  }, [isFresh, isHere]);
  const count = page === null ? 0 : page.kind === 'posts' ? page.entries.length : page.hits.length;
  return (
    <>
      <p role="status" className="sr-only">
        {isFresh && isHere ? `${count} older posts opened below.` : ''}
      </p>
      <div ref={begin} tabIndex={-1} role="group" aria-label="Older posts" className="outline-none">
        {page === null ? null : <FeedPageView page={page} />}
      </div>
    </>
  );
}

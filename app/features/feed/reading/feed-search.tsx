import { Form, Link } from 'react-router';
import { Button } from '~/ui/button';
import { feedPath, filterFields } from './feed-filter';
import type { FeedFilter } from './feed-filter';
import { HiddenFields } from './feed-filters';

/** Looks for words within what is filtered. */
export function FeedSearch({ filter, query }: { filter: FeedFilter; query: string }) {
  return (
    <Form
      key={query}
      method="get"
      action="/feed"
      role="search"
      className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 print:hidden"
    >
      <HiddenFields fields={filterFields(filter)} />
      <input
        type="search"
        name="q"
        defaultValue={query}
        aria-label="Search posts and change ideas"
        placeholder="Search posts and ideas"
        maxLength={300}
        className="control min-w-0 flex-1"
      />
      <Button>Search</Button>
      {query === '' ? null : (
        <Link to={feedPath(filter)} className="inline-flex min-h-11 items-center px-1 text-sm text-soft">
          Clear the search
        </Link>
      )}
    </Form>
  );
}

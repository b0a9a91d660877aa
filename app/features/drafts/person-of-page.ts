import { useRouteLoaderData } from 'react-router';

/** The id of who is signed in, as the page's layout says it: what a browser keeps is kept for one person. */
export function usePersonOfPage(): string {
  const layout: unknown = useRouteLoaderData('routes/signed-in');
  return typeof layout === 'object' && layout !== null && 'personId' in layout ? String(layout.personId) : '';
}

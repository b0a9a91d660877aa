import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router';
import { nonceContext } from '~/platform/request-context.server';
import { ButtonLink } from '~/ui/button';
import { Logo } from '~/ui/logo';
import fontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import styles from './app.css?url';
import type { Route } from './+types/root';

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export function loader({ context }: Route.LoaderArgs) {
  return { nonce: context.get(nonceContext) };
}

/** The nonce belongs to the first page only; nothing here needs loading again. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161512" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

function explain(error: unknown): { title: string; text: string } {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404)
      return {
        title: 'This page is not here',
        text: 'It may have moved, or it belongs to a team you are not part of.',
      };
    if (error.status === 403)
      return {
        title: 'This is for others to change',
        text:
          typeof error.data === 'string' && error.data
            ? error.data
            : 'You can read it, but only its team can change it.',
      };
    if (error.status === 400 && typeof error.data === 'string')
      return { title: 'That could not be done', text: error.data };
    if (error.status === 413)
      return { title: 'That is too large', text: 'Please send a smaller file or a shorter text.' };
    if (error.status === 429)
      return { title: 'Too many tries', text: 'Please wait a few minutes, then try again.' };
  }
  if (error instanceof TypeError && /fetch|network/i.test(error.message))
    return {
      title: 'The connection was lost',
      text: 'What you typed is kept on this device. Go back to the page when you are connected again.',
    };
  return {
    title: 'Something went wrong on our side',
    text: 'It has been written down. What you typed is kept: go back and try again in a moment.',
  };
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { title, text } = explain(error);
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <title>{`${title} · Boldline`}</title>
      <Logo />
      <h1 className="mt-8">{title}</h1>
      <p className="mt-2 text-soft">{text}</p>
      <p className="mt-6">
        <ButtonLink to="/" tone="primary" reloadDocument>
          Go to This week
        </ButtonLink>
      </p>
    </main>
  );
}

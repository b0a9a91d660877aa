import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter } from 'react-router';
import type { EntryContext, RouterContextProvider } from 'react-router';
import { nonceContext, platformContext } from '~/platform/request-context.server';

const renderTimeoutMs = 10_000;

export const streamTimeout = renderTimeoutMs;

/** Streams the page once its whole shell is ready; nothing here is deferred, so shell and page are one. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  return new Promise((resolve, reject) => {
    let statusCode = status;
    const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={nonce} />,
      {
        nonce,
        // React would move what is large out of its Suspense, for a script to put back.
        progressiveChunkSize: Infinity,
        [ready]() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
          resolve(new Response(createReadableStreamFromReadable(body), { status: statusCode, headers }));
          // A timer that outlives its page would hold the whole page in memory.
          body.once('close', () => clearTimeout(patience));
          pipe(body);
        },
        onShellError(error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        },
        onError(error) {
          statusCode = 500;
          context.get(platformContext).logger.error({ err: error }, 'a page did not render');
        },
      },
    );
    const patience = setTimeout(abort, renderTimeoutMs + 1000);
  });
}

/** What a person sees of an error is a page of ours; what happened is in the log. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
) {
  if (request.signal.aborted) return;
  context
    .get(platformContext)
    .logger.error({ err: error, path: new URL(request.url).pathname }, 'a request failed');
}

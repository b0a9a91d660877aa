import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { RouterContextProvider } from 'react-router';
import type { ServerBuild } from 'react-router';
import { nonceContext, platformContext } from '~/platform/request-context.server';
import type { Platform } from '~/platform/request-context.server';
import { compressedAssets } from './compressed-assets';

const largestForm = 2 * 1024 * 1024;
const largestFile = 16 * 1024 * 1024;
const importPath = /^\/imports\/new(\.data)?$/;

type Options = {
  platform: Platform;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder with built assets; null when the development server serves them. */
  clientFolder: string | null;
  proxyHops: number;
};

/** Each page gets a nonce of its own; nothing inline runs without it. */
function contentSecurity(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_request, response) => `'nonce-${String((response as Response).locals.nonce)}'`,
        ],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  });
}

/** Mail providers stop mails for their people (RFC 8058) from wherever they are; the secret in the address is what counts. */
const oneClickPath = /^\/unsubscribe\/[\w-]{36}\.[\w-]{43}$/;

/** Anything but reading must come from a page of this very site. */
function sameOriginOnly(publicUrl: string) {
  const publicHost = new URL(publicUrl).host;
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (request.method === 'POST' && oneClickPath.test(request.path)) {
      delete request.headers.origin;
      return next();
    }
    const origin = request.get('origin');
    if (origin !== undefined && origin !== 'null' && URL.canParse(origin)) {
      const host = new URL(origin).host;
      if (host === publicHost || host === request.host) return next();
    }
    response.status(403).type('text').send('This came from another site, so nothing was done.');
  };
}

/** A trusted proxy may send the public name beside Host; the router compares forms against Host. */
function takeForwardedHost(request: Request, _response: Response, next: NextFunction) {
  const forwarded = request.get('x-forwarded-host')?.split(',')[0]?.trim();
  if (forwarded) request.headers.host = forwarded;
  next();
}

/** A form is small; a file may be larger, so that the page itself can say what is wrong with it. */
function smallBodiesOnly(request: Request, response: Response, next: NextFunction) {
  const most = importPath.test(request.path) ? largestFile : largestForm;
  const length = request.get('content-length');
  if (length === undefined && request.get('transfer-encoding') !== undefined) {
    response.status(411).type('text').send('The length of what was sent is missing, so it was not read.');
    return;
  }
  if (Number(length ?? 0) > most) {
    response
      .status(413)
      .set('Connection', 'close')
      .type('text')
      .send('This is too large, so it was not read. Please send a smaller file.');
    return;
  }
  next();
}

const windowMs = 15 * 60 * 1000;
/** The doors that take a password, a code or a secret link. */
const guessingPaths = /^(sign-in|set-up|reset-password\/[^/]+|join\/[^/]+|account)$/;
/** The doors that send mail. */
const mailingPaths = /^(forgotten-password|invitations)$/;

/** A path as the router will read it: decoded, without dots, doubled slashes or the ending that script adds. */
function plainPath(path: string): string {
  try {
    const { pathname } = new URL(`http://localhost/${decodeURIComponent(path).replace(/^\/+/, '')}`);
    return pathname
      .replaceAll(/\/+/g, '/')
      .replace(/\/?\.data$/, '')
      .replace(/^\/|\/$/g, '')
      .toLowerCase();
  } catch {
    return path;
  }
}

function limitPosts(paths: RegExp, limit: number, onlyFailures: boolean) {
  const limiter = rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: onlyFailures,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (_request, response) => {
      response.status(429).type('text').send('Too many tries. Please wait a few minutes, then try again.');
    },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'POST' || !paths.test(plainPath(request.path))) return next();
    void limiter(request, response, next);
  };
}

/** Pages are read and forms are posted, at a host that is one. */
function plainRequestsOnly(request: Request, response: Response, next: NextFunction) {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
    response.status(405).set('Allow', 'GET, HEAD, POST').type('text').send('This is not done here.');
    return;
  }
  const { host } = request.headers;
  if (!host || !URL.canParse(`http://${host}`) || !request.url.startsWith('/')) {
    response.status(400).type('text').send('This address could not be read.');
    return;
  }
  next();
}

/**
 * Room for a whole page, in bytes: a page is rendered before its first byte is sent. With less, each wait for the
 * compressing stream leaves a listener behind, since the middleware adds it to the stream and removes it from the response.
 */
const wholePage = { highWaterMark: 1_048_576 };

/** An event of a stream goes out as it comes: the compressing stream would keep it until there are enough. */
function isCompressed(request: Request, response: Response): boolean {
  const isStream = String(response.getHeader('Content-Type')).startsWith('text/event-stream');
  return !isStream && compression.filter(request, response);
}

/** Express with every guard in front of the router. Starts nothing and listens to nothing. */
export function makeApplication({ platform, build, clientFolder, proxyHops }: Options): Express {
  const https = platform.environment.publicUrl.startsWith('https:');
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', proxyHops);
  app.set('query parser', 'simple');

  app.get('/health', (_request, response) => void response.type('text').send('ok'));
  app.get('/ready', (_request, response) => void answerReady(platform, response));

  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(18).toString('base64');
    next();
  });
  if (proxyHops > 0) app.use(takeForwardedHost);
  app.use(contentSecurity(https));
  if (clientFolder !== null) {
    app.use('/assets', compressedAssets(join(clientFolder, 'assets')));
    app.use(express.static(clientFolder, { maxAge: '1h', index: false }));
  }
  app.use(
    compression({ level: 4, ...wholePage, brotli: { ...wholePage, params: {} }, filter: isCompressed }),
  );
  app.use(plainRequestsOnly);
  app.use(sameOriginOnly(platform.environment.publicUrl));
  // A whole school may sign in behind one address, so only failures count there.
  app.use(limitPosts(guessingPaths, 60, true));
  app.use(limitPosts(mailingPaths, 60, false));
  app.use(smallBodiesOnly);
  app.use(
    createRequestHandler({
      build,
      mode: process.env.NODE_ENV === 'production' ? 'production' : 'development',
      getLoadContext(_request, response) {
        const context = new RouterContextProvider();
        context.set(platformContext, platform);
        context.set(nonceContext, String(response.locals.nonce));
        return context;
      },
    }),
  );
  return app;
}

async function answerReady(platform: Platform, response: Response): Promise<void> {
  try {
    await platform.database.reader.query.network.findFirst();
    response.type('text').send('ready');
  } catch {
    response.status(503).type('text').send('the database does not answer');
  }
}

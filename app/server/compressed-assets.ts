import { existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Built assets carry a hash in their names, so they never change; each was compressed once, at build. */
export function compressedAssets(folder: string): RequestHandler {
  const files = express.static(folder, {
    immutable: true,
    maxAge: '1y',
    index: false,
    setHeaders(response, path) {
      const ending = path.endsWith('.br') ? 'br' : path.endsWith('.gz') ? 'gzip' : null;
      if (ending === null) return;
      response.setHeader('Content-Encoding', ending);
      const type = types[extname(path.replace(/\.(br|gz)$/, ''))];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  const known = new Map<string, boolean>();
  const has = (path: string) => {
    const answer = known.get(path) ?? existsSync(join(folder, normalize(path)));
    if (known.size < 2000) known.set(path, answer);
    return answer;
  };
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const accepted = request.acceptsEncodings(['br', 'gzip']);
    const ending = accepted === 'br' ? '.br' : accepted === 'gzip' ? '.gz' : null;
    if (ending !== null && !request.path.includes('..') && has(request.path + ending))
      request.url = request.path + ending;
    files(request, response, next);
  };
}

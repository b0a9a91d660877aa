import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'node:http';

/** Serves on a free loopback port and times each answer from its arrival to its last byte, in milliseconds. */
export async function timedServer(
  listener: RequestListener,
): Promise<{ url: string; last: () => number; close: () => void }> {
  let last = 0;
  const server = createServer((incoming, outgoing) => {
    const begun = performance.now();
    outgoing.once('finish', () => (last = performance.now() - begun));
    listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, last: () => last, close: () => server.close() };
}

/** Reads a whole answer; uncompressed, since a proxy compresses where it matters. */
export function read(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { headers: { ...headers, 'Accept-Encoding': 'identity' }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** `3.1 (2.8–3.9)`: the median, and where the middle half lies. */
export function spread(values: number[], digits = 1): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(digits);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
}

import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server makes of one recipient, at each try. */
export type Manner =
  | 'take'
  /** 451 at RCPT. */
  | 'refuse for now'
  /** 550 at RCPT. */
  | 'refuse for good'
  /** No answer to RCPT. */
  | 'silent'
  /** The words are taken and kept, and never answered. */
  | 'take, never answer'
  /** The words are thrown away, and never answered. */
  | 'drop, never answer';

export type TakenMail = { to: string; messageId: string; text: string };

export type FakeMailServer = {
  url: string;
  /** Every message that was kept, however often. */
  taken: TakenMail[];
  tries: Map<string, number>;
  /** Connections end at once, as when the machine loses its power. */
  die: () => Promise<void>;
  start: () => Promise<void>;
};

type Options = {
  manner?: (to: string, tries: number) => Manner;
  /** Told after each message that was kept. */
  onTaken?: (count: number) => unknown;
};

class Refusal extends Error {
  constructor(
    message: string,
    readonly responseCode: number,
  ) {
    super(message);
  }
}

/** A real SMTP server on a port of its own, with manners. Starts at once. */
export async function startFakeMailServer({
  manner = () => 'take',
  onTaken = () => undefined,
}: Options = {}): Promise<FakeMailServer> {
  const taken: TakenMail[] = [];
  const tries = new Map<string, number>();
  const mannerNow = new Map<string, Manner>();
  const sockets = new Set<Socket>();
  let running: SMTPServer | null = null;
  let port = 0;

  function make(): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 1,
      onRcptTo({ address }, _session, answer) {
        const count = (tries.get(address) ?? 0) + 1;
        tries.set(address, count);
        const now = manner(address, count);
        mannerNow.set(address, now);
        if (now === 'silent') return;
        if (now === 'refuse for now') return answer(new Refusal('4.2.1 The mailbox rests', 451));
        if (now === 'refuse for good') return answer(new Refusal('5.1.1 No such mailbox', 550));
        answer();
      },
      onData(stream, session, answer) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          const now = mannerNow.get(to) ?? 'take';
          const text = Buffer.concat(chunks).toString('utf8');
          const keeps = now === 'take' || now === 'take, never answer';
          if (keeps && running === server) {
            taken.push({ to, messageId: /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? '', text });
            onTaken(taken.length);
          }
          if (now === 'take') answer();
        });
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    return server;
  }

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const server = make();
      server.once('error', reject);
      const listening = server.listen(port, '127.0.0.1', () => {
        running = server;
        const address = listening.address();
        if (typeof address === 'object' && address) port = address.port;
        resolve();
      });
    });

  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    tries,
    start,
    die: () =>
      new Promise((resolve) => {
        const server = running;
        running = null;
        for (const socket of sockets) socket.destroy();
        if (server) server.close(() => resolve());
        else resolve();
      }),
  };
}

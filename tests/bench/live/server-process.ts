import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { read } from '../pages';

/** The flags that `npm start` gives. */
const flags = /--max\S+( --max\S+)*/.exec(readFileSync('package.json', 'utf8'))?.[0].split(' ') ?? [];
/** What lets it say how much it holds. */
const reporting = ['--expose-gc', '--import', './tests/bench/live/heap-report.js'];

/** What is held after a garbage collection, in bytes; `external` are buffers beside the heap. */
export type LiveHeap = { heapUsed: number; external: number };

/** The built server in a process of its own, on one port and folder through several lives. */
export class ServerProcess {
  readonly url: string;
  private child: ChildProcess | null = null;

  constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.url = `http://localhost:${port}`;
  }

  /** Starts it, and waits until it is ready. @returns milliseconds that took */
  async start(): Promise<number> {
    const begun = performance.now();
    this.child = spawn(process.execPath, [...flags, ...reporting, 'build/server/index.js'], {
      env: {
        ...process.env,
        ...{ NODE_ENV: 'production', PORT: String(this.port), HOST: '127.0.0.1', LOG_LEVEL: 'error' },
        ...{ BOLDLINE_DATA: this.folder, BOLDLINE_URL: this.url },
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    for (let turn = 0; turn < 600; turn += 1) {
      const answer = await read(`${this.url}/ready`, {}).catch(() => null);
      if (answer?.status === 200) return performance.now() - begun;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('The server did not become ready');
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  }

  /** Processor time it has used in this life, in seconds (Linux counts in hundredths); NaN while it is not there. */
  processorSeconds(): number {
    try {
      const stat = readFileSync(`/proc/${this.child?.pid}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return (Number(user) + Number(system)) / 100;
    } catch {
      return NaN;
    }
  }

  liveHeap(): Promise<LiveHeap> {
    return new Promise((resolve) => {
      this.child?.once('message', (answer) => resolve(answer as LiveHeap));
      this.child?.send('live heap');
    });
  }

  /** Resident memory in MB; NaN while it is not there. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1000;
    } catch {
      return NaN;
    }
  }
}

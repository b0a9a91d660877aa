import type { LiveHeap, ServerProcess } from './server-process';

const megabytes = (bytes: number) => bytes / 1_000_000;

/** What the server holds while a room is in use. Resident memory is what the machine gave; what counts is what is still in use. */
export class MemoryWatch {
  private readonly resident: number[] = [];
  private readonly held: { minute: number; heap: LiveHeap }[] = [];

  constructor(private readonly server: ServerProcess) {}

  sample(): void {
    const mb = this.server.memory();
    if (!Number.isNaN(mb)) this.resident.push(mb);
  }

  /** Collects all garbage first. */
  async measureLive(minute: number): Promise<void> {
    this.held.push({ minute, heap: await this.server.liveHeap() });
  }

  /** The kept words, buffers with them. */
  lines(): string[] {
    return [
      `Resident memory, MB, every 10 s: ${this.resident.map((mb) => mb.toFixed(0)).join(' ')}`,
      ...this.held.map(({ minute, heap }) => {
        const [heapUsed, external] = [heap.heapUsed, heap.external].map((bytes) =>
          megabytes(bytes).toFixed(1),
        );
        return `Live after collection at minute ${minute.toFixed(1)}: ${heapUsed} MB of heap, ${external} MB beside it`;
      }),
    ];
  }

  /** What was live at the first and at the last look, in MB; and the most that was resident. */
  grown(): { first: number; last: number; most: number } {
    const all = this.held.map(({ heap }) => megabytes(heap.heapUsed + heap.external));
    return { first: all[0] ?? NaN, last: all.at(-1) ?? NaN, most: Math.max(...this.resident) };
  }
}

import { v7 as uuidv7 } from 'uuid';
import type { Heard } from './screens';

/** Only questions and topics are voted on. */
type Said = { id: string; isVotedOn: boolean; at: number; seen: Map<number, number> };

const kinds = ['question', 'warm', 'cool', 'topic'] as const;

/** What people say, vote for and sign in with, by the forms of the page. */
export class Talk {
  readonly said: Said[] = [];
  readonly answered: number[] = [];
  readonly refused: string[] = [];

  constructor(
    private readonly url: string,
    private readonly meetingId: string,
    private readonly cookies: readonly string[],
  ) {}

  async say(itemId: string): Promise<void> {
    const kind = kinds[this.said.length % kinds.length] ?? 'question';
    const isVotedOn = kind === 'question' || kind === 'topic';
    const said = { id: uuidv7(), isVotedOn, at: Date.now(), seen: new Map<number, number>() };
    this.said.push(said);
    const body = `What did the second week look like, and who saw it? (${this.said.length})`;
    await this.post(`/meetings/${this.meetingId}/contributions`, { id: said.id, itemId, kind, body });
  }

  async vote(): Promise<void> {
    const questions = this.said.slice(0, -1).filter(({ isVotedOn }) => isVotedOn);
    const one = questions[Math.floor(Math.random() * questions.length)];
    const wanted = Math.random() < 0.8 ? 'on' : 'off';
    if (one) await this.post(`/contributions/${one.id}/vote`, { wanted });
  }

  async comeIn(person: number): Promise<void> {
    await this.post(`/meetings/${this.meetingId}/attendances`, { wanted: 'here' }, person);
  }

  hear(screen: number, heard: Heard): void {
    const last = this.said.at(-1);
    if (!last || heard.kind !== 'room' || last.seen.has(screen) || !heard.text.includes(last.id)) return;
    last.seen.set(screen, heard.at);
  }

  private async post(path: string, fields: Record<string, string>, person?: number): Promise<void> {
    const who = person ?? Math.floor(Math.random() * this.cookies.length);
    const headers = { Cookie: this.cookies[who] ?? '', Origin: this.url };
    const begun = Date.now();
    const body = new URLSearchParams(fields);
    const response = await fetch(this.url + path, { method: 'POST', redirect: 'manual', headers, body });
    await response.arrayBuffer();
    this.answered.push(Date.now() - begun);
    if (response.status !== 302) this.refused.push(`${path.replace(/[\w-]{36}/g, '…')}: ${response.status}`);
  }
}

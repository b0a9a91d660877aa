/**
 * A live network day under load, run by hand on the built server:
 *
 *   npm run build && NODE_ENV=production npx tsx tests/bench/live-meeting.ts [--minutes 15] [--people 60]
 *
 * So many people listen to the room's stream, each with a session of their own. A facilitator moves the clock every few seconds;
 * people say things, vote and sign in; three type into one note all the time. Then the server is killed in mid-step and started
 * again on the same database. Prints what was measured and exits with 1 where a bar is broken: 95 of 100 events on every screen
 * within 500 ms, all clocks within a second, no letter and no move lost, the right step and time after the restart, memory flat: what is
 * live after a garbage collection at the end against the third minute.
 */
import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { timeLeft } from '~/features/meetings/live/clock-rules';
import { openDatabase } from '~/platform/database.server';
import { loadNote } from '~/features/meetings/notes/note-queries.server';
import { ClockSpread } from './live/clock-spread';
import { Facilitator } from './live/facilitator';
import { Hand } from './live/hand';
import { makeMeetingOfMany, signInTo } from './live/meeting-of-many';
import { MemoryWatch } from './live/memory-watch';
import { latencyWords, percentile } from './live/percentiles';
import { Screen } from './live/screens';
import type { Heard } from './live/screens';
import { ServerProcess } from './live/server-process';
import { Talk } from './live/talk';
import { read } from './pages';

const out = (line: string) => void process.stdout.write(`${line}\n`);
const numberAfter = (name: string, usual: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const minutes = numberAfter('--minutes', 15);
const people = numberAfter('--people', 60);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const between = (least: number, most: number) => least + Math.random() * (most - least);

const broken: string[] = [];
function bar(isKept: boolean, line: string): void {
  out(`${isKept ? 'kept  ' : 'BROKEN'}  ${line}`);
  if (!isKept) broken.push(line);
}

const meeting = await makeMeetingOfMany(people);
const server = new ServerProcess(meeting.folder, 20_000 + Math.floor(Math.random() * 20_000));
out(`Ready after ${((await server.start()) / 1000).toFixed(2)} s; ${people} people sign in.`);
const { url } = server;
const cookies: string[] = [];
for (const email of meeting.emails) cookies.push(await signInTo(url, email));
const facilitator = new Facilitator(url, await signInTo(url, meeting.facilitator), meeting);
const talk = new Talk(url, meeting.meetingId, cookies);

/** When a note's edition was sent, and when each screen heard of it. */
const noteSent = new Map<number, number>();
const noteHeard: { edition: number; at: number }[] = [];
const noteItem = meeting.itemIds[0] ?? '';
const hands = [0x3400, 0x4e00, 0xac00].map(
  (firstLetter, person) =>
    new Hand(
      {
        ...{ url, firstLetter, cookie: cookies[person] ?? '' },
        path: `/meetings/${meeting.meetingId}/notes/${noteItem}/changes`,
      },
      (edition, at) => void noteSent.set(edition, at),
    ),
);
const address = `${url}/meetings/${meeting.meetingId}/live/events`;
const screens = cookies.map((cookie, number) => new Screen(address, cookie, (heard) => hear(number, heard)));

function hear(screen: number, heard: Heard): void {
  facilitator.hear(screen, heard);
  talk.hear(screen, heard);
  if (heard.kind !== 'note') return;
  noteHeard.push({ edition: heard.news.edition, at: heard.at });
  if (heard.news.itemId === noteItem) hands[screen]?.hear(heard.news);
}

const spread = new ClockSpread(screens);
const health: number[] = [];
const memory = new MemoryWatch(server);
let isServing = true;
const begun = Date.now();
const processorBefore = server.processorSeconds();
let processorShare = NaN;
async function probe(): Promise<void> {
  if (!isServing) return;
  const asked = performance.now();
  const answer = await read(`${url}/health`, {}).catch(() => null);
  if (answer && isServing) health.push(performance.now() - asked);
}
const timers = [
  setInterval(() => spread.compare(), 50),
  setInterval(() => void probe(), 250),
  setInterval(() => memory.sample(), 10_000),
];

async function until(fits: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (fits()) return;
    await pause(50);
  }
  throw new Error(`Waited in vain: ${what}`);
}

let goesOn = true;
const failures: string[] = [];
/** Does something again and again; what fails while the server is there is counted. */
async function keepDoing(work: () => unknown, least: number, most: number): Promise<void> {
  while (goesOn) {
    await pause(between(least, most));
    if (!goesOn || !isServing) continue;
    try {
      await work();
    } catch (error) {
      if (isServing) failures.push(String(error));
    }
  }
}

try {
  await until(() => screens.every(({ clock }) => clock !== null), 'all screens show the room');
  out(`All ${people} screens show the room. ${minutes} minutes begin.`);
  const work = [
    keepDoing(() => facilitator.pressSomething(), 2000, 5000),
    keepDoing(() => talk.say(facilitator.itemId), 3000, 6000),
    keepDoing(() => talk.vote(), 800, 2500),
    ...hands.map((hand) => keepDoing(() => hand.type(), 120, 360)),
  ];
  for (const [person] of cookies.entries()) {
    await talk.comeIn(person);
    await pause(150);
  }
  const untilMinute = (minute: number) => pause(Math.max(0, minute * 60_000 - (Date.now() - begun)));
  const early = Math.min(3, minutes / 4);
  await untilMinute(early);
  await memory.measureLive(early);
  await untilMinute(minutes);
  await memory.measureLive(minutes);
  processorShare = (server.processorSeconds() - processorBefore) / ((Date.now() - begun) / 1000);
  goesOn = false;
  await Promise.all(work);
  await pause(1500);
  await killAndCompare();
  for (const timer of timers) clearInterval(timer);
  await report();
} finally {
  goesOn = false;
  for (const timer of timers) clearInterval(timer);
  for (const screen of screens) screen.leave();
  for (const hand of hands) hand.leave();
  await server.end('SIGTERM');
  rmSync(meeting.folder, { recursive: true, force: true });
}
out(broken.length === 0 ? '\nAll bars are kept.' : `\n${broken.length} broken.`);
process.exit(broken.length === 0 ? 0 : 1);

/** Kills the server in mid-step while people type, starts it again, and compares the clock with what was shown before. */
async function killAndCompare(): Promise<void> {
  if (facilitator.clock.state !== 'running') await facilitator.press('resume');
  await pause(2000);
  const [witness] = screens;
  const before = witness?.clock ?? null;
  const ahead = witness && before ? (witness.left(0) ?? 0) - timeLeft(before, 0) : 0;
  for (const hand of hands) hand.type();
  isServing = false;
  await server.end('SIGKILL');
  for (const screen of screens) screen.clock = null;
  for (const hand of hands) hand.type();
  await pause(1500);
  const took = await server.start();
  isServing = true;
  await until(() => screens.every(({ clock }) => clock !== null), 'all screens are back');
  await pause(300);
  const at = Date.now();
  const expected = before ? timeLeft(before, at) - ahead : NaN;
  const left = screens.map((screen) => screen.left(at) ?? NaN);
  const after = screens.map(({ clock }) => JSON.stringify(clock));
  const worst = Math.max(...left.map((one) => Math.abs(one - expected)));
  out(`\nKilled in mid-step; ready again after ${(took / 1000).toFixed(2)} s.`);
  bar(
    after.every((clock) => clock === JSON.stringify(before)),
    `after the restart all ${after.length} screens are on the right step`,
  );
  bar(
    worst < 1000,
    `after the restart the time left is right: ${worst.toFixed(0)} ms off at most (bar 1000)`,
  );
  await facilitator.press('pause');
  await pause(1500);
  await facilitator.press('resume');
  await pause(1500);
}

async function report(): Promise<void> {
  const presses = facilitator.presses;
  const pressLatencies = presses.flatMap(({ at, seen }) => [...seen.values()].map((when) => when - at));
  const saidLatencies = talk.said.flatMap(({ at, seen }) => [...seen.values()].map((when) => when - at));
  const noteLatencies = noteHeard.flatMap(({ edition, at }) => {
    const sent = noteSent.get(edition);
    return sent === undefined || at < sent || at - sent > 10_000 ? [] : [at - sent];
  });
  const all = [...pressLatencies, ...saidLatencies, ...noteLatencies];
  out(`\nFrom sending until each screen has it`);
  out(`clock      ${latencyWords(pressLatencies)}`);
  out(`said       ${latencyWords(saidLatencies)}`);
  out(`notes      ${latencyWords(noteLatencies)}`);
  out(`answers    ${latencyWords(talk.answered)}`);
  out(`/health    ${latencyWords(health)}: what waits before the event loop comes round`);
  out(
    `The server used ${(processorShare * 100).toFixed(0)} % of a core; load of the machine (1, 5, 15 minutes) ${load()}.`,
  );
  for (const [name, values] of Object.entries({ clock: pressLatencies, notes: noteLatencies, all }))
    bar(
      percentile(values, 0.95) < 500,
      `p95 of ${name}: ${percentile(values, 0.95).toFixed(0)} ms (bar 500)`,
    );
  bar(spread.widest < 1000, `clocks of one step within ${spread.widest.toFixed(0)} ms (bar 1000)`);
  bar(
    spread.longestOutOfStep < 1000,
    `screens on different steps for ${spread.longestOutOfStep} ms at most (bar 1000)`,
  );
  const missed = presses.reduce((sum, { seen }) => sum + people - seen.size, 0);
  bar(missed === 0, `${missed} of ${presses.length} × ${people} moves of the clock missed`);
  const unheard = talk.said.slice(0, -1).reduce((sum, { seen }) => sum + people - seen.size, 0);
  bar(unheard === 0, `${unheard} of ${talk.said.length} × ${people} things said not heard`);
  const refused = [...facilitator.refused, ...talk.refused, ...failures];
  bar(
    refused.length === 0,
    `${refused.length} forms refused ${[...new Set(refused)].slice(0, 4).join(', ')}`,
  );
  await reportNotes();
  reportMemory();
  out(
    `Streams were opened ${screens.reduce((sum, { opened }) => sum + opened, 0)} times (${people}, ${people} again after the restart, and each anew after a thousand events or 4 MB).`,
  );
}

/** Where other work fills the machine, what is measured is its wait. */
function load(): string {
  const words = loadavg().map((one) => one.toFixed(1));
  return `${words.join(', ')} on ${cpus().length} cores`;
}

async function reportNotes(): Promise<void> {
  const shown = await Promise.all(hands.map((hand) => hand.finish()));
  const database = openDatabase(`${meeting.folder}/boldline.db`, 'db/migrations');
  const { words, edition } = await loadNote(database.reader, noteItem);
  database.close();
  const counts = new Map<string, number>();
  for (const letter of words) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const typed = hands.flatMap((hand) => hand.typed);
  const lost = typed.filter((letter) => counts.get(letter) !== 1).length;
  bar(
    lost === 0 && words.length === typed.length,
    `${lost} of ${typed.length} typed letters lost or doubled (${edition} editions)`,
  );
  bar(
    shown.every((one) => one === words),
    'all three who typed see the same notes as the server has',
  );
  const why = hands.flatMap(({ refusals }) => refusals);
  bar(why.length === 0, `${why.length} changes of notes refused ${why[0] ?? ''}`);
}

function reportMemory(): void {
  for (const line of memory.lines()) out(line);
  const { first, last, most } = memory.grown();
  bar(
    last < first * 1.1 + 5,
    `memory flat: ${first.toFixed(1)} MB live in the third minute, ${last.toFixed(1)} MB at the end (bar a tenth and 5 MB more)`,
  );
  bar(most < 250, `at most ${most.toFixed(0)} MB resident (bar 250)`);
}

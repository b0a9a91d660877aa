import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createRequestHandler } from '@react-router/express';
import SqliteFile from 'better-sqlite3';
import express from 'express';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { seedDemoNetwork } from '#db/seed/demo-network';
import { demoPassword } from '#db/seed/demo-people';
import { analyseRunChart, detectIhiRules, suggestPhases } from '~/features/run-charts/analysis';
import type * as Served from '~/server/start';
import { readEnvironment } from '~/platform/environment.server';
import { openDatabase } from '~/platform/database.server';
import { addDays } from '~/lib/school-day';
import { mappingFields } from '../support/import-form';
import { coachTeams, facilitateTeams } from './caseload-teams';
import { gatherCohort } from './cohort-teams';
import { fillFeed } from './feed-posts';
import { median, read, spread, timedServer } from './pages';

const parts = (await import(
  pathToFileURL(join(process.cwd(), 'build/server/index.js')).href
)) as typeof Served;
const { build, makeApplication, openPlatform, ServerRouter } = parts;

const turns = 60;
const warmUp = 15;
const out = (line: string) => process.stdout.write(`${line}\n`);
const bar = (value: number, most: number) => (value <= most ? 'within' : 'OVER');

type Statement = { sql: string; params: unknown[] };

async function makeNetwork(copies: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `boldline-bench-${copies}-`));
  const database = openDatabase(join(folder, 'boldline.db'), 'db/migrations');
  await seedDemoNetwork(database, { now: Date.now(), copies });
  database.close();
  return folder;
}

type BenchPage = { path: string; person: 'teacher' | 'facilitator' | 'coach' | 'administrator' };

/** The wall of a facilitator who runs every cohort: three hundred charts to a page. */
function wallOf(folder: string): Record<string, BenchPage> {
  const file = new SqliteFile(join(folder, 'boldline.db'));
  file.exec(
    `insert or ignore into facilitator_assignment (id, person_id, cohort_id)
     select lower(hex(randomblob(16))), p.id, c.id from person p, cohort c where p.email like 'facilitator@%'`,
  );
  file.close();
  return { 'wall, 300 charts': { path: '/measures', person: 'facilitator' } };
}

/** The caseload of a coach with twenty teams. */
function caseloadOf(folder: string): Record<string, BenchPage> {
  coachTeams(folder, 20);
  return {
    'caseload, 20 teams': { path: '/coaching', person: 'coach' },
    'week of a coach': { path: '/', person: 'coach' },
    'heard, 20 teams': { path: '/coaching?view=contact', person: 'coach' },
  };
}

/** The caseload of a facilitator with three hundred. */
function wideCaseloadOf(folder: string): Record<string, BenchPage> {
  coachTeams(folder, 20);
  facilitateTeams(folder, 300);
  return { 'caseload, 300': { path: '/coaching', person: 'administrator' } };
}

/** The caseload in a network of its own size, and in one of many more teams that nobody of these follows. */
async function benchCaseloads(): Promise<[Rows, Rows]> {
  const [small, large] = [await networkOf(1), await networkOf(10)];
  const [wide, wider] = [await networkOf(13), await networkOf(26)];
  const measure = async (own: string, all: string) => ({
    ...(await benchPages(own, caseloadOf(own))),
    ...(await benchPages(all, wideCaseloadOf(all))),
  });
  return [await measure(small, wide), await measure(large, wider)];
}

/** The feed of a demo-sized network with so many posts. */
function feedOf(folder: string, posts: number): Record<string, BenchPage> {
  return Object.fromEntries(
    Object.entries(fillFeed(folder, posts)).map(([name, path]) => [
      name,
      { path, person: 'teacher' as const },
    ]),
  );
}

/** The pages of the bench, as Maya Okafor of the demo sees them. */
function pathsOf(folder: string): Record<string, BenchPage> {
  const file = new SqliteFile(join(folder, 'boldline.db'), { readonly: true });
  const find = (sql: string) => (file.prepare(sql).get() as { id: string }).id;
  const team =
    "(select team_id from team_membership m inner join person p on p.id = m.person_id where p.email like 'teacher@%')";
  const measure = find(`select id from measure where team_id = ${team} order by created_at limit 1`);
  const paths = {
    '/': '/',
    '/log': '/log',
    'a cycle (Study)': `/cycles/${find(`select id from cycle where stage = 'study' and team_id = ${team}`)}/study`,
    'a measure': `/measures/${measure}`,
    'a chart': `/measures/${measure}?group=${find(`select group_id as id from measure_group where measure_id = '${measure}' order by position`)}`,
  };
  file.close();
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, { path, person: 'teacher' as const }]),
  );
}

async function signIn(url: string, person: BenchPage['person'] = 'teacher'): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ email: `${person}@demo.boldline.example`, password: demoPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The real application over one database, with every statement it runs noted. */
async function realApp(folder: string) {
  const statements: Statement[] = [];
  const environment = {
    ...readEnvironment({ BOLDLINE_DATA: folder, LOG_LEVEL: 'silent' }),
    publicUrl: 'http://localhost',
  };
  const platform = await openPlatform(environment, {
    logQuery: (sql: string, params: unknown[]) => void statements.push({ sql, params }),
  });
  let entry: unknown;
  const watched = {
    ...build,
    entry: {
      module: {
        ...build.entry.module,
        default: (...args: Parameters<typeof build.entry.module.default>) => {
          entry = args[3];
          return build.entry.module.default(...args);
        },
      },
    },
  };
  const app = makeApplication({ platform, build: watched, clientFolder: null, proxyHops: 0 });
  const server = await timedServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    incoming.headers.host = incoming.headers.host ?? 'localhost';
    app(incoming, outgoing);
  });
  platform.environment.publicUrl = server.url;
  return { server, statements, platform, entryOf: () => entry };
}

type Captured = { loaderData: Record<string, unknown> };

/** The same routes without session, policy, middleware or headers: each loader runs its share of the SQL and gives the same data. */
function floorBuild(entry: unknown, runSql: () => void): typeof build {
  const { loaderData } = (entry as { staticHandlerContext: Captured }).staticHandlerContext;
  let first = true;
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const {
        middleware: _middleware,
        action: _action,
        shouldRevalidate: _should,
        ...module
      } = route.module as unknown as Record<string, unknown>;
      const loader = () => {
        if (first) runSql();
        first = false;
        return loaderData[id] ?? null;
      };
      return [id, { ...route, module: { ...module, ...('loader' in module ? { loader } : {}) } }];
    }),
  );
  const reset = () => {
    first = true;
  };
  return Object.assign({ ...build, routes } as unknown as typeof build, { reset });
}

async function timePage(work: () => Promise<number> | number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    const time = await work();
    if (turn >= warmUp) times.push(time);
  }
  return times;
}

/** Times the page, its framework floor and its raw floor in turn, so that all three meet the same machine. */
async function benchPages(folder: string, pages: Record<string, BenchPage>) {
  const real = await realApp(folder);
  const rows: Record<
    string,
    { page: number[]; floor: number[]; raw: number[]; statements: number; sqlMs: number[] }
  > = {};
  const file = new SqliteFile(join(folder, 'boldline.db'), { readonly: true });
  for (const [name, { path, person }] of Object.entries(pages)) {
    const cookie = await signIn(real.server.url, person);
    await read(real.server.url + path, { Cookie: cookie });
    real.statements.length = 0;
    const first = await read(real.server.url + path, { Cookie: cookie });
    if (first.status !== 200) throw new Error(`${name} answered ${first.status}`);
    const sql = real.statements.slice();
    const entry = real.entryOf();
    const runSql = () => {
      for (const { sql: text, params } of sql) file.prepare(text).all(...(params as never[]));
    };
    const bare = floorBuild(entry, runSql) as typeof build & { reset: () => void };
    const floorApp = express();
    floorApp.disable('x-powered-by');
    const { RouterContextProvider } = await import('react-router');
    floorApp.use(
      createRequestHandler({
        build: bare,
        mode: 'production',
        getLoadContext: () => new RouterContextProvider() as never,
      }),
    );
    const floor = await timedServer((incoming, outgoing) => {
      bare.reset();
      floorApp(incoming, outgoing);
    });
    const checked = await read(floor.url + path, {});
    if (
      checked.status !== 200 ||
      Math.abs(checked.body.length - first.body.length) > first.body.length * 0.05
    )
      throw new Error(
        `The floor of ${name} is not the same page: ${checked.status}, ${checked.body.length} against ${first.body.length} characters`,
      );
    const row = {
      page: [] as number[],
      floor: [] as number[],
      raw: [] as number[],
      statements: sql.length,
      sqlMs: [] as number[],
    };
    await timePage(async () => {
      await read(real.server.url + path, { Cookie: cookie });
      row.page.push(real.server.last());
      await read(floor.url + path, {});
      row.floor.push(floor.last());
      const begun = performance.now();
      runSql();
      const afterSql = performance.now();
      renderToString(
        createElement(ServerRouter, {
          context: { ...(entry as object), serverHandoffStream: undefined } as never,
          url: real.server.url + path,
        }),
      );
      row.sqlMs.push(afterSql - begun);
      row.raw.push(performance.now() - begun);
      return 0;
    });
    floor.close();
    rows[name] = {
      ...row,
      page: row.page.slice(warmUp),
      floor: row.floor.slice(warmUp),
      raw: row.raw.slice(warmUp),
      sqlMs: row.sqlMs.slice(warmUp),
    };
  }
  file.close();
  real.server.close();
  real.platform.database.close();
  return rows;
}

function benchAnalysis(): void {
  const series = (points: number, turn: number) =>
    Array.from({ length: points }, (_, index) => ((index * 7919 + turn * 104_729) % 1000) / 10);
  const charts = Array.from({ length: 1000 }, (_, turn) => series(24, turn));
  const all = (values: number[]) => {
    analyseRunChart({ values });
    detectIhiRules(values);
    suggestPhases(values);
  };
  const long = series(10_000, 1);
  const time = (work: () => void) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const many = Array.from({ length: 9 }, () => time(() => charts.forEach(all)));
  const one = Array.from({ length: 9 }, () => time(() => all(long)));
  out('\nAnalysis, all rules          ms, median (middle half)   bar');
  out(`1,000 charts of 24 points    ${spread(many).padEnd(26)} 60 ms, ${bar(median(many), 60)}`);
  out(`one chart of 10,000 points   ${spread(one).padEnd(26)} 30 ms, ${bar(median(one), 30)}`);
}

/** Script that a page loads beside React and the router, gzipped. */
async function benchScripts(folder: string): Promise<void> {
  const real = await realApp(folder);
  const cookie = await signIn(real.server.url);
  const assets = 'build/client/assets';
  const size = (name: string) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000;
  const isFramework = (name: string) =>
    /^(entry\.client|chunk-|jsx-runtime|rolldown-runtime|react)/.test(name);
  out('\nScript, gzipped kB           framework   ours     bar');
  for (const [name, { path }] of Object.entries(pathsOf(folder))) {
    const { body } = await read(real.server.url + path, { Cookie: cookie });
    const names = [
      ...new Set([...body.matchAll(/\/assets\/([^"\\]+\.js)/g)].map((match) => match[1] ?? '')),
    ].filter(
      (one) =>
        new RegExp(
          `(modulepreload" href|import\\(|from |import \\* as route\\d+ from )"?/assets/${one.replaceAll('.', '\\.')}`,
        ).test(body) || body.includes(`rel="modulepreload" href="/assets/${one}"`),
    );
    const sum = (wanted: boolean) =>
      names.filter((one) => isFramework(one) === wanted).reduce((total, one) => total + size(one), 0);
    const most = path === '/log' ? 20 : 60;
    out(
      `${name.padEnd(28)} ${sum(true).toFixed(0).padEnd(11)} ${sum(false).toFixed(1).padEnd(8)} ${most}, ${bar(sum(false), most)}`,
    );
  }
  const chart = readdirSync(assets).find((name) => /^run-chart-canvas-.*\.js$/.test(name)) ?? '';
  out(`Chart.js, only where a chart is on the screen: ${size(chart).toFixed(0)} kB`);
  real.server.close();
  real.platform.database.close();
}

async function benchProcess(folder: string): Promise<void> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://localhost:${port}`;
  const begun = performance.now();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    BOLDLINE_DATA: folder,
    BOLDLINE_URL: url,
    LOG_LEVEL: 'silent',
  };
  const flags = /--max\S+( --max\S+)*/.exec(readFileSync('package.json', 'utf8'))?.[0].split(' ') ?? [];
  const child = spawn(process.execPath, [...flags, 'build/server/index.js'], { env, stdio: 'ignore' });
  let firstPage = NaN;
  while (Number.isNaN(firstPage)) {
    const answer = await read(`${url}/sign-in`, {}).catch(() => null);
    if (answer?.status === 200) firstPage = performance.now() - begun;
    else await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const cookie = await signIn(url);
  const paths = Object.values(pathsOf(folder)).map(({ path }) => path);
  const requests = 10_000;
  let sent = 0;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (sent < requests) {
        const path = paths[sent % paths.length] ?? '/';
        sent += 1;
        await read(url + path, { Cookie: cookie });
      }
    }),
  );
  const memory =
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  child.kill('SIGTERM');
  out('\nThe process');
  out(`start to first page          ${(firstPage / 1000).toFixed(2)} s, bar 2 s, ${bar(firstPage, 2000)}`);
  out(`resident after ${requests} pages   ${memory.toFixed(0)} MB, bar 250 MB, ${bar(memory, 250)}`);
}

/** A file of 50,000 rows, from choosing it to its last number, over HTTP as the page does it. */
async function benchImport(folder: string): Promise<void> {
  const real = await realApp(folder);
  const { url } = real.server;
  const headers = { Cookie: await signIn(url), Origin: url };
  const file = new SqliteFile(join(folder, 'boldline.db'), { readonly: true });
  const team = file
    .prepare(
      "select m.team_id as id from team_membership m inner join person p on p.id = m.person_id where p.email like 'teacher@%'",
    )
    .get() as { id: string };
  const measure = file
    .prepare(
      `select m.id, g.name as groupName from measure m inner join measure_group mg on mg.measure_id = m.id inner join student_group g on g.id = mg.group_id where m.team_id = ? and m.kind = 'proportion' and mg.ended_on is null limit 1`,
    )
    .get(team.id) as { id: string; groupName: string };
  file.close();
  const days = Array.from({ length: 50_000 }, (_, index) => addDays('1900-01-01', index % 45_000));
  const rows = days.map((day, index) => `${day},${measure.groupName},${index % 9},8`);
  const begun = performance.now();
  const body = new FormData();
  body.append('file', new File([`date,group,numerator,denominator\n${rows.join('\n')}`], 'bench.csv'));
  const post = (path: string, sent: FormData | URLSearchParams) =>
    fetch(url + path, { method: 'POST', redirect: 'manual', headers, body: sent });
  const uploaded = await post(`/imports/new?team=${team.id}&measure=${measure.id}`, body);
  const path = uploaded.headers.get('Location') ?? '';
  const first = mappingFields((await read(url + path, headers)).body.replaceAll('<!-- -->', ''));
  const fields = { ...first, sameDay: 'combine' };
  await post(path, new URLSearchParams({ ...fields, step: 'read' }));
  const seen = mappingFields((await read(url + path, headers)).body.replaceAll('<!-- -->', ''));
  const imported = await post(path, new URLSearchParams({ ...seen, step: 'import' }));
  const result = await read(url + path, headers);
  const took = (performance.now() - begun) / 1000;
  if (imported.status !== 302 || !/4[45],\d\d\d(<!-- -->)? numbers/.test(result.body))
    throw new Error(`The import answered ${imported.status}`);
  out('\nImport, through all its pages');
  out(`50,000 rows import           ${took.toFixed(1)} s, bar 10 s, ${bar(took, 10)}`);
  real.server.close();
  real.platform.database.close();
}

/** Folders of networks made for this run, taken away at its end. */
const folders: string[] = [];
async function networkOf(copies: number): Promise<string> {
  const folder = await makeNetwork(copies);
  folders.push(folder);
  return folder;
}

type Rows = Awaited<ReturnType<typeof benchPages>>;

/** Each page at the size of the demo, and at ten times that size. */
async function benchNetworks(small: string, large: string): Promise<[Rows, Rows]> {
  /** Enough teams for three hundred charts, and ten times as many. */
  const [crowd, crowds] = [await networkOf(3), await networkOf(30)];
  return [
    { ...(await benchPages(small, pathsOf(small))), ...(await benchPages(crowd, wallOf(crowd))) },
    { ...(await benchPages(large, pathsOf(large))), ...(await benchPages(crowds, wallOf(crowds))) },
  ];
}

/** The feed of the demo network with 200 posts, and with 50,000 and their 200,000 comments. */
async function benchFeeds(): Promise<[Rows, Rows]> {
  const [quiet, busy] = [await networkOf(1), await networkOf(1)];
  return [await benchPages(quiet, feedOf(quiet, 200)), await benchPages(busy, feedOf(busy, 50_000))];
}

/** A cohort of 60 schools and 120 teams in a network of its own size, and in one ten times as large. */
function cohortOf(folder: string): Record<string, BenchPage> {
  const path = gatherCohort(folder);
  return {
    'cohort, 120 teams': { path, person: 'administrator' },
    'cohort measures': { path: `${path}/measures`, person: 'administrator' },
  };
}

async function benchCohorts(): Promise<[Rows, Rows]> {
  const [own, large] = [await networkOf(6), await networkOf(60)];
  return [await benchPages(own, cohortOf(own)), await benchPages(large, cohortOf(large))];
}

/** `npm run bench -- feed` or `-- caseload` or `-- cohort` looks at these alone, `npm run bench -- pages` leaves out the process. */
const only = ['feed', 'caseload', 'cohort'].find((part) => process.argv.includes(part)) ?? null;
const asks = (part: string) => only === null || only === part;
try {
  const feeds = asks('feed') ? await benchFeeds() : [{}, {}];
  const caseloads = asks('caseload') ? await benchCaseloads() : [{}, {}];
  const cohorts = asks('cohort') ? await benchCohorts() : [{}, {}];
  const few = only !== null;
  const small = few ? '' : await networkOf(1);
  const large = few ? '' : await networkOf(10);
  const networks = few ? [{}, {}] : await benchNetworks(small, large);
  const [once, tenfold]: Rows[] = [0, 1].map((size) => ({
    ...networks[size],
    ...feeds[size],
    ...caseloads[size],
    ...cohorts[size],
  }));
  out(`\nPages, ${turns} turns each; server time in ms, median (middle half)`);
  out(
    'page               demo               floor              ×floor ≤1.3      raw floor          ×raw   SQL n, ms     ×10 network  ×demo ≤1.5',
  );
  for (const [name, row] of Object.entries(once ?? {})) {
    const ratio = median(row.page) / median(row.floor);
    const large10 = tenfold?.[name];
    const growth = large10 ? median(large10.page) / median(row.page) : NaN;
    const cells = [
      name.padEnd(18),
      spread(row.page).padEnd(18),
      spread(row.floor).padEnd(18),
      `${ratio.toFixed(2)} ${bar(ratio, 1.3)}`.padEnd(16),
      spread(row.raw).padEnd(18),
      (median(row.page) / median(row.raw)).toFixed(1).padEnd(6),
      `${row.statements}, ${median(row.sqlMs).toFixed(1)}`.padEnd(13),
      `${large10?.statements ?? 0}, ${large10 ? median(large10.page).toFixed(1) : ''}`.padEnd(12),
      `${growth.toFixed(2)} ${bar(growth, 1.5)}`,
    ];
    out(cells.join(' '));
  }
  if (!few) {
    benchAnalysis();
    await benchScripts(small);
    await benchImport(large);
    if (!process.argv.includes('pages')) await benchProcess(small);
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

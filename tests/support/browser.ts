import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

const installed = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const firstInstalled = () => installed.find((path) => path !== '' && existsSync(path));

function tryTo(command: string, args: string[]): void {
  try {
    execFileSync(command, args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // The next way is tried; what is missing in the end is said by findBrowser.
  }
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : undefined;
}

/** An installed Chromium or Chrome; else Debian's is installed where that is allowed; else Playwright's own. */
export function findBrowser(): string {
  const found = firstInstalled() ?? playwrightsOwn();
  if (found !== undefined) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    tryTo('apt-get', ['update']);
    tryTo('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (firstInstalled() === undefined) tryTo('npx', ['playwright-core', 'install', 'chromium']);
  const now = firstInstalled() ?? playwrightsOwn();
  if (now === undefined)
    throw new Error(
      'The tests need a browser: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
    );
  return now;
}

export function launchBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findBrowser(), args: [...quiet, ...asRoot] });
}

/** Calls of a page that its script has begun and not ended, but for streams. */
function callsUnderWay(page: Page): Set<Request> {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') underWay.add(request);
  });
  const end = (request: Request) => void underWay.delete(request);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return underWay;
}

/** Waits until no call has been under way for half a second: playwright's `networkidle` tells of the first load only. */
async function waitUntilQuiet(underWay: Set<Request>): Promise<void> {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let quiet = 0; quiet < 10; quiet = underWay.size === 0 ? quiet + 1 : 0) await pause(50);
}

export type Watched = {
  context: BrowserContext;
  page: Page;
  /** What the page complained of. */ complaints: string[];
  /** Waits until what was pressed and typed has arrived, and what follows from it is loaded. */
  quiet: () => Promise<void>;
};

/**
 * Waits until the page's script has taken over every field and button, as React marks them, and has been drawn once more.
 * What a test types or presses before is a race; the tests of that say `waitUntil` to `goto` themselves.
 */
async function waitUntilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!('__reactRouterContext' in window)) return true;
    return [...document.querySelectorAll('input, textarea, select, button')].every((field) =>
      Object.keys(field).some((key) => key.startsWith('__reactProps$')),
    );
  });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0))));
}

function waitForScript(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (options?.waitUntil === undefined) await waitUntilTakenOver(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    if (options?.waitUntil === undefined) await waitUntilTakenOver(page);
    return response;
  };
}

/**
 * What the browser says when a newer load or a press makes the router give up a load in mid-answer: nobody in it awaits the
 * end of the stream (`fetchAndDecodeViaTurboStream` of react-router 7).
 */
const givenUpLoad = 'signal is aborted without reason';

/** A page of its own, whose console errors and failures are kept; refused forms (400, 404, 409) are no complaint. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  if (options.javaScriptEnabled !== false) waitForScript(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => {
    if (error.message !== givenUpLoad) complaints.push(error.message);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (/status of (400|404|409|403)|ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(message.text())) return;
    complaints.push(message.text());
  });
  const underWay = callsUnderWay(page);
  return { context, page, complaints, quiet: () => waitUntilQuiet(underWay) };
}

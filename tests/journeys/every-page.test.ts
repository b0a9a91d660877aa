import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addHeldMeetings } from '../factories/meetings-to-look-at';
import type { Meetings } from '../factories/meetings-to-look-at';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openPage } from '../support/browser';
import { flaws, sidewaysScrollAt } from '../support/look-at';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;
/** A network day to come, the one before with its end, and one of its agenda's items. */
let meetings: Meetings;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});
beforeAll(async () => {
  const records = app.look();
  meetings = await records.inTransaction((tx) => addHeldMeetings(tx, network));
  records.close();
});

const doors = ['/sign-in', '/forgotten-password', '/reset-password/nothing', '/no-such-page'];

const meetingEnds = {
  read: ['', '/live', '/live/projector', '/packet', '/commitments', '/minutes'],
  run: [
    ...['', '/edit', '/agenda', '/people', '/presenters', '/packet', '/live', '/live/projector'],
    ...['/commitments', '/minutes', '/repetition', '/cancellation'],
  ],
};
const cohortEnds = [
  ...['?weeks=year', '/cycles', '/ramps', '/predictions', '/times', '/quiet', '/measures', '/reports'],
];

function pagesOf(role: Role): string[] {
  const { own } = network;
  const swd = network.groups.swd ?? '';
  if (role === 'sponsor') return ['/', '/account', '/feed', '/ideas', '/syntheses'];
  if (role === 'administrator')
    return [
      ...['/', '/invitations', '/admin/settings', '/admin/coaches', '/admin/days-off', '/admin/mail'],
      `/coaching/${own.teamId}/handover`,
    ];
  if (role === 'facilitator')
    return [
      ...['/', '/teams', '/measures', '/ideas', '/ideas/new', '/invitations', `/cohorts/${own.cohortId}`],
      `/measures?cohort=${own.cohortId}&sort=attention`,
      `/cohorts/${own.cohortId}/shared-measures/new`,
      `/shared-measures/${own.sharedMeasureId}/edit`,
      ...['/reports', '/syntheses', `/syntheses/new?cohort=${own.cohortId}`],
      ...['/coaching', '/admin/coaches', '/admin/days-off', `/coaching/${own.teamId}/handover`],
      ...['/meetings', '/meetings/new', '/protocols', '/protocols/new', '/protocols/consultancy-20'],
      ...meetingEnds.run.map((end) => `/meetings/${meetings.ahead}${end}`),
      ...[`/meetings/${meetings.over}`, `/meetings/${meetings.over}/minutes`, `/items/${meetings.itemId}`],
      ...cohortEnds.map((end) => `/cohorts/${own.cohortId}${end}`),
      ...[`/cohort-reports/${meetings.reportId}`, `/cohort-reports/${meetings.reportId}/edit`],
    ];
  if (role === 'coach')
    return [
      '/',
      '/teams',
      '/measures?search=nothing-like-it',
      `/measures/${own.proportionId}`,
      `/cohorts/${own.cohortId}`,
      `/teams/${own.teamId}`,
      `/cycles/${own.cycles.plan}/plan`,
      `/cycles/${own.cycles.study}/study`,
      `/cycles/${own.cycles.plan}/stop`,
      ...['/coaching', '/coaching?view=contact', '/inbox', '/account/calendar'],
      ...['', '/contacts', '/nudges/new', '/handover'].map((end) => `/coaching/${own.teamId}${end}`),
      ...[`/cycles/${own.cycles.study}/review`, `/teams/${own.teamId}/progress`],
    ];
  return [
    ...[
      '/',
      '/log',
      '/account',
      `/teams/${own.teamId}`,
      ...['/feed', '/posts/new', `/posts/new?cycle=${own.cycles.complete}&kind=loss`],
      '/feed?q=frames&improved=yes',
      `/teams/${own.teamId}/predictions`,
      ...['/inbox', '/account/mail', '/account/calendar', `/teams/${own.teamId}/progress`],
      ...[`/cycles/${own.cycles.act}/review`, `/coaching/${own.teamId}`],
      `/teams/${own.teamId}/aim`,
      ...['/meetings', '/protocols', `/presentations/${meetings.presentationId}`],
      ...meetingEnds.read.map((end) => `/meetings/${meetings.ahead}${end}`),
      ...[`/commitments/${meetings.commitmentId}`, `/meetings/${meetings.over}/minutes`],
    ],
    ...[
      `/measures/new?team=${own.teamId}`,
      `/measures/${own.proportionId}`,
      `/measures/${own.meanId}`,
      `/measures/${own.proportionId}?group=${swd}&look=p`,
      `/measures/${own.proportionId}?group=${swd}&look=mdc`,
      `/measures/${own.proportionId}?group=${swd}&gap`,
      `/measures/${own.proportionId}/data-points`,
      `/teams/${own.teamId}?sort=attention`,
      `/measures/${own.proportionId}/edit`,
      `/measures/${own.adoptedId}/edit`,
      `/cohorts/${own.cohortId}`,
      `/imports/new?team=${own.teamId}&measure=${own.proportionId}`,
      `/imports/${own.importId}?team=${own.teamId}`,
    ],
    ...[
      `/data-points/${own.pointId}`,
      `/cycles/new?team=${own.teamId}`,
      `/cycles/${own.cycles.plan}/plan`,
      `/cycles/${own.cycles.do}/do`,
      `/cycles/${own.cycles.study}/study`,
    ],
    ...[
      `/cycles/${own.cycles.act}/act`,
      `/cycles/${own.cycles.complete}/act`,
      `/cycles/${own.cycles.complete}/plan`,
      `/cycles/${own.cycles.stopped}/do`,
      `/cycles/${own.cycles.do}/stop`,
      `/cycles/${own.cycles.study}/print`,
    ],
  ];
}

/** What is wrong with a page: at its role's usual width, and whether it still fits 320 px. */
async function lookAt(page: Page, path: string, width: number): Promise<string[]> {
  await page.goto(app.url + path);
  await page.locator('h1').first().waitFor();
  const findings = await flaws(page, [width]);
  const scroll = await sidewaysScrollAt(page, 320);
  if (scroll > 0) findings.push(`scrolls sideways by ${scroll} px at 320 px`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) findings.push(`${headings} first-level headings`);
  const title = await page.title();
  if (!title.endsWith('Boldline')) findings.push(`title "${title}"`);
  return findings.map((finding) => `${path}: ${finding}`);
}

describe('axe finds nothing, light and dark, nothing scrolls sideways at 320 px, and no page complains', () => {
  it('in front of the door', async () => {
    const { page, context } = await openPage(browser);
    const findings: string[] = [];
    for (const path of doors) findings.push(...(await lookAt(page, path, 1280)));
    expect(findings).toEqual([]);
    await context.close();
  });

  it.each(['member', 'coach', 'facilitator', 'sponsor', 'administrator'] as const)('as %s', async (role) => {
    const { page, context, complaints } = await openPage(browser);
    await signIn(page, app.url, network, role);
    const findings: string[] = [];
    for (const path of pagesOf(role))
      findings.push(...(await lookAt(page, path, role === 'member' ? 390 : 1280)));
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('the interactive chart takes the place of the static one without moving anything', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await signIn(page, app.url, network, 'member');
  await page.goto(`${app.url}/measures/${network.own.proportionId}`);
  await page.locator('[data-chart=interactive]').first().waitFor();
  await page.waitForTimeout(300);
  const moved = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
  );
  expect(moved).toBeLessThan(0.02);
  await context.close();
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { launchBrowser } from './browser';
import { startApp } from './running-app';
import type { RunningApp } from './running-app';

/** The built app over the small network, and a browser, for all tests of a file. Filled in before the first of them. */
export type SmallNetworkApp = { app: RunningApp; network: SmallNetwork; browser: Browser };

export function withSmallNetworkApp(take: (made: SmallNetworkApp) => void): void {
  let made: SmallNetworkApp | undefined;
  beforeAll(async () => {
    let network: SmallNetwork | undefined;
    const app = await startApp({
      fill: async (database) => {
        network = await makeSmallNetwork(database);
      },
    });
    if (!network) throw new Error('The small network was not made');
    made = { app, network, browser: await launchBrowser() };
    take(made);
  });
  afterAll(async () => {
    await made?.browser.close();
    await made?.app.remove();
  });
}

import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { dataPoint } from '#db/schema';
import { addDays } from '~/lib/school-day';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';

const writes = 500;
const killAfter = 200;

describe('a server that is killed while 500 numbers come in', () => {
  it('has every number it acknowledged, and starts again', async () => {
    let network: SmallNetwork | undefined;
    const app = await startApp({
      fill: async (database) => {
        network = await makeSmallNetwork(database);
      },
    });
    if (!network) throw new Error('no network');
    const { own, groups, today } = network;
    const member = await signedInAs(app.url, network, 'member');
    const acknowledged: string[] = [];
    let asked = 0;
    const writer = async () => {
      while (asked < writes && app.process.exitCode === null && !app.process.killed) {
        const turn = asked;
        asked += 1;
        const id = uuidv7();
        const fields = {
          id,
          measureId: own.meanId,
          groupId: groups.swd ?? '',
          date: addDays(today, -30 - turn),
          value: String(turn),
        };
        const answer = await member.post('/log', fields).catch(() => null);
        if (answer?.status === 302) acknowledged.push(id);
        if (acknowledged.length === killAfter) app.process.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    await app.stop('SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(killAfter);
    expect(acknowledged.length).toBeLessThan(writes);

    const again = await startApp({ folder: app.folder });
    const looking = again.look();
    const stored = new Set(
      (await looking.reader.select({ id: dataPoint.id }).from(dataPoint)).map(({ id }) => id),
    );
    looking.close();
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    const home = await (await signedInAs(again.url, network, 'member')).get('/');
    expect([home.status, (await home.text()).includes('This week')]).toEqual([200, true]);
    await again.stop('SIGTERM');
    expect(again.process.exitCode).toBe(0);
    await app.remove();
  });
});

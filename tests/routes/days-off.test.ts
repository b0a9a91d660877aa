import { eq } from 'drizzle-orm';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
let administrator: Visitor;
let facilitator: Visitor;
let otherFacilitator: Visitor;
let leaOne: string;
let leaTwo: string;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  records = app.look();
  administrator = await signedInAs(app.url, network, 'administrator');
  facilitator = await signedInAs(app.url, network, 'facilitator');
  otherFacilitator = await signedInAs(app.url, network, 'otherFacilitator');
  const leas = await records.reader.select().from(schema.lea).orderBy(schema.lea.name);
  [leaOne = '', leaTwo = ''] = leas.map(({ id }) => id);
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const path = '/admin/days-off';
const everything = () => everythingIn(join(app.folder, 'boldline.db'));
const day = (ahead: number) => addDays(network.today, ahead);
const rowOf = async (id: string) =>
  (await records.reader.select().from(schema.dayOff).where(eq(schema.dayOff.id, id)))[0];

const typed = (id: string, more: Record<string, string> = {}) => ({
  ...{
    intent: 'save',
    id,
    version: '0',
    name: 'Winter break',
    startsOn: day(30),
    endsOn: day(41),
    leaId: '',
  },
  ...more,
});

/** The page of the school year that a day lies in. */
const yearWith = (on: string) =>
  `${path}?year=${on.slice(5) >= '07-01' ? on.slice(0, 4) : String(Number(on.slice(0, 4)) - 1)}`;

describe('days off', () => {
  it('are kept by administrators and facilitators alone', async () => {
    for (const role of roles) {
      const person = await signedInAs(app.url, network, role);
      const may = ['administrator', 'facilitator', 'otherFacilitator'].includes(role);
      expect((await person.get(path)).status, role).toBe(may ? 200 : 404);
      if (may) continue;
      const before = everything();
      expect((await person.post(path, typed(uuidv7()))).status, role).toBe(404);
      expect((await person.post(path, { intent: 'remove', id: uuidv7(), version: '1' })).status).toBe(404);
      expect(everything()).toBe(before);
    }
  });

  it('are added once, changed and removed by an administrator', async () => {
    const id = uuidv7();
    expect((await administrator.post(path, typed(id))).status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ name: 'Winter break', leaId: null, version: 1 });
    const before = everything();
    expect((await administrator.post(path, typed(id))).status).toBe(302);
    expect(everything()).toBe(before);
    const page = await pageOf(await administrator.get(yearWith(day(30))));
    expect(page).toContain('Winter break');
    expect(page).toContain('Whole network');
    const editor = await pageOf(await administrator.get(`${yearWith(day(30))}&change=${id}`));
    expect(editor).toContain('Change “Winter break”');
    const changed = typed(id, { version: '1', name: 'Long winter break', endsOn: day(44) });
    expect((await administrator.post(path, changed)).status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ name: 'Long winter break', endsOn: day(44), version: 2 });
    const remove = { intent: 'remove', id, version: '2' };
    expect((await administrator.post(path, remove)).status).toBe(302);
    expect(await rowOf(id)).toBeUndefined();
    expect((await administrator.post(path, remove)).headers.get('Location')).toContain('removed');
  });

  it('say beside the field what is wrong, and keep what was typed', async () => {
    const there = uuidv7();
    await administrator.post(
      path,
      typed(there, { name: 'Spring break', startsOn: day(120), endsOn: day(125) }),
    );
    const before = everything();
    const cases: [Record<string, string>, string][] = [
      [{ endsOn: day(29) }, 'The last day lies before the first.'],
      [{ startsOn: '1926-12-21', endsOn: '1926-12-24' }, 'Is the year right?'],
      [{ endsOn: day(400) }, 'Is the year right?'],
      [{ startsOn: day(125), endsOn: day(126) }, '“Spring break” is there already'],
      [{ startsOn: '2026-02-30' }, 'Which day is the first?'],
      [{ endsOn: '' }, 'Which day is the last?'],
      [{ name: '  ' }, 'Give them a name'],
      [{ name: 'x'.repeat(90) }, 'under 80 characters'],
    ];
    for (const [fields, message] of cases) {
      const response = await administrator.post(path, typed(uuidv7(), { name: 'Kept as typed', ...fields }));
      expect(response.status, message).toBe(400);
      const page = await pageOf(response);
      expect(page).toContain(message);
      if (fields.name === undefined) expect(page).toContain('Kept as typed');
    }
    expect(everything()).toBe(before);
    const local = typed(uuidv7(), { startsOn: day(125), endsOn: day(126), leaId: leaOne });
    expect((await administrator.post(path, local)).status).toBe(302);
  });

  it('are not changed over somebody else’s change', async () => {
    const id = uuidv7();
    await administrator.post(path, typed(id, { startsOn: day(200), endsOn: day(201) }));
    const change = (name: string, version: string) =>
      administrator.post(path, typed(id, { startsOn: day(200), endsOn: day(201), name, version }));
    await change('Theirs', '1');
    const before = everything();
    const stale = await administrator.post(
      `${path}?change=${id}`,
      typed(id, { startsOn: day(200), endsOn: day(201), name: 'Mine', version: '1' }),
    );
    expect(stale.status).toBe(409);
    const page = await pageOf(stale);
    expect(page).toContain('changed this while you were writing');
    expect(page).toContain('Theirs');
    expect(page).toContain('value="Mine"');
    const removal = await administrator.post(path, { intent: 'remove', id, version: '1' });
    expect(removal.headers.get('Location')).toContain('meanwhile');
    expect(await pageOf(await administrator.get(`${path}?meanwhile`))).toContain(
      'Somebody changed these days',
    );
    expect(everything()).toBe(before);
    const overwrite = typed(id, { startsOn: day(200), endsOn: day(201), name: 'Mine', version: '1' });
    expect((await administrator.post(path, { ...overwrite, overwrite: '2' })).status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ name: 'Mine', version: 3 });
    await administrator.post(path, { intent: 'remove', id, version: '3' });
    const gone = await change('Too late', '3');
    expect(gone.status).toBe(400);
    expect(await pageOf(gone)).toContain('Somebody has removed these days meanwhile.');
  });

  it('of LEAs are their facilitators’ to keep, of the network the administrators’', async () => {
    const [ours, theirs, whole] = [uuidv7(), uuidv7(), uuidv7()];
    const local = typed(ours, { name: 'North training', startsOn: day(60), endsOn: day(60), leaId: leaOne });
    expect((await facilitator.post(path, local)).status).toBe(302);
    expect(await rowOf(ours)).toMatchObject({ leaId: leaOne });
    const far = typed(theirs, { name: 'Far training', startsOn: day(60), endsOn: day(60), leaId: leaTwo });
    await otherFacilitator.post(path, far);
    await administrator.post(
      path,
      typed(whole, { name: 'Everybody rests', startsOn: day(61), endsOn: day(61) }),
    );
    const page = await pageOf(await facilitator.get(yearWith(day(60))));
    expect(page).toContain('North training');
    expect(page).toContain('Everybody rests');
    expect(page).not.toContain('Far training');
    expect(page).not.toContain('LEA two');
    expect(page).not.toContain(`change=${whole}`);
    const before = everything();
    const refused: [Record<string, string>, number][] = [
      [typed(uuidv7(), { leaId: leaTwo }), 404],
      [typed(uuidv7()), 400],
      [{ ...far, name: 'Taken over', version: '1' }, 404],
      [{ ...far, name: 'Taken over', version: '1', leaId: leaOne }, 404],
      [typed(whole, { version: '1', leaId: leaOne }), 403],
      [{ intent: 'remove', id: theirs, version: '1' }, 404],
      [{ intent: 'remove', id: whole, version: '1' }, 403],
    ];
    for (const [fields, status] of refused)
      expect((await facilitator.post(path, fields)).status, JSON.stringify(fields)).toBe(status);
    expect(everything()).toBe(before);
  });

  it('are linked from the settings', async () => {
    expect(await pageOf(await administrator.get('/admin/settings'))).toContain(path);
  });
});

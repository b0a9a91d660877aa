import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitment, meetingRoom } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import type { RoomState } from '~/features/meetings/live/room';
import { listenAs } from '../support/event-stream';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';

const hour = 3_600_000;
let app: RunningApp;
let network: SmallNetwork;
let now = '';
const ids = { open: uuidv7(), kept: uuidv7(), letGo: uuidv7(), made: uuidv7() };

async function promise(
  tx: Connection,
  id: string,
  meetingId: string,
  more: Partial<typeof commitment.$inferInsert>,
) {
  const by = network.people.member.id;
  await tx.insert(commitment).values({
    ...{
      id,
      meetingId,
      teamId: network.own.teamId,
      what: 'Film a lesson',
      byWhen: addDays(network.today, 3),
    },
    ...{ madeBy: by, madeAt: 1, changedBy: by, changedAt: 1, ...more },
  });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const invited: Role[] = ['member', 'otherTeamMember'];
        const earlier = await addMeeting(tx, network, {
          ...{
            title: 'Opening day',
            startsAt: Date.now() - 200 * hour,
            announced: true,
            invited: ['member'],
          },
        });
        const keptAt = Date.now() - 20 * hour;
        await promise(tx, ids.open, earlier, { what: 'Photograph the boards' });
        await promise(tx, ids.kept, earlier, { what: 'Ask the library', keptAt });
        await promise(tx, ids.letGo, earlier, { what: 'Print the cards', letGoAt: keptAt, letGoWhy: 'Snow' });
        const before = { startsAt: Date.now() - 100 * hour, invited: ['otherTeamMember' as const] };
        const closed = {
          'Of a draft': { ...before, announced: false },
          'Of a huddle elsewhere': { ...before, announced: true, kind: 'cohort_huddle' as const },
          'Of a cancelled day': { ...before, announced: true, cancelledWhy: 'Snow' },
        };
        for (const [what, meeting] of Object.entries(closed)) {
          const meetingId = await addMeeting(tx, network, { title: what, ...meeting });
          await promise(tx, uuidv7(), meetingId, { what, teamId: network.sameSchool.teamId });
          await promise(tx, uuidv7(), meetingId, { what: `${what}, by who runs it`, teamId: null });
        }
        now = await addMeeting(tx, network, {
          ...{ title: 'Winter day', startsAt: Date.now() - hour, announced: true, invited },
        });
        const { stepIds } = await addAgendaItem(tx, now, {
          ...{ title: 'What we said last time', protocolKey: 'last-time-10' },
          steps: [{ title: 'What we said last time' }],
        });
        await promise(tx, ids.made, now, { what: 'Bring a stopwatch' });
        await tx.insert(meetingRoom).values({
          ...{ meetingId: now, startedAt: 1, runningSince: Date.now(), stepId: stepIds[0] ?? '' },
        });
      });
    },
  });
}, 120_000);
afterAll(async () => {
  await app.remove();
});

async function read(role: Role, path: string): Promise<string> {
  const who = await signedInAs(app.url, network, role);
  return pageOf(await who.get(`/meetings/${now}/${path}`));
}

describe('in the item about last time', () => {
  it('phones show what was taken on before, with links for whoever reaches its page', async () => {
    const own = await read('member', 'live');
    // What stands in a Suspense is where it belongs, and not in a part that a script has to put there.
    expect(own).not.toContain('<div hidden id="S:');
    for (const words of ['Photograph the boards', 'Ask the library', 'kept']) expect(own).toContain(words);
    expect(own).not.toContain('Print the cards');
    expect(own).toContain(`href="/commitments/${ids.open}"`);
    const other = await read('otherTeamMember', 'live');
    expect(other).toContain('Photograph the boards');
    expect(other).not.toContain(`href="/commitments/${ids.open}"`);
  });

  it('the screen of the room shows it by itself, large and without links', async () => {
    const page = await read('facilitator', 'live/projector');
    expect(page).toContain('Photograph the boards');
    expect(page).toContain('Ask the library');
    expect(page).not.toContain('href="/commitments/');
    expect(await read('facilitator', 'live/projector?show=said')).not.toContain('<li class="border-l-4');
  });
});

it.each(['live', 'live/projector', 'commitments', ''])(
  'what was taken on in a draft, a cancelled meeting, or a huddle of others is not in the room: /%s',
  async (path) => {
    const role: Role = path === 'live/projector' ? 'facilitator' : 'member';
    const page = await read(role, path);
    for (const words of ['Of a draft', 'Of a huddle elsewhere', 'Of a cancelled day'])
      expect(page).not.toContain(words);
  },
);

describe('what is noted in the room', () => {
  it('can be changed or let go from there by those who may', async () => {
    const link = `aria-label="Change or let go: Bring a stopwatch"`;
    expect(await read('member', 'live')).toContain(link);
    expect(await read('facilitator', 'live')).toContain(link);
    expect(await read('otherTeamMember', 'live')).not.toContain(link);
  });

  it('is for nobody by itself where one runs the meeting, and for the own team else', async () => {
    const chosen = (page: string) =>
      /<select[^>]*name="who"[\s\S]*?<\/select>/.exec(page)?.[0].match(/<option[^>]*selected[^>]*>/)?.[0] ??
      '';
    const facilitator = chosen(await read('facilitator', 'live'));
    expect(facilitator).toContain('value=""');
    expect(chosen(await read('member', 'live'))).toContain(`value="${network.own.teamId} all"`);
    expect(chosen(await read('otherTeamMember', 'live'))).toContain(
      `value="${network.sameSchool.teamId} all"`,
    );
  });
});

describe('what changes while the room goes through it', () => {
  const stateOf = ({ lastTime }: RoomState, id: string) =>
    lastTime.flatMap(({ lines }) => lines).find((line) => line.id === id)?.isKept;

  it('is on every screen, of this process and of another', async () => {
    const other = await startApp({ folder: app.folder });
    try {
      const member = await signedInAs(app.url, network, 'member');
      const neighbour = await signedInAs(app.url, network, 'otherTeamMember');
      const here = await listenAs(app.url, neighbour, now);
      const there = await listenAs(other.url, neighbour, now);
      for (const listener of [here, there])
        await listener.untilRoom((room) => stateOf(room, ids.open) === false);
      const keep = { at: 'commitment', wanted: 'kept' };
      expect((await member.post(`/commitments/${ids.open}/keeping`, keep)).status).toBe(302);
      for (const listener of [here, there])
        await listener.untilRoom((room) => stateOf(room, ids.open) === true);
      expect((await member.post(`/commitments/${ids.made}/keeping`, keep)).status).toBe(302);
      for (const listener of [here, there])
        await listener.untilRoom(({ commitments }) =>
          commitments.some(({ id, isKept }) => id === ids.made && isKept),
        );
      const letGo = { step: 'let_go', version: '2', why: 'Snow days' };
      await member.post(`/commitments/${ids.open}/keeping`, { ...keep, wanted: 'open' });
      const page = await pageOf(await member.get(`/commitments/${ids.open}`));
      const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
      const form = { ...letGo, version, what: '', who: '', byWhen: '', cycleId: '' };
      expect((await member.post(`/commitments/${ids.open}`, form)).status).toBe(302);
      for (const listener of [here, there])
        await listener.untilRoom((room) => stateOf(room, ids.open) === undefined);
      here.leave();
      there.leave();
    } finally {
      await other.stop('SIGKILL');
    }
  }, 60_000);

  it('shows what was kept on a phone and on the screen that are loaded now', async () => {
    for (const path of ['live', 'live/projector'])
      expect((await read('facilitator', path)).includes('Photograph the boards')).toBe(false);
    expect(await read('facilitator', 'live')).toContain('kept');
  });
});

import { describe, expect, it } from 'vitest';
import type { Invitable, Invitation } from './invitation';
import { countAnswers, groupChange, guestGroups, invitableGroups, joinedSince } from './people-rules';

const member = (teamId: string) => ({
  ...{ as: 'member' as const, teamId },
  ...{ teamName: `Team ${teamId}`, schoolName: 'School' },
});
const person = (personId: string, ...places: Invitable['places']): Invitable => ({
  ...{ personId, name: personId.toUpperCase(), places },
});
const ann = person('ann', member('one'));
const bob = person('bob', member('one'), member('two'));
const cleo = person('cleo', { as: 'coach' });
const fay = person('fay', { as: 'coach' }, { as: 'facilitator' });
const everybody = [ann, bob, cleo, fay];

const invited = (personId: string, part: Partial<Invitation> = {}): Invitation => ({
  ...{ id: `i-${personId}`, personId, name: personId.toUpperCase(), teamId: null },
  ...{ role: null, answer: null, isWithdrawn: false, ...part },
});
const change = (invitations: Invitation[], ticked: string[], shown: string[]) =>
  groupChange(everybody, invitations, { ticked: new Set(ticked), shown: new Set(shown) });

describe('ticked groups', () => {
  it('invite everybody of them once, with the team that is ticked', () => {
    expect(change([], ['two', 'coaches'], [])).toEqual({
      invite: [
        { personId: 'bob', teamId: 'two' },
        { personId: 'cleo', teamId: null },
        { personId: 'fay', teamId: null },
      ],
      withdraw: [],
    });
  });

  it('change nothing the second time', () => {
    const after = [invited('ann', { teamId: 'one' }), invited('bob', { teamId: 'one' })];
    expect(change(after, ['one'], [])).toEqual({ invite: [], withdraw: [] });
  });

  it('leave out a group, but nobody who belongs to another one', () => {
    const all = everybody.map(({ personId }) => invited(personId));
    expect(change(all, ['two', 'facilitators'], ['one', 'two', 'coaches', 'facilitators'])).toEqual({
      ...{ invite: [], withdraw: ['ann', 'cleo'] },
    });
  });

  it('do not undo what somebody else chose meanwhile', () => {
    expect(change([invited('cleo'), invited('fay')], ['one'], [])).toMatchObject({ withdraw: [] });
  });

  it('leave single people out who were withdrawn, unless their group is ticked anew', () => {
    const without = [invited('ann'), invited('bob', { isWithdrawn: true })];
    expect(change(without, ['one'], ['one'])).toEqual({ invite: [], withdraw: [] });
    expect(change(without, ['one', 'two'], ['one']).invite).toEqual([{ personId: 'bob', teamId: 'one' }]);
  });
});

describe('who joined since', () => {
  it('belongs to an invited group and was never asked', () => {
    expect(joinedSince(everybody, [invited('ann')]).map(({ personId }) => personId)).toEqual(['bob']);
    expect(joinedSince(everybody, [invited('ann'), invited('bob', { isWithdrawn: true })])).toEqual([]);
    expect(joinedSince(everybody, [])).toEqual([]);
  });
});

describe('who comes', () => {
  it('stands under the team they come with; coaches and facilitators last', () => {
    const invitations = [
      invited('fay', { answer: 'yes' }),
      invited('bob', { teamId: 'two', answer: 'no' }),
      invited('ann', { teamId: 'one' }),
      invited('cleo', { isWithdrawn: true }),
      invited('left long ago'),
    ];
    const groups = guestGroups(everybody, invitations);
    expect(groups.map(({ name, guests }) => [name, guests.map(({ personId }) => personId)])).toEqual([
      ['School · Team one', ['ann']],
      ['School · Team two', ['bob']],
      ['Coaches', ['fay']],
    ]);
    expect(countAnswers(groups.flatMap(({ guests }) => guests))).toEqual({
      yes: 1,
      maybe: 0,
      no: 1,
      open: 1,
    });
  });

  it('can be chosen by group', () => {
    const groups = invitableGroups(everybody, [invited('fay')]);
    expect(groups.map(({ key, people, isInvited }) => [key, people.length, isInvited])).toEqual([
      ['one', 2, false],
      ['two', 1, false],
      ['coaches', 2, true],
      ['facilitators', 1, true],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../agenda/agenda';
import { planSteps, stepAfter } from './plan-path-rules';

type Item = Pick<AgendaItem, 'subject' | 'steps'>;
const none = { kind: 'none' } as const;
const team = { kind: 'team', teamId: 't', teamName: 'Grade 4', schoolName: 'Harbor', cycle: null } as const;

function item(minutes: number, { subject = none, speaks = 'presenter' }: Partial<Wanted> = {}): Item {
  const step = { id: 's', title: '', prompt: '', minutes, speaks, silent: 'nobody' } as const;
  return { subject, steps: [step] };
}
type Wanted = { subject: AgendaItem['subject']; speaks: 'presenter' | 'everyone' };

const day = { id: 'm', cohortId: 'c', minutes: 90 };
const says = (items: Item[], guests = 0) =>
  planSteps(day, { items, guests }).map(
    ({ name, says: words, isDone }) => `${name}: ${words}${isDone ? ' ✓' : ''}`,
  );

describe('the steps of planning', () => {
  it('say how each stands', () => {
    expect(says([])).toEqual([
      ...['Agenda: empty', 'Who presents: nobody', 'People: nobody yet', 'Announce: by mail'],
    ]);
    expect(says([item(60), item(30, { subject: team })], 1)).toEqual([
      ...['Agenda: 90 min, it fits ✓', 'Who presents: 1 chosen, 1 open', 'People: 1 person ✓'],
      'Announce: by mail',
    ]);
    expect(says([item(80, { subject: team }), item(30, { speaks: 'everyone' })], 59).slice(0, 3)).toEqual([
      ...['Agenda: 20 min over', 'Who presents: 1 chosen ✓', 'People: 59 people ✓'],
    ]);
    expect(says([item(20), item(30)])[0]).toBe('Agenda: 40 min left ✓');
    expect(says([item(20), item(30)])[1]).toBe('Who presents: 2 open');
  });

  it('lead from one to the next; a team asks no presenters', () => {
    const after = (cohortId: string | null) =>
      stepAfter(planSteps({ ...day, cohortId }, { items: [], guests: 0 }), 'agenda')?.path;
    expect(after('c')).toBe('/meetings/m/presenters');
    expect(after(null)).toBe('/meetings/m/people');
    expect(stepAfter(planSteps(day, { items: [], guests: 0 }), 'announcement')).toBeNull();
  });
});

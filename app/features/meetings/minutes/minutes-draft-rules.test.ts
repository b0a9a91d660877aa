import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestMinutes } from './minutes-bounds';
import { draftMinutes } from './minutes-draft-rules';
import type { ItemFacts, MeetingFacts } from './minutes';

const item = (facts: Partial<ItemFacts>): ItemFacts => ({
  ...{ title: 'Consultancy', minutes: 20, reached: true, presented: '', focus: '', notes: '', said: [] },
  ...facts,
});

const meeting = (facts: Partial<MeetingFacts>): MeetingFacts => ({
  ...{ title: 'Network day', ofName: 'Cohort one', day: '2026-02-06', time: '15:30' },
  ...{ timeZone: 'America/New_York', place: 'Northgate library', comers: [], items: [], commitments: [] },
  ...facts,
});

describe('minutes draft themselves', () => {
  it('from who came, what was presented, said and taken on', () => {
    expect(
      draftMinutes(
        meeting({
          comers: [
            { name: 'School one · Own team', present: ['Maya', 'Dan'], apologies: ['Rosa'] },
            { name: 'School two · Far team', present: [], apologies: ['Ali'] },
            { name: 'School three · Quiet team', present: [], apologies: [] },
          ],
          items: [
            item({
              presented: 'School one · Own team, “Sentence frames”, cycle 3',
              focus: 'Why did it\nstall?',
              notes: 'Frames fade.\n\nTry oral first.',
              said: [
                { kind: 'warm', body: 'Clear  prediction', votes: 0, takenUp: false },
                { kind: 'cool', body: 'Small group', votes: 0, takenUp: false },
                { kind: 'question', body: 'Who drops the frame?', votes: 4, takenUp: true },
                { kind: 'question', body: 'Which prompt?', votes: 1, takenUp: false },
                { kind: 'topic', body: 'Homework', votes: 0, takenUp: false },
              ],
            }),
            item({ title: 'Close', minutes: 5 }),
            item({ title: 'Tuning', minutes: 0, presented: 'School two · Far team' }),
            item({ title: 'A loss', minutes: 25, reached: false, presented: 'x', focus: 'Why?' }),
          ],
          commitments: [{ who: 'Own team, Maya', what: 'Film one lesson', byWhen: '2026-02-20' }],
        }),
      ),
    ).toBe(
      [
        '**Network day**',
        'Fri, Feb 6, 2026, 15:30, New York time. Cohort one, Northgate library.',
        '## Who was there',
        '- School one · Own team: Maya, Dan; apologies: Rosa\n- School two · Far team: apologies: Ali',
        '## 1. Consultancy (20 minutes)',
        'Presented: School one · Own team, “Sentence frames”, cycle 3',
        'Focus: Why did it stall?',
        'Frames fade.\n\nTry oral first.',
        '**Warm feedback**',
        '- Clear prediction',
        '**Cool feedback**',
        '- Small group',
        '**Taken up**',
        '- Who drops the frame? (4 voices to take it up)',
        '**Questions**',
        '- Which prompt? (one voice to take it up)',
        '**Left for another time**',
        '- Homework',
        '## 3. Tuning',
        'Presented: School two · Far team',
        'Nothing was noted.',
        'Nothing was noted in: 2. Close (5 minutes).',
        'Not reached: 4. A loss (25 minutes).',
        '## Commitments',
        '- Own team, Maya: Film one lesson, by Feb 20',
      ].join('\n\n'),
    );
  });

  it('says little of a meeting that left nothing', () => {
    expect(draftMinutes(meeting({ place: '' }))).toBe(
      '**Network day**\n\nFri, Feb 6, 2026, 15:30, New York time. Cohort one.\n\n## Commitments\n\nNone were noted.',
    );
  });

  it('fit, however much was said, and keep every item', () => {
    const said = fc.record({
      kind: fc.constantFrom('warm', 'cool', 'question', 'topic'),
      body: fc.string({ maxLength: 700 }),
      votes: fc.nat(60),
      takenUp: fc.boolean(),
    });
    const items = fc.array(
      fc.record({
        title: fc.constantFrom('Consultancy', 'Tuning'),
        minutes: fc.nat(60),
        reached: fc.boolean(),
        presented: fc.string({ maxLength: 80 }),
        focus: fc.string({ maxLength: 200 }),
        notes: fc.string({ maxLength: 9000 }),
        said: fc.array(said, { maxLength: 80 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, (some) => {
        const draft = draftMinutes(meeting({ items: some }));
        expect(draft.length).toBeLessThanOrEqual(longestMinutes);
        some.forEach(({ title }, index) => expect(draft).toContain(`${index + 1}. ${title}`));
      }),
      { numRuns: 40 },
    );
  });
});

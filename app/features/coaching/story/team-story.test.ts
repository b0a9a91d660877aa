import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { storyPage } from './story-page';
import { excerptOf, teamStory } from './team-story';
import type { StoryEntry, StoryRows } from './team-story';

const timeZone = 'America/New_York';
const at = (day: string, time = '15:00') => Date.parse(`${day}T${time}:00Z`);
const nothing: StoryRows = {
  ...{ teamId: 'team', cycles: [], signals: [], posts: [], reviews: [], nudges: [], contacts: [] },
  ...{ scores: [], handovers: [], coaches: [], events: [] },
};
const told = (rows: Partial<StoryRows>) =>
  teamStory({ ...nothing, ...rows }, timeZone).map(({ on, sentence, path }) => [on, sentence, path]);

const cycle = (number: number, began: string, more: Partial<StoryRows['cycles'][number]> = {}) => ({
  ...{ id: `c${number}`, rampId: 'r', number, changeIdea: 'Sentence frames', scale: 'small_group' as const },
  ...{ beganAt: at(began), beganByName: 'Maya', decision: null, stop: null, ...more },
});
const decided = (decision: 'adopt' | 'adapt' | 'abandon', day: string) => ({
  decision: { decision, why: 'It held.', decidedAt: at(day, '14:00'), decidedByName: 'Dan' },
});

describe('a team’s story', () => {
  it('tells where cycles began and how they ended', () => {
    expect(
      told({
        cycles: [
          cycle(1, '2026-09-01', decided('adapt', '2026-09-14')),
          cycle(2, '2026-09-14', decided('adopt', '2026-10-02')),
          cycle(3, '2026-10-20', {
            rampId: 'other',
            stop: { reason: 'Lost the block.', stoppedAt: at('2026-10-28') },
          }),
        ],
      }),
    ).toEqual([
      ['2026-10-28', 'Stopped cycle 3 of “Sentence frames”: “Lost the block.”', '/cycles/c3'],
      ['2026-10-20', 'Maya began cycle 3 of “Sentence frames”, small group.', '/cycles/c3'],
      ['2026-10-02', 'Dan adopted “Sentence frames” after cycle 2: “It held.”', '/cycles/c2'],
      [
        '2026-09-14',
        'Dan adapted “Sentence frames” after cycle 1 and began cycle 2: “It held.”',
        '/cycles/c1',
      ],
      ['2026-09-01', 'Maya began cycle 1 of “Sentence frames”, small group.', '/cycles/c1'],
    ]);
  });

  it('tells what charts show, what was shared, and what passed between coach and team', () => {
    const review = {
      ...{ id: 'v', cycleId: 'c1', cycleNumber: 1, changeIdea: 'Frames', stage: 'done' as const, asks: '' },
      ...{ requestedByName: 'Maya', coachId: 'l', coachName: 'Lena', beganAt: at('2026-10-01') },
      ...{ feedbackAt: at('2026-10-03'), endedAt: at('2026-10-09'), questions: 2, ideas: 0, settled: 1 },
    };
    expect(
      told({
        signals: [
          {
            ...{ measureId: 'm', measureName: 'Paragraphs', groupId: 'g', beganOn: '2026-11-02' },
            ...{ groupName: 'Students with disabilities', words: '9 in a row above the median' },
          },
        ],
        posts: [{ id: 'p', kind: 'loss', title: 'Partner talk', sharedAt: at('2026-11-01') }],
        reviews: [review],
        nudges: [
          { id: 'n', coachName: 'Lena', body: 'How\n\nare you?', path: '/log', sentAt: at('2026-10-20') },
        ],
        contacts: [
          {
            ...{ id: 'k', coachName: 'Lena', kind: 'visit', happenedOn: '2026-10-12', note: '' },
            notedAt: at('2026-10-15'),
          },
        ],
        scores: [
          {
            ...{ id: 's', month: '2026-10-01', scorer: 'coach', score: 2.5, because: 'Measures are up.' },
            ...{ scoredByName: 'Lena', scoredAt: at('2026-10-10') },
          },
        ],
      }),
    ).toEqual([
      [
        '2026-11-02',
        'From here on “Paragraphs” shows a change for students with disabilities: 9 in a row above the median.',
        '/measures/m',
      ],
      ['2026-11-01', 'Shared a loss: “Partner talk”', '/posts/p'],
      ['2026-10-20', 'Lena wrote to the team: “How are you?”', '/log'],
      ['2026-10-12', 'Lena visited the team.', '/coaching/team#contact'],
      ['2026-10-10', 'Lena scored the progress 2.5: “Measures are up.”', '/teams/team/progress'],
      ['2026-10-09', 'Lena finished the review of cycle 1 of “Frames”.', '/cycles/c1/review?review=v'],
      [
        '2026-10-03',
        'Lena read cycle 1 of “Frames” and came back with two questions, one settled.',
        '/cycles/c1/review?review=v',
      ],
      ['2026-10-01', 'Maya asked for a review of cycle 1 of “Frames”.', '/cycles/c1/review?review=v'],
    ]);
  });

  it('tells a coach who follows another once', () => {
    const sentences = told({
      handovers: [
        {
          ...{ id: 'h', coachName: 'Sam', nextCoachId: 'l', nextCoachName: 'Lena', note: '' },
          ...{ handedOverByName: 'Sam', handedOverAt: at('2026-11-02') },
        },
      ],
      coaches: [
        { assignmentId: 'a', personId: 's', name: 'Sam', beganOn: '2026-01-05' },
        { assignmentId: 'b', personId: 'l', name: 'Lena', beganOn: '2026-11-02' },
      ],
    }).map(([, sentence]) => sentence);
    expect(sentences).toEqual(['Lena followed Sam as the team’s coach.', 'Sam began to coach the team.']);
  });

  it('puts together what one person did of one kind on one day', () => {
    const event = (id: string, measureId: string, day: string) => ({
      ...{
        id,
        kind: 'measure_created' as const,
        actorName: 'Maya',
        measureId,
        measureName: `Measure ${measureId}`,
      },
      happenedAt: at(day),
    });
    const aim = { kind: 'aim_changed' as const, actorName: 'Dan', measureId: null, measureName: null };
    expect(
      told({
        events: [
          event('1', 'a', '2026-09-01'),
          event('2', 'b', '2026-09-01'),
          event('3', 'c', '2026-09-02'),
          { ...aim, id: '4', happenedAt: at('2026-08-31', '15:00') },
          { ...aim, id: '5', happenedAt: at('2026-08-31', '16:00') },
        ],
      }),
    ).toEqual([
      ['2026-09-02', 'Maya added the measure “Measure c”.', '/measures/c'],
      ['2026-09-01', 'Maya added two measures.', '/teams/team'],
      ['2026-08-31', 'Dan wrote the aim.', '/teams/team'],
    ]);
  });

  it('lies in the network’s own days', () => {
    expect(told({ cycles: [cycle(1, '2026-09-01', { beganAt: at('2026-09-01', '02:00') })] })[0]?.[0]).toBe(
      '2026-08-31',
    );
  });
});

it('cuts a long text between words', () => {
  expect(excerptOf('short\n\nenough')).toBe('short enough');
  const long = excerptOf('word '.repeat(60));
  expect(long).toMatch(/word…$/);
  expect(long.length).toBeLessThanOrEqual(111);
});

describe('pages of a story', () => {
  const entriesOf = (gaps: number[]): StoryEntry[] => {
    let on = '2026-11-22';
    return gaps.map((gap, index) => {
      on = addDays(on, -gap);
      return { key: String(index), on, at: 0, kind: 'cycle', sentence: '', path: null };
    });
  };

  it('hold every entry once, whole days each', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 260 }), (gaps) => {
        const entries = entriesOf(gaps);
        const seen: string[] = [];
        let before: string | null = null;
        for (let page = 0; page < 20; page += 1) {
          const { months, older } = storyPage(entries, before);
          for (const { month, entries: ones } of months)
            for (const one of ones) {
              expect(one.on.slice(0, 7)).toBe(month);
              seen.push(one.key);
            }
          if (older === null) break;
          before = older;
        }
        expect(seen).toEqual(entries.map(({ key }) => key));
      }),
    );
  });

  it('are forty entries and the rest of the day', () => {
    const { months, older } = storyPage(entriesOf(Array.from({ length: 50 }, () => 1)), null);
    expect(months.flatMap(({ entries }) => entries)).toHaveLength(40);
    expect(months.map(({ name }) => name)).toEqual(['November 2026', 'October 2026']);
    expect(older).toBe('2026-10-13');
    expect(storyPage(entriesOf([1]), '2020-01-01')).toEqual({ months: [], older: null });
    const oneDay = storyPage(entriesOf([1, ...Array.from({ length: 60 }, () => 0), 1]), null);
    expect(oneDay.months.flatMap(({ entries }) => entries)).toHaveLength(61);
  });
});

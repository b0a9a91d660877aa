import { describe, expect, it } from 'vitest';
import {
  learnedWords,
  measuresWords,
  movedWords,
  ofTeams,
  participationWords,
  postsWords,
  sameWords,
  triedWords,
} from './report-words';

const quiet = {
  ...{ teams: 11, schools: 8, teamsWithCycle: 0, begun: 0, completed: 0, stopped: 0, schoolWeeks: 12 },
  ...{ teamsWithNumbers: 0, teamsRegular: 0, meetings: 0, people: 0, teamsAtMeetings: 0 },
};

const months = { from: '2026-09-01', through: '2026-11-30' };

it('counts teams of teams', () => {
  expect([0, 1, 7, 9].map((count) => ofTeams(count, 9))).toEqual([
    ...['no team', '1 of 9 teams', '7 of 9 teams', 'all 9 teams'],
  ]);
  expect(ofTeams(1, 1)).toBe('its one team');
});

describe('who took part', () => {
  it('a full time', () =>
    expect(
      participationWords(
        {
          ...quiet,
          ...{ teamsWithCycle: 9, begun: 14, completed: 6, stopped: 1, teamsWithNumbers: 9, teamsRegular: 7 },
          ...{ meetings: 2, people: 41, teamsAtMeetings: 10 },
        },
        'Cohort one',
      ),
    ).toBe(
      'Cohort one brings together 11 teams of eight schools. In this time 9 of 11 teams ran at least one cycle; 14 cycles began. Six cycles came to a decision, and one cycle was stopped, with the reason written down. 7 of 11 teams logged numbers in at least half of the 12 school weeks. The cohort met twice; 41 people came to at least one meeting, from 10 of 11 teams.',
    ));

  it('a quiet one, and none at all', () => {
    expect(participationWords(quiet, 'Cohort one')).toBe(
      'Cohort one brings together 11 teams of eight schools. No team had a cycle open in this time.',
    );
    expect(participationWords({ ...quiet, teams: 0 }, 'Cohort one')).toBe(
      'No team has joined Cohort one yet.',
    );
  });

  it('one team, one meeting, few numbers', () =>
    expect(
      participationWords(
        {
          ...quiet,
          ...{ teams: 1, schools: 1, teamsWithCycle: 1, begun: 1, stopped: 1, teamsWithNumbers: 1 },
          ...{ meetings: 1, people: 1, teamsAtMeetings: 1 },
        },
        'Cohort two',
      ),
    ).toBe(
      'Cohort two brings together one team of one school. In this time its one team ran at least one cycle; one cycle began. One cycle was stopped, with the reason written down. Its one team logged numbers. The cohort met once; one person came, from its one team.',
    ));
});

describe('what was tried', () => {
  const idea = (name: string) => ({ ideaId: name, name, teams: 1, cycles: 1 });

  it('says decisions alike, and names few ideas', () => {
    expect(
      triedWords({
        cycles: 14,
        decisions: { counts: { adopt: 2, adapt: 3, abandon: 1 }, months },
        ideas: [idea('Exit tickets'), idea('Sentence frames')],
      }),
    ).toBe(
      '14 cycles were open in this time. In the whole months from September to November 2026 teams adopted two changes, adapted three changes to test again and let go of one change, which spares others the same try. Under their names teams told the network of tests of “Exit tickets” and “Sentence frames”.',
    );
    expect(triedWords({ cycles: 1, decisions: null, ideas: [] })).toBe('One cycle was open in this time.');
    expect(triedWords({ cycles: 9, decisions: null, ideas: [...'abcde'].map(idea) })).toContain(
      'tests of 5 ideas.',
    );
    expect(triedWords({ cycles: 0, decisions: null, ideas: [] })).toBe('No cycle was open in this time.');
  });
});

describe('what was learned', () => {
  it('says predictions that missed as calmly as those that held', () => {
    expect(
      learnedWords({
        verdicts: { counts: { as_predicted: 7, partly: 0, not_as_predicted: 4 }, months },
        syntheses: [],
      }),
    ).toBe(
      'In the whole months from September to November 2026 teams laid 11 predictions beside what happened: seven came out as predicted, none partly, four otherwise. Where a prediction missed, the next test knows more.',
    );
    const page = { id: '1', title: 'Frames help starters', signedAs: '', claims: [] };
    expect(learnedWords({ verdicts: null, syntheses: [page] })).toBe(
      'What several tests show together is written down in “Frames help starters”.',
    );
    expect(learnedWords({ verdicts: null, syntheses: [] })).toContain('still to be written down');
  });
});

it('says of which whole months it tells, where a report goes on beyond them', () => {
  const begins = (from: string, through: string) =>
    learnedWords({
      verdicts: { counts: { as_predicted: 2, partly: 1, not_as_predicted: 1 }, months: { from, through } },
      syntheses: [],
    }).split(' teams laid ')[0];
  expect(begins('2026-10-01', '2026-10-31')).toBe('In the whole month of October 2026');
  expect(begins('2026-09-01', '2026-10-31')).toBe('In the two whole months September and October 2026');
  expect(begins('2026-12-01', '2027-01-31')).toBe('In the two whole months December 2026 and January 2027');
  expect(begins('2026-11-01', '2027-01-31')).toBe('In the whole months from November 2026 to January 2027');
});

describe('wins and losses', () => {
  it('tells of both, and of what stayed within the cohort', () => {
    const posts = { wins: 1, losses: 2, withinCohort: 3, posts: [] };
    expect(postsWords(posts)).toBe(
      'Teams told the whole network of one win and two losses under their names. Three more stories stayed within the cohort. A loss told is worth as much as a win: nobody else has to find it out again.',
    );
    expect(postsWords({ ...posts, wins: 0, losses: 0, withinCohort: 0 })).toBe(
      'No win or loss was shared with the whole network by name in this time.',
    );
  });
});

it('shared measures without a pooled chart, and none', () => {
  expect(measuresWords([])).toBe('The cohort has no shared measure yet.');
  const group = { groupName: 'All students', chart: null, points: [], teams: '', why: 'Hidden.' };
  expect(measuresWords([{ id: '1', name: 'On time', adopted: 2, why: '', groups: [group] }])).toBe(
    'Teams of the cohort count “On time” in the same way. Too few teams have numbers for the same weeks to show them together yet.',
  );
});

it('ideas on the move', () => {
  expect(movedWords([])).toContain('No idea went');
  expect(movedWords([{ ideaId: '1', name: 'Exit tickets', schools: 3, cycles: 2 }])).toBe(
    'One idea went from one school to another: “Exit tickets” (two new cycles, three schools in all).',
  );
});

it('knows drafted words by what they say', () => {
  expect(sameWords(' Two\r\nlines ', 'Two\nlines')).toBe(true);
  expect(sameWords('', 'Two')).toBe(true);
  expect(sameWords('Two!', 'Two')).toBe(false);
});

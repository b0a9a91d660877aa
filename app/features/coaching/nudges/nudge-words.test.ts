import { describe, expect, it } from 'vitest';
import { nudgeButton, nudgedSentence, restSentence } from './nudge-words';

const winter = { leaId: null, name: 'Winter break', startsOn: '2026-12-21', endsOn: '2027-01-01' };
const local = { leaId: 'north', name: 'Training', startsOn: '2027-01-04', endsOn: '2027-01-04' };

describe('words about nudges', () => {
  it('say until when schools rest', () => {
    expect(restSentence('2026-12-20', [winter])).toBe('Winter break: schools rest until Jan 4, 2027.');
    expect(restSentence('2026-12-31', [winter, local])).toBe('Winter break: schools rest until Jan 5, 2027.');
    expect(restSentence('2027-01-04', [winter])).toBeNull();
    expect(restSentence('2026-11-22', [winter])).toBeNull();
  });

  it('say who wrote and when', () => {
    const sentAt = Date.parse('2026-11-17T19:04:00Z');
    const timeZone = 'America/New_York';
    expect(nudgedSentence({ coachName: 'Maria Ortiz', sentAt, body: '' }, timeZone)).toBe(
      'Maria Ortiz wrote to this team on Tue, Nov 17, 14:04. One a week is enough: the next can go out on Tue, Nov 24.',
    );
  });

  it('name where the button leads', () => {
    expect(['/cycles/c/do', '/measures/m', '/teams/t'].map(nudgeButton)).toEqual([
      ...['Open the cycle', 'Log the number', 'Open the team'],
    ]);
  });
});

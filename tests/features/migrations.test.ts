import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#db/migrate';
import { openTestDatabase, migrationsFolder } from '../support/test-database';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boldline-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('migrations', () => {
  it('run from empty, each once, by name', () => {
    const file = new SqliteFile(join(folder, 'new.db'));
    const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
      entries: { tag: string }[];
    };
    expect(migrate(file, migrationsFolder)).toEqual(journal.entries.map(({ tag }) => tag));
    expect(migrate(file, migrationsFolder)).toEqual([]);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    file.close();
  });

  it('refuse to go on when one that ran has been changed', () => {
    const changed = join(folder, 'migrations');
    mkdirSync(join(changed, 'meta'), { recursive: true });
    copyFileSync(join(migrationsFolder, 'meta', '_journal.json'), join(changed, 'meta', '_journal.json'));
    const journal = JSON.parse(readFileSync(join(changed, 'meta', '_journal.json'), 'utf8')) as {
      entries: { tag: string }[];
    };
    for (const { tag } of journal.entries)
      copyFileSync(join(migrationsFolder, `${tag}.sql`), join(changed, `${tag}.sql`));
    const file = new SqliteFile(join(folder, 'old.db'));
    migrate(file, changed);
    const first = journal.entries[0]?.tag ?? '';
    writeFileSync(join(changed, `${first}.sql`), 'create table surprise (id text);');
    expect(() => migrate(file, changed)).toThrow('was changed after it ran');
    file.close();
  });
});

/** The migrations up to and with one, as a release had them. */
function released(last: string): string {
  const part = join(folder, `until-${last}`);
  mkdirSync(join(part, 'meta'), { recursive: true });
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1);
  writeFileSync(join(part, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const { tag } of entries) copyFileSync(join(migrationsFolder, `${tag}.sql`), join(part, `${tag}.sql`));
  return part;
}

describe('a network that ran an earlier release', () => {
  it('0000_first: keeps its imports, with their team and measure, and its frozen baselines, by day', () => {
    const file = new SqliteFile(join(folder, 'network.db'));
    file.pragma('foreign_keys = ON');
    migrate(file, released('0000_first'));
    file.exec(`
      insert into person values ('p', 'P', 'p@example.test', 1, null, 1, 1);
      insert into lea values ('l', 'L'); insert into school values ('s', 'l', 'S');
      insert into team values ('t', 's', 'T', '', '', 1);
      insert into student_group values ('g', 'swd', 'SWD', 0, null);
      insert into measure (id, team_id, name, level, kind, direction, frequency, baseline_points, created_by, created_at)
        values ('m', 't', 'M', 'outcome', 'mean', 'increase', 'weekly', 2, 'p', 1);
      insert into measure_version values ('v', 'm', 1, 'Words', null, 'p', 1);
      insert into measure_group values ('mg', 'm', 'g', 0, null);
      insert into data_import values ('i', 'm', 'x.csv', 3, 'p', 1, null, null);
      insert into activity_event values ('a', 'data_imported', 'p', 't', null, 'm', 'M', 1);`);
    for (const [id, date] of [
      ['c', '2026-01-19'],
      ['a', '2026-01-05'],
      ['b', '2026-01-12'],
    ])
      file.exec(`insert into data_point (id, measure_id, group_id, kind, date, value, import_id, recorded_by, recorded_at)
        values ('${id}', 'm', 'g', 'mean', '${date}', 4, 'i', 'p', 1)`);
    migrate(file, migrationsFolder);
    expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.prepare('select id, team_id, row_count from data_import').all()).toEqual([
      { id: 'i', team_id: 't', row_count: 3 },
    ]);
    expect(file.prepare('select import_id, measure_id, row_count from data_import_measure').all()).toEqual([
      { import_id: 'i', measure_id: 'm', row_count: 3 },
    ]);
    expect(file.prepare('select measure_id, group_id, through_date from frozen_baseline').all()).toEqual([
      { measure_id: 'm', group_id: 'g', through_date: '2026-01-12' },
    ]);
    expect(file.prepare('select count(*) as n from data_point where import_id is not null').get()).toEqual({
      n: 3,
    });
    expect(() => file.exec(`update measure set level = 'best'`)).toThrow('measure_level');
    expect(() => file.exec(`delete from measure`)).toThrow('FOREIGN KEY');
    file.close();
  });
});

describe('a network that ran the second release', () => {
  it('0001_measurement_in_depth: keeps its activity, its ramps and its settings', () => {
    const file = new SqliteFile(join(folder, 'network.db'));
    file.pragma('foreign_keys = ON');
    migrate(file, released('0001_measurement_in_depth'));
    file.exec(`
      insert into network (id, name, time_zone, run_chart_rules, created_at) values ('n', 'N', 'UTC', 'ihi', 1);
      insert into person values ('p', 'P', 'p@example.test', 1, null, 1, 1);
      insert into lea values ('l', 'L'); insert into school values ('s', 'l', 'S');
      insert into team values ('t', 's', 'T', '', '', 1);
      insert into ramp values ('r', 't', 'Frames', '', 1);
      insert into activity_event values ('a', 'person_joined', 'p', 't', null, null, 'x', 1);`);
    migrate(file, migrationsFolder);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.prepare('select run_chart_rules, minimum_group from network').get()).toEqual({
      ...{ run_chart_rules: 'ihi', minimum_group: 10 },
    });
    expect(file.prepare('select id, kind, post_id, detail from activity_event').all()).toEqual([
      { id: 'a', kind: 'person_joined', post_id: null, detail: 'x' },
    ]);
    expect(file.prepare('select change_idea, idea_id from ramp').all()).toEqual([
      { change_idea: 'Frames', idea_id: null },
    ]);
    expect(() => file.exec('update network set minimum_group = 9')).toThrow('network_minimum_group');
    file.close();
  });
});

describe('a network that ran the third release', () => {
  it('0002_feed: keeps its activity, and tells nobody of what is past', () => {
    const file = new SqliteFile(join(folder, 'network.db'));
    file.pragma('foreign_keys = ON');
    migrate(file, released('0002_feed'));
    file.exec(`
      insert into person values ('p', 'P', 'p@example.test', 1, null, 1, 1);
      insert into lea values ('l', 'L'); insert into school values ('s', 'l', 'S');
      insert into team values ('t', 's', 'T', '', '', 1);
      insert into coach_assignment values ('c', 'p', 't', null);
      insert into activity_event (id, kind, actor_id, team_id, detail, happened_at) values ('a', 'person_joined', 'p', 't', 'x', 7);`);
    migrate(file, migrationsFolder);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.prepare('select id, kind, detail, told_at from activity_event').all()).toEqual([
      { id: 'a', kind: 'person_joined', detail: 'x', told_at: 7 },
    ]);
    expect(file.prepare('select id, began_on, ended_on from coach_assignment').all()).toEqual([
      { id: 'c', began_on: null, ended_on: null },
    ]);
    expect(() =>
      file.exec(`insert into team_score values ('x', 't', '2026-11-01', 'team', 2.3, '', 1, 'p', 1)`),
    ).toThrow('team_score_step');
    file.close();
  });
});

describe('a network that ran the fourth release', () => {
  it('0003_coaching: keeps its activity, its notifications and its mails, and none is of a meeting', () => {
    const file = new SqliteFile(join(folder, 'network.db'));
    file.pragma('foreign_keys = ON');
    migrate(file, released('0003_coaching'));
    file.exec(`
      insert into person values ('p', 'P', 'p@example.test', 1, null, 1, 1);
      insert into lea values ('l', 'L'); insert into school values ('s', 'l', 'S');
      insert into team values ('t', 's', 'T', '', '', 1);
      insert into activity_event (id, kind, actor_id, team_id, about_person_id, detail, happened_at, told_at)
        values ('a', 'coach_began', 'p', 't', 'p', 'x', 7, 8);
      insert into outgoing_mail (id, person_id, kind, slot, state, attempts, next_try_at, made_at)
        values ('m', 'p', 'digest', 'digest/p/2026-11-02', 'unsure', 3, 5, 4);
      insert into notification (id, person_id, event_id, urgency, told_at, mail_id)
        values ('n', 'p', 'a', 'digest', 8, 'm');`);
    migrate(file, migrationsFolder);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.prepare('select id, about_person_id, meeting_id, told_at from activity_event').all()).toEqual(
      [{ id: 'a', about_person_id: 'p', meeting_id: null, told_at: 8 }],
    );
    expect(file.prepare('select id, slot, state, attempts, meeting_id from outgoing_mail').all()).toEqual([
      { id: 'm', slot: 'digest/p/2026-11-02', state: 'unsure', attempts: 3, meeting_id: null },
    ]);
    expect(file.prepare('select event_id, mail_id from notification').all()).toEqual([
      { event_id: 'a', mail_id: 'm' },
    ]);
    expect(() => file.exec(`update outgoing_mail set slot = null`)).toThrow('NOT NULL');
    file.close();
  });
});

describe('what the database itself refuses', () => {
  it('a part above its whole, a negative, a shape that is not the measure’s kind, a word outside the vocabulary', () => {
    const test = openTestDatabase();
    const file = new SqliteFile(test.path);
    file.pragma('foreign_keys = ON');
    const now = Date.now();
    file.exec(`
      insert into person values ('p', 'P', 'p@example.test', 1, null, ${now}, ${now});
      insert into lea values ('l', 'L'); insert into school values ('s', 'l', 'S');
      insert into team values ('t', 's', 'T', '', '', ${now});
      insert into student_group values ('g', 'swd', 'SWD', 0, null);
      insert into measure (id, team_id, name, level, kind, direction, frequency, created_by, created_at)
        values ('m', 't', 'M', 'outcome', 'proportion', 'increase', 'weekly', 'p', ${now});`);
    const point = (kind: string, value: string, numerator: string, denominator: string) => () =>
      file.exec(`insert into data_point (id, measure_id, group_id, kind, date, value, numerator, denominator, recorded_by, recorded_at)
        values ('d', 'm', 'g', '${kind}', '2026-01-05', ${value}, ${numerator}, ${denominator}, 'p', ${now})`);
    expect(point('proportion', 'null', '9', '8')).toThrow('data_point_proportion');
    expect(point('proportion', 'null', '-1', '8')).toThrow('data_point_numerator');
    expect(point('proportion', '5', 'null', 'null')).toThrow('data_point_shape');
    expect(point('mean', '5', 'null', 'null')).toThrow('FOREIGN KEY');
    expect(point('proportion', 'null', '5', '8')).not.toThrow();
    expect(() => file.exec(`update measure set level = 'best'`)).toThrow('measure_level');
    expect(() => file.exec(`update measure set kind = 'mean'`)).toThrow('FOREIGN KEY');
    file.close();
    test.remove();
  });
});

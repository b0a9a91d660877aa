import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';

const newId = 'lower(hex(randomblob(16)))';

/** Some weeks of coaching in every second team: an open review, a finished one, a nudge, a contact, and a rest of the coach's. */
const coaching = `
insert into review (id, cycle_id, team_id, stage, cycle_stage, requested_by, coach_id, began_at, feedback_at)
  select ${newId}, min(c.id), c.team_id, 'requested', 'do', min(m.person_id), null, :now - 172800000, null
    from cycle c inner join team_membership m on m.team_id = c.team_id
   where c.stage = 'do' and c.rowid % 2 = 0 group by c.team_id;
insert into review (id, cycle_id, team_id, stage, cycle_stage, requested_by, coach_id, began_at, feedback_at, ended_at)
  select ${newId}, min(c.id), c.team_id, 'done', 'act', min(m.person_id), :coach, :now - 864000000, :now - 777600000, :now - 700000000
    from cycle c inner join team_membership m on m.team_id = c.team_id
   where c.stage = 'complete' group by c.team_id;
insert into review_step (id, review_id, to_stage, taken_by, taken_at)
  select ${newId}, id, 'done', :coach, ended_at from review where stage = 'done';
insert into coach_contact (id, team_id, coach_id, kind, happened_on, noted_at)
  select ${newId}, id, :coach, 'visit', date(:now / 1000, 'unixepoch', '-30 days'), :now from team;
insert into caseload_rest (id, person_id, team_id, reason, about_id, until, rested_at)
  select ${newId}, :coach, id, 'quiet', '', date(:now / 1000, 'unixepoch', '+7 days'), :now from team where rowid % 5 = 0;
insert into day_off (id, lea_id, name, starts_on, ends_on, changed_by, changed_at)
  select ${newId}, l.id, 'Fall break', date(:now / 1000, 'unixepoch', '-40 days'), date(:now / 1000, 'unixepoch', '-36 days'), :coach, :now from lea l`;

const personOf = (file: SqliteFile.Database, role: string) =>
  (
    file.prepare('select id from person where email = ?').get(`${role}@demo.boldline.example`) as {
      id: string;
    }
  ).id;

/** Makes the demo's coach follow so many running teams of a network, with some coaching done in all of them. */
export function coachTeams(folder: string, teams: number): void {
  const file = new SqliteFile(join(folder, 'boldline.db'));
  const coach = personOf(file, 'coach');
  const facts = { coach, now: Date.now() };
  file.prepare('delete from coach_assignment where person_id = ?').run(coach);
  file
    .prepare(
      `insert into coach_assignment (id, person_id, team_id)
       select ${newId}, ?, id from team order by rowid limit ?`,
    )
    .run(coach, teams);
  for (const statement of coaching.split(';')) {
    const used = Object.entries(facts).filter(([name]) => statement.includes(`:${name}`));
    file.prepare(statement).run(Object.fromEntries(used));
  }
  file.close();
}

/** Makes the demo's administrator a facilitator of as many cohorts as hold about so many teams. */
export function facilitateTeams(folder: string, teams: number): void {
  const file = new SqliteFile(join(folder, 'boldline.db'));
  const person = personOf(file, 'administrator');
  const cohorts = file
    .prepare(
      'select cohort_id as id, count(*) as teams from cohort_team group by cohort_id order by min(rowid)',
    )
    .all() as { id: string; teams: number }[];
  let reached = 0;
  for (const cohort of cohorts) {
    if (reached >= teams) break;
    reached += cohort.teams;
    file
      .prepare(`insert into facilitator_assignment (id, person_id, cohort_id) values (${newId}, ?, ?)`)
      .run(person, cohort.id);
  }
  file.close();
}

import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';

const newId = 'lower(hex(randomblob(16)))';

/** The first teams of a network in one cohort, sixty schools and two teams in each, with the shared measures of the first cohort. */
const gathering = `
insert into cohort (id, name, starts_on, ends_on)
  select 'bench-cohort', 'Bench cohort', starts_on, ends_on from cohort order by rowid limit 1;
create temp table gathered as
  select id, row_number() over (order by rowid) - 1 as place from team order by rowid limit 120;
create temp table roofs as
  select id, row_number() over (order by rowid) - 1 as place from school order by rowid limit 60;
update team set name = 'Team ' || (select place from gathered g where g.id = team.id),
  school_id = (select r.id from gathered g inner join roofs r on r.place = g.place % 60 where g.id = team.id)
 where id in (select id from gathered);
insert into cohort_team (id, cohort_id, team_id) select ${newId}, 'bench-cohort', id from gathered;
create temp table kept as
  select s.id, s.name from shared_measure s where s.cohort_id = (select id from cohort order by rowid limit 1);
update shared_measure set cohort_id = 'bench-cohort' where id in (select id from kept);
update measure set shared_measure_id = (select k.id from kept k inner join shared_measure s on s.name = k.name
    where s.id = measure.shared_measure_id)
 where team_id in (select id from gathered) and shared_measure_id is not null;
insert into facilitator_assignment (id, person_id, cohort_id)
  select ${newId}, id, 'bench-cohort' from person where email = 'administrator@demo.boldline.example'`;

/** Makes a cohort of 120 teams in 60 schools, run by the demo's administrator, and gives the path of its page. */
export function gatherCohort(folder: string): string {
  const file = new SqliteFile(join(folder, 'boldline.db'));
  file.exec(gathering);
  const { n } = file
    .prepare("select count(*) as n from cohort_team where cohort_id = 'bench-cohort'")
    .get() as {
    n: number;
  };
  file.close();
  if (n !== 120) throw new Error(`The cohort has ${n} teams instead of 120`);
  return '/cohorts/bench-cohort';
}

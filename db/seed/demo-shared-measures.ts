import { countingDays, instantOn, schoolWeeks } from './demo-calendar';
import type { DemoWeek } from './demo-calendar';
import { demoSeries } from './demo-numbers';
import type { DemoTeam, DemoWorld } from './demo-team';
import type { SharedMeasureStory } from './stories/shared-measure-stories';

type Cohort = {
  id: string;
  facilitatorId: string;
  stories: SharedMeasureStory[];
  teams: DemoTeam[];
  /** Weeks from the end of the cohort's year to today. */
  over: number;
};

const definedWeeks = 36;
const adoptedWeeks = 33;
const changedWeeks = 16;

/** Not every team adopts every measure: one of five goes without. The first team has yet to adopt the third. */
const adopts = (turn: number, index: number) => (turn + index * 2) % 5 !== 4;

/** The measures of a cohort, the teams that adopted them, and what those counted since. */
export function addSharedMeasures(world: DemoWorld, cohort: Cohort): void {
  const { stories, facilitatorId, over } = cohort;
  const { rows, newId, today, groupIds } = world;
  const weeks = schoolWeeks(today, definedWeeks + over, over);
  const begun = instantOn(weeks[0]?.monday ?? today, 10);
  stories.forEach((story, index) => {
    const sharedMeasureId = newId();
    const { name, level, kind, direction, unit, frequency, definition, laterDefinition } = story;
    const stamp = { createdBy: facilitatorId, createdAt: begun + index * 60_000 };
    rows.sharedMeasure.push({
      ...{ id: sharedMeasureId, cohortId: cohort.id, name, level, kind, direction, unit, frequency },
      version: laterDefinition === null ? 1 : 2,
      ...stamp,
    });
    rows.sharedMeasureVersion.push({ id: newId(), sharedMeasureId, number: 1, definition, ...stamp });
    const changedOn = weeks.find(({ ago }) => ago <= changedWeeks + over)?.monday ?? today;
    if (laterDefinition !== null)
      rows.sharedMeasureVersion.push({
        ...{ id: newId(), sharedMeasureId, number: 2, definition: laterDefinition, inForceFrom: changedOn },
        ...{ createdBy: facilitatorId, createdAt: instantOn(changedOn, 8) },
      });
    story.groups.forEach((key, position) => {
      const groupId = groupIds.get(key) ?? '';
      rows.sharedMeasureGroup.push({ id: newId(), sharedMeasureId, groupId, position });
    });
    const since = weeks.filter(({ ago }) => ago <= adoptedWeeks + over);
    for (const team of cohort.teams)
      if (adopts(team.turn, index))
        addAdoption(world, team, { story, sharedMeasureId, index, weeks: since, changedOn, defined: stamp });
  });
}

type Adoption = {
  story: SharedMeasureStory;
  sharedMeasureId: string;
  index: number;
  weeks: DemoWeek[];
  changedOn: string;
  /** Who defined it, and when. */
  defined: { createdBy: string; createdAt: number };
};

function addAdoption(world: DemoWorld, team: DemoTeam, adoption: Adoption): void {
  const { rows, random, newId, today, now, groupIds } = world;
  const { story, sharedMeasureId, index, weeks, changedOn, defined } = adoption;
  const { name, level, kind, direction, unit, frequency, definition, laterDefinition, goal } = story;
  const measureId = newId();
  const [first = ''] = team.memberIds;
  const collectorId = team.memberIds.at(-1) ?? first;
  const stamp = { createdBy: first, createdAt: instantOn(weeks[0]?.monday ?? today, 16) + index * 60_000 };
  rows.measure.push({
    ...{ id: measureId, teamId: team.teamId, sharedMeasureId, collectorId },
    ...{ name, level, kind, direction, unit, frequency, goal },
    ...stamp,
  });
  rows.measureVersion.push({ id: newId(), measureId, number: 1, definition, ...defined });
  if (laterDefinition !== null)
    rows.measureVersion.push({
      ...{ id: newId(), measureId, number: 2, definition: laterDefinition, inForceFrom: changedOn },
      ...{ createdBy: defined.createdBy, createdAt: instantOn(changedOn, 8) },
    });
  const owesThisWeek = team.turn % 3 === 0;
  const until = owesThisWeek ? (weeks.at(-1)?.monday ?? today) : today;
  const days = countingDays(weeks, frequency, 4, until);
  const changeFrom = laterDefinition === null ? null : changedOn;
  const ofTeam = { ...story, baseline: story.baseline + random.between(-3, 3) };
  story.groups.forEach((key, place) => {
    const groupId = groupIds.get(key) ?? '';
    rows.measureGroup.push({ id: newId(), measureId, groupId, position: place });
    for (const point of demoSeries({ story: ofTeam, place, days, changeFrom, random }))
      rows.dataPoint.push({
        ...{ id: newId(), measureId, groupId, kind, ...point },
        recordedBy: collectorId,
        recordedAt: Math.min(instantOn(point.date), now - 60_000),
      });
  });
}

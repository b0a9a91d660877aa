import type { CycleStage } from '../vocabulary';
import { countingDays, dayAfter, instantOn, schoolWeeks } from './demo-calendar';
import { placeCycles } from './demo-cycles';
import type { PlacedCycle } from './demo-cycles';
import { agreeWith, demoSeries } from './demo-numbers';
import type { DemoRows } from './demo-rows';
import type { SeededRandom } from './seeded-random';
import type { MeasureStory, TeamStory } from './stories/team-story';

export type DemoTeam = {
  story: TeamStory;
  teamId: string;
  memberIds: string[];
  memberNames: string[];
  running: boolean;
  turn: number;
};

export type DemoWorld = {
  rows: DemoRows;
  random: SeededRandom;
  newId: () => string;
  today: string;
  now: number;
  groupIds: Map<string, string>;
};

const yearInWeeks = 39;
const yearsAgoOver = 52;
const order: readonly CycleStage[] = ['plan', 'do', 'study', 'act', 'complete'];

/** Writes everything one team did, from its aim to its last observation. */
export function addTeamStory(world: DemoWorld, team: DemoTeam): void {
  const over = team.running ? 0 : yearsAgoOver;
  const weeks = schoolWeeks(world.today, yearInWeeks + over, over);
  const placed = placeCycles(team.story, {
    lastMonday: weeks.at(-1)?.monday ?? world.today,
    running: team.running,
    turn: team.turn,
  });
  addAim(world, team, weeks[0]?.monday ?? world.today);
  const measureIds = team.story.measures.map((story, index) =>
    addMeasure(world, team, { story, index, weeks, placed }),
  );
  addCycles(world, team, placed, measureIds);
}

function addAim(
  { rows, newId, today }: DemoWorld,
  { teamId, memberIds, story }: DemoTeam,
  begun: string,
): void {
  const { what, forWhom, howMuch } = story.aim;
  rows.aim.push({
    id: newId(),
    teamId,
    what,
    forWhom,
    howMuch,
    byWhen: dayAfter(today, 110),
    changedBy: memberIds[0] ?? '',
    changedAt: instantOn(begun),
  });
}

type MeasureInput = {
  story: MeasureStory;
  index: number;
  weeks: ReturnType<typeof schoolWeeks>;
  placed: PlacedCycle[];
};

function changeDay({ story, index, placed }: MeasureInput): string | null {
  if (story.change === 0) return null;
  const on = placed.filter((cycle) => cycle.story.measure === index);
  return (
    (
      on.find((cycle) => cycle.story.verdict === 'as_predicted') ??
      on[0] ??
      placed[Math.floor(placed.length / 2)]
    )?.plannedStart ?? null
  );
}

function addMeasure(world: DemoWorld, team: DemoTeam, input: MeasureInput): string {
  const { rows, random, newId, today, now, groupIds } = world;
  const { story, index, weeks, placed } = input;
  const measureId = newId();
  const begun = instantOn(weeks[0]?.monday ?? today, 9) + index * 60_000;
  const creator = team.memberIds[0] ?? '';
  const collectorId = team.turn === 0 ? null : (team.memberIds[index % team.memberIds.length] ?? null);
  const weekday = team.turn === 0 ? 4 : random.between(1, 4);
  const owesThisWeek = team.turn % 3 === 0;
  const until = owesThisWeek ? (weeks.at(-1)?.monday ?? today) : today;
  const days = countingDays(weeks, story.frequency, weekday, until);
  const changeFrom = changeDay(input);
  const significant = Math.abs(story.change) >= 1.5 * story.spread;
  const before = changeFrom === null ? 0 : days.filter((day) => day < changeFrom).length;
  const { name, level, kind, direction, frequency, definition, goal } = story;
  rows.measure.push({
    ...{ id: measureId, teamId: team.teamId, name, level, kind, direction, frequency, goal, collectorId },
    unit: kind === 'proportion' ? '%' : story.unit,
    goalOn: goal === null ? null : dayAfter(today, 110),
    ...{ createdBy: creator, createdAt: begun },
  });
  rows.measureVersion.push({
    id: newId(),
    measureId,
    number: 1,
    definition,
    createdBy: creator,
    createdAt: begun,
  });
  story.groups.forEach((key, place) => {
    const groupId = groupIds.get(key) ?? '';
    rows.measureGroup.push({ id: newId(), measureId, groupId, position: place });
    const series = demoSeries({ story, place, days, changeFrom, random });
    const throughDate = series[Math.min(before, 12) - 1]?.date;
    if (significant && before >= 10 && throughDate !== undefined)
      rows.frozenBaseline.push({
        ...{ id: newId(), measureId, groupId, throughDate },
        ...{ frozenBy: creator, frozenAt: instantOn(throughDate, 16) },
      });
    if (place === 0) placed.forEach((cycle) => agreeWithCycle(story, index, series, cycle));
    for (const point of series) {
      const recordedAt = Math.min(instantOn(point.date), now - 60_000);
      const note = random.next() < 0.05 ? random.pick(notes) : '';
      rows.dataPoint.push({
        id: newId(),
        measureId,
        groupId,
        kind,
        ...point,
        note,
        recordedBy: collectorId ?? creator,
        recordedAt,
      });
    }
  });
  if (team.turn % 5 === 2 && index === 0) {
    const date = days[Math.floor(days.length * 0.45)] ?? today;
    rows.annotation.push({
      id: newId(),
      measureId,
      kind: 'event',
      date,
      text: random.pick(events),
      createdBy: creator,
      createdAt: instantOn(date),
    });
  }
  return measureId;
}

const notes = [
  'two out sick',
  'fire drill in the middle',
  'sub this day',
  'short week',
  'field trip for half the group',
  'new student this week',
] as const;
const events = ['State testing', 'Long-term sub', 'New seating plan', 'Schedule change'] as const;

function agreeWithCycle(
  story: MeasureStory,
  index: number,
  series: ReturnType<typeof demoSeries>,
  cycle: PlacedCycle,
): void {
  const { measure, group, expected, verdict } = cycle.story;
  if (measure !== index || group !== story.groups[0] || expected === null || cycle.stage === 'plan') return;
  agreeWith(story, series, {
    from: cycle.plannedStart,
    to: cycle.plannedEnd,
    expected,
    atLeast: story.direction !== 'decrease',
    verdict,
  });
}

function addCycles(world: DemoWorld, team: DemoTeam, placed: PlacedCycle[], measureIds: string[]): void {
  const rampIds = new Map<unknown, string>();
  const previous = new Map<string, string>();
  for (const cycle of placed) {
    const rampId = rampIds.get(cycle.ramp) ?? world.newId();
    if (!rampIds.has(cycle.ramp)) {
      const { changeIdea, warrant } = cycle.ramp;
      world.rows.ramp.push({
        id: rampId,
        teamId: team.teamId,
        changeIdea,
        warrant,
        createdAt: instantOn(cycle.plannedStart),
      });
      rampIds.set(cycle.ramp, rampId);
    }
    previous.set(
      rampId,
      addCycle(world, team, cycle, { rampId, parentId: previous.get(rampId) ?? null, measureIds }),
    );
  }
}

type Links = { rampId: string; parentId: string | null; measureIds: string[] };

function addCycle(
  world: DemoWorld,
  team: DemoTeam,
  cycle: PlacedCycle,
  { rampId, parentId, measureIds }: Links,
): string {
  const { rows, random, newId, now } = world;
  const { story, number, stage, plannedStart, plannedEnd } = cycle;
  const id = newId();
  const author = team.memberIds[number % team.memberIds.length] ?? '';
  const reached = stage === 'stopped' ? 2 : order.indexOf(stage);
  const past = (name: CycleStage) => reached > order.indexOf(name);
  const started = reached >= 1;
  const at = (day: string, hour: number) => Math.min(instantOn(day, hour), now - 3_600_000);
  const planned = at(dayAfter(plannedStart, -3), 15);
  rows.cycle.push({
    ...{
      id,
      rampId,
      teamId: team.teamId,
      number,
      parentId,
      objective: story.objective,
      scale: story.scale,
      plannedStart,
      plannedEnd,
      stage,
    },
    carriedOut: past('do') ? story.carriedOut : null,
    carriedOutNote: past('do') ? story.carriedOutNote : '',
    learned: past('study') ? story.learned : '',
    version: reached + 1,
    ...{ createdBy: author, createdAt: planned },
  });
  const questionId = newId();
  const measure = team.story.measures[story.measure];
  const decreasing = measure?.direction === 'decrease';
  rows.learningQuestion.push({
    ...{
      id: questionId,
      cycleId: id,
      position: 0,
      question: story.question,
      because: story.because,
      confidence: story.confidence,
    },
    measureId: measureIds[story.measure] ?? null,
    groupId: measure && story.group ? (world.groupIds.get(story.group) ?? null) : null,
    expectedComparison: story.expected === null ? null : decreasing ? 'at_most' : 'at_least',
    expectedValue: story.expected,
    expectedDirection:
      story.expected === null ? (story.expects ?? (decreasing ? 'decrease' : 'increase')) : null,
    predictedAt: planned,
  });
  if (past('study'))
    rows.studyAnswer.push({
      id: newId(),
      questionId,
      verdict: story.verdict,
      result: '',
      answeredBy: author,
      answeredAt: at(plannedEnd, 16),
    });
  story.tasks.forEach(({ what, where }, position) => {
    const done = started && (past('do') || random.next() < 0.6);
    const who = team.memberNames[position % team.memberNames.length] ?? '';
    rows.cycleTask.push({
      id: newId(),
      cycleId: id,
      position,
      what,
      who,
      place: where,
      dueOn: plannedStart,
      doneAt: done ? at(plannedStart, 14) : null,
      doneBy: done ? author : null,
    });
  });
  const planMeasure = measureIds[story.measure];
  if (planMeasure !== undefined)
    rows.dataPlan.push({
      id: newId(),
      cycleId: id,
      position: 0,
      measureId: planMeasure,
      who: team.memberNames[0] ?? '',
      howOften: '',
    });
  if (started) {
    story.observations.forEach((text, place) =>
      addObservation(world, {
        id,
        text,
        kind: 'observation',
        on: dayAfter(plannedStart, 1 + 3 * place),
        by: author,
      }),
    );
    story.unexpected.forEach((text) =>
      addObservation(world, {
        id,
        text,
        kind: 'unexpected_event',
        on: dayAfter(plannedStart, 5),
        by: author,
      }),
    );
  }
  if (stage === 'complete') {
    rows.cycleDecision.push({
      id: newId(),
      cycleId: id,
      decision: story.decision,
      why: story.why,
      decidedBy: author,
      decidedAt: at(plannedEnd, 17),
    });
  }
  addHistory(world, team, cycle, { id, author, planned, at });
  return id;
}

function addObservation(
  { rows, newId, today }: DemoWorld,
  row: { id: string; text: string; kind: 'observation' | 'unexpected_event'; on: string; by: string },
): void {
  const observedOn = row.on > today ? today : row.on;
  rows.observation.push({
    id: newId(),
    cycleId: row.id,
    kind: row.kind,
    text: row.text,
    observedOn,
    recordedBy: row.by,
    recordedAt: instantOn(observedOn),
  });
}

type History = { id: string; author: string; planned: number; at: (day: string, hour: number) => number };

function addHistory(
  { rows, newId }: DemoWorld,
  team: DemoTeam,
  cycle: PlacedCycle,
  { id, author, planned, at }: History,
): void {
  const { stage, plannedStart, plannedEnd, story } = cycle;
  const instants: Record<string, number> = {
    do: at(plannedStart, 8),
    study: at(plannedEnd, 15),
    act: at(plannedEnd, 16),
    complete: at(plannedEnd, 17),
  };
  const about = { actorId: author, teamId: team.teamId, cycleId: id };
  const move = (fromStage: CycleStage | null, toStage: CycleStage, changedAt: number, reason = '') =>
    rows.stageChange.push({
      id: newId(),
      cycleId: id,
      fromStage,
      toStage,
      reason,
      changedBy: author,
      changedAt,
    });
  move(null, 'plan', planned);
  rows.activityEvent.push({ id: newId(), kind: 'cycle_started', ...about, happenedAt: planned });
  const last = stage === 'stopped' ? 'do' : stage;
  for (const [index, to] of order.entries()) {
    const from = order[index - 1];
    if (from === undefined || index > order.indexOf(last)) continue;
    const happenedAt = instants[to] ?? planned;
    move(from, to, happenedAt);
    const kind = to === 'complete' ? 'cycle_decided' : 'cycle_stage_entered';
    rows.activityEvent.push({
      id: newId(),
      kind,
      ...about,
      detail: to === 'complete' ? story.decision : to,
      happenedAt,
    });
  }
  if (stage !== 'stopped') return;
  move(
    'do',
    'stopped',
    at(plannedEnd, 15),
    'The schedule changed and we lost the block we needed. We would pick it up again.',
  );
  rows.activityEvent.push({ id: newId(), kind: 'cycle_stopped', ...about, happenedAt: at(plannedEnd, 15) });
}

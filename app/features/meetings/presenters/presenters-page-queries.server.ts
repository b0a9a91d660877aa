import { asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { presentation, school, team } from '#db/schema';
import type { Actor, Network } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { AgendaItem } from '../agenda/agenda';
import { loadAgenda } from '../agenda/agenda-queries.server';
import { storedSubject, subjectValue } from '../agenda/subject-choices';
import { listSubjects } from '../agenda/subject-queries.server';
import type { Meeting } from '../meeting';
import { shippedProtocol } from '../protocols/protocol-library';
import { fittingItems, fittingProtocols } from './fitting-protocols';
import type { OpenItem } from './fitting-protocols';
import { gatherPresenters } from './presenter-facts-queries.server';
import type { PresenterSide } from './presenter-facts';
import type { PlaceChoice, PresentersPage, PresentingTeam } from './presenters-page';
import { balanceSentence, reasonSentence } from './presenter-words';
import { stateOf } from './presentation-queries.server';
import { sideOfCycle, suggestPresenters } from './suggest-presenters-rules';

const mostSuggested = 12;

function placesFor(open: OpenItem[], side: PresenterSide): PlaceChoice[] {
  const protocols = fittingProtocols[side].flatMap((key) => shippedProtocol(key) ?? []);
  return [
    ...fittingItems(open, side).map(({ id, title }) => ({ value: `item:${id}`, label: title })),
    ...protocols.map(({ key, name }) => ({ value: `protocol:${key}`, label: `New: ${name}` })),
  ];
}

async function listAnswers(db: Connection, meetingId: string) {
  return db
    .select({
      ...{ id: presentation.id, cycleId: presentation.cycleId, declinedWhy: presentation.declinedWhy },
      ...{ agreedAt: presentation.agreedAt, declinedAt: presentation.declinedAt },
      ...{ teamName: team.name, schoolName: school.name },
    })
    .from(presentation)
    .innerJoin(team, eq(team.id, presentation.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(presentation.meetingId, meetingId))
    .orderBy(asc(presentation.askedAt), asc(presentation.id));
}

/** Items in which somebody could present and nobody does yet. */
function openItemsOf(agenda: AgendaItem[]): OpenItem[] {
  return agenda
    .filter(({ subject }) => subject.kind === 'none')
    .map(({ id, title, protocolKey, steps }) => ({
      ...{ id, title, protocolKey },
      hasPresenter: steps.some(({ speaks }) => speaks === 'presenter'),
    }));
}

/** Who presents in a meeting so far, who could, and why: for those who run it. */
export async function loadPresentersPage(
  db: Connection,
  actor: Actor,
  meeting: Meeting,
  { network, today }: { network: Network; today: SchoolDay },
): Promise<PresentersPage> {
  const { facts, charts } = await gatherPresenters(db, actor, meeting, { network, today });
  const agenda = await loadAgenda(db, meeting);
  const answers = await listAnswers(db, meeting.id);
  const open = openItemsOf(agenda);
  const subjects = await listSubjects(db, actor, meeting);
  const cycleOf = new Map(facts.cycles.map((one) => [one.id, one]));
  const schoolOf = new Map(facts.teams.map(({ id, schoolId }) => [id, schoolId]));
  const present = agenda.flatMap(({ id, title, subject }) => {
    if (subject.kind !== 'team') return [];
    const answer = answers.find(({ cycleId }) => cycleId === subject.cycle?.id);
    const known = cycleOf.get(subject.cycle?.id ?? '');
    const row: PresentingTeam = {
      ...{ itemId: id, itemTitle: title, teamName: subject.teamName, schoolName: subject.schoolName },
      ...{ cycle: subject.cycle, state: answer ? stateOf(answer) : null, presentationId: answer?.id ?? null },
      ...{ subject: subjectValue(storedSubject(subject)), declinedWhy: answer?.declinedWhy ?? '' },
      side: known ? sideOfCycle(known) : null,
      ...{ askId: uuidv7(), newItemId: uuidv7() },
    };
    return [{ row, teamId: subject.teamId, side: row.side }];
  });
  const onAgenda = new Set(present.map(({ row }) => row.cycle?.id));
  const suggested = suggestPresenters(facts, {
    ...{ today, seed: meeting.id, most: mostSuggested },
    present: present.map(({ teamId, side }) => ({ teamId, side: side ?? 'puzzle' })),
  });
  return {
    present: present.map(({ row }) => row),
    balance: balanceSentence(
      present.map(({ teamId, side }) => ({ schoolId: schoolOf.get(teamId) ?? teamId, side })),
    ),
    declined: answers
      .filter(({ declinedAt, cycleId }) => declinedAt !== null && !onAgenda.has(cycleId))
      .map(({ id, teamName, schoolName, declinedWhy }) => ({ id, teamName, schoolName, why: declinedWhy })),
    suggestions: suggested
      .filter(({ cycle: { id } }) => !answers.some((one) => one.cycleId === id && one.declinedAt !== null))
      .map(({ team: of, cycle: one, side, reason }) => ({
        ...{ teamName: of.name, schoolName: of.schoolName, cycle: one, side },
        why: reasonSentence(reason, today),
        chart: charts.get(one.id)?.chart ?? null,
        chartWords: charts.get(one.id)?.words ?? '',
        places: placesFor(open, side),
        ...{ askId: uuidv7(), newItemId: uuidv7() },
      })),
    byHand: {
      teams: subjects.teams.filter(({ cycles }) => cycles.length > 0),
      places: placesFor(open, 'puzzle').concat(
        placesFor([], 'win').filter(({ value }) => value.includes('success')),
        placesFor([], 'loss').filter(({ value }) => value.includes('loss')),
      ),
      ...{ askId: uuidv7(), newItemId: uuidv7() },
    },
  };
}

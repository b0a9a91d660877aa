import type { ContactKind } from '#db/vocabulary';
import { decisionWords, scaleWords } from '~/features/cycles/cycle-words';
import { cutText } from '~/lib/cut-text';
import { groupedBy } from '~/lib/grouped-by';
import { formatNumber, numberWord } from '~/lib/number-format';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Handover } from '../handover/handover';
import type { NudgeInStory } from '../nudges/nudge';
import { askedInWords } from './review-words';
import type {
  CoachInStory,
  ContactInStory,
  CycleInStory,
  EventInStory,
  PostInStory,
  ReviewInStory,
  ScoreInStory,
  SignalInStory,
} from './story';

export type StoryRows = {
  teamId: string;
  cycles: CycleInStory[];
  signals: SignalInStory[];
  posts: PostInStory[];
  reviews: ReviewInStory[];
  nudges: NudgeInStory[];
  contacts: ContactInStory[];
  scores: ScoreInStory[];
  handovers: Handover[];
  coaches: CoachInStory[];
  events: EventInStory[];
};

export type StoryKind = 'cycle' | 'chart' | 'post' | 'coaching' | 'team';

/** One thing that happened; `at` orders those of one day, as UTC milliseconds or 0 where only the day is known. */
export type StoryEntry = {
  key: string;
  on: SchoolDay;
  at: number;
  kind: StoryKind;
  sentence: string;
  path: string | null;
};

const longestExcerpt = 110;

/** The beginning of a text, cut between words. */
export function excerptOf(text: string): string {
  return cutText(text.replaceAll(/\s+/g, ' ').trim(), longestExcerpt);
}

/** `said: “…”`, or what was done alone where nothing was said. */
function saying(done: string, words: string): string {
  const excerpt = excerptOf(words);
  return excerpt === '' ? `${done}.` : `${done}: “${excerpt}”`;
}

type DayOf = (instant: number) => SchoolDay;

/** The next cycle of a ramp, begun on the day the last one was adapted, is told with that decision. */
function nextBegun({ rampId, number, decision }: CycleInStory, all: CycleInStory[], dayOf: DayOf): boolean {
  if (decision?.decision !== 'adapt') return false;
  const next = all.find((one) => one.rampId === rampId && one.number === number + 1);
  return next !== undefined && dayOf(next.beganAt) === dayOf(decision.decidedAt);
}

function cycleEntries(cycles: CycleInStory[], dayOf: DayOf): StoryEntry[] {
  return cycles.flatMap((cycle) => {
    const { id, rampId, number, changeIdea, decision, stop } = cycle;
    const one = (what: string, at: number, sentence: string): StoryEntry => ({
      ...{ key: `${what}-${id}`, on: dayOf(at), at, kind: 'cycle', sentence, path: `/cycles/${id}` },
    });
    const name = `cycle ${number} of “${changeIdea}”`;
    const last = cycles.find((other) => other.rampId === rampId && other.number === number - 1);
    const entries: StoryEntry[] = [];
    if (!last || !nextBegun(last, cycles, dayOf))
      entries.push(
        one('began', cycle.beganAt, `${cycle.beganByName} began ${name}, ${scaleWords[cycle.scale]}.`),
      );
    if (stop) entries.push(one('stopped', stop.stoppedAt, saying(`Stopped ${name}`, stop.reason)));
    if (decision) {
      const done = decisionWords[decision.decision].past.toLowerCase();
      const followed = nextBegun(cycle, cycles, dayOf) ? ` and began cycle ${number + 1}` : '';
      const said = `${decision.decidedByName} ${done} “${changeIdea}” after cycle ${number}${followed}`;
      entries.push(one('decided', decision.decidedAt, saying(said, decision.why)));
    }
    return entries;
  });
}

function signalEntries(signals: SignalInStory[]): StoryEntry[] {
  return signals.map(({ measureId, measureName, groupId, groupName, words, beganOn }) => ({
    ...{ key: `signal-${measureId}-${groupId}-${beganOn}`, on: beganOn, at: 0, kind: 'chart' as const },
    sentence: `From here on “${measureName}” shows a change for ${groupName.charAt(0).toLowerCase()}${groupName.slice(1)}: ${words}.`,
    path: `/measures/${measureId}`,
  }));
}

const postArticles = { win: 'a win', loss: 'a loss', puzzle: 'a puzzle', synthesis: 'a synthesis' };

function reviewEntries(reviews: ReviewInStory[], dayOf: DayOf): StoryEntry[] {
  return reviews.flatMap((review) => {
    const { id, cycleId, cycleNumber, changeIdea, stage, coachName, questions, ideas } = review;
    const one = (what: string, at: number, sentence: string): StoryEntry => ({
      ...{ key: `${what}-${id}`, on: dayOf(at), at, kind: 'coaching', sentence },
      path: `/cycles/${cycleId}/review?review=${id}`,
    });
    const name = `cycle ${cycleNumber} of “${changeIdea}”`;
    const coach = coachName ?? 'The coach';
    const entries: StoryEntry[] = [];
    if (review.requestedByName !== null)
      entries.push(
        one(
          'asked',
          review.beganAt,
          saying(`${review.requestedByName} asked for a review of ${name}`, review.asks),
        ),
      );
    if (review.feedbackAt !== null && review.feedbackAt !== review.endedAt && questions + ideas > 0) {
      entries.push(
        one(
          'returned',
          review.feedbackAt,
          `${coach} read ${name} and came back with ${askedInWords(review)}.`,
        ),
      );
    }
    if (stage === 'done' && review.endedAt !== null)
      entries.push(one('done', review.endedAt, `${coachName ?? 'The team'} finished the review of ${name}.`));
    return entries;
  });
}

export const contactWords: Record<ContactKind, string> = {
  visit: 'visited the team',
  call: 'talked with the team on the phone',
  message: 'exchanged messages with the team',
  meeting: 'met with the team',
};

function coachingEntries(rows: StoryRows, dayOf: DayOf): StoryEntry[] {
  const { teamId, nudges, contacts, scores, handovers, coaches } = rows;
  const page = `/coaching/${teamId}`;
  const entry = (key: string, at: number, sentence: string, path: string): StoryEntry => ({
    ...{ key, on: dayOf(at), at, kind: 'coaching', sentence, path },
  });
  const begun = handovers.flatMap(({ nextCoachId, handedOverAt }) =>
    nextCoachId === null ? [] : [`${nextCoachId} ${dayOf(handedOverAt)}`],
  );
  return [
    ...nudges.map(({ id, coachName, body, path, sentAt }) =>
      entry(`nudge-${id}`, sentAt, saying(`${coachName} wrote to the team`, body), path),
    ),
    ...contacts.map(({ id, coachName, kind, happenedOn, note, notedAt }) => ({
      ...entry(
        `contact-${id}`,
        notedAt,
        saying(`${coachName} ${contactWords[kind]}`, note),
        `${page}#contact`,
      ),
      on: happenedOn,
    })),
    ...scores.map(({ id, scorer, score, because, scoredByName, scoredAt }) => {
      const who = scorer === 'team' ? `${scoredByName}, for the team,` : scoredByName;
      const said = `${who} scored the progress ${formatNumber(score)}`;
      return entry(`score-${id}`, scoredAt, saying(said, because), `/teams/${teamId}/progress`);
    }),
    ...handovers.map(({ id, coachName, nextCoachName, handedOverAt }) => {
      const sentence = nextCoachName
        ? `${nextCoachName} followed ${coachName} as the team’s coach.`
        : `${coachName} ended the coaching of the team.`;
      return entry(`handover-${id}`, handedOverAt, sentence, `${page}#handovers`);
    }),
    ...coaches
      .filter(({ personId, beganOn }) => !begun.includes(`${personId} ${beganOn}`))
      .map(({ assignmentId, name, beganOn }) => ({
        ...entry(`coach-${assignmentId}`, 0, `${name} began to coach the team.`, page),
        on: beganOn,
      })),
  ];
}

const eventWords: Record<EventInStory['kind'], { one: string; many: string }> = {
  person_joined: { one: 'joined the team', many: 'joined the team' },
  aim_changed: { one: 'wrote the aim', many: 'wrote the aim' },
  measure_created: { one: 'added the measure', many: 'added {} measures' },
  measure_adopted: { one: 'adopted the shared measure', many: 'adopted {} shared measures' },
  definition_changed: { one: 'changed the definition of', many: 'changed {} definitions' },
};

/** What one person did of one kind on one day is told once. */
function eventEntries({ events, teamId }: StoryRows, dayOf: DayOf): StoryEntry[] {
  const together = groupedBy(events, (event) =>
    [event.kind, event.actorName, dayOf(event.happenedAt)].join('|'),
  );
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, kind, actorName, measureId, measureName, happenedAt } = first;
    const measures = new Set(group.map((event) => event.measureId ?? '')).size;
    const words = eventWords[kind];
    const did =
      measures > 1
        ? words.many.replace('{}', numberWord(measures))
        : `${words.one}${measureName === null ? '' : ` “${measureName}”`}`;
    const path = measureId !== null && measures === 1 ? `/measures/${measureId}` : `/teams/${teamId}`;
    const sentence = `${actorName} ${did}.`;
    return [
      { key: `event-${id}`, on: dayOf(happenedAt), at: happenedAt, kind: 'team' as const, sentence, path },
    ];
  });
}

/** Everything that happened in a team, newest first, each in one plain sentence with where it leads. */
export function teamStory(rows: StoryRows, timeZone: string): StoryEntry[] {
  const dayOf: DayOf = (instant) => schoolDayAt(instant, timeZone);
  const posts = rows.posts.map(({ id, kind, title, sharedAt }): StoryEntry => {
    const sentence = `Shared ${postArticles[kind]}: “${title}”`;
    return {
      key: `post-${id}`,
      on: dayOf(sharedAt),
      at: sharedAt,
      kind: 'post',
      sentence,
      path: `/posts/${id}`,
    };
  });
  const entries = [
    ...cycleEntries(rows.cycles, dayOf),
    ...signalEntries(rows.signals),
    ...posts,
    ...reviewEntries(rows.reviews, dayOf),
    ...coachingEntries(rows, dayOf),
    ...eventEntries(rows, dayOf),
  ];
  return entries.toSorted(
    (one, other) => other.on.localeCompare(one.on) || other.at - one.at || one.key.localeCompare(other.key),
  );
}

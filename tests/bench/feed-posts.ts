import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { distinctWords } from '~/features/feed/search/search-words';
import { rowsOfMillisecond } from '~/features/feed/search/search-index.server';

/** A repeatable stream of numbers from 0 to 1. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = ['ba', 'do', 'fe', 'gri', 'ka', 'lu', 'mo', 'ne', 'pra', 'sti', 'ta', 'vo', 'wen', 'zi'];
const word = (random: () => number) =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => syllables[Math.floor(random() * syllables.length)] ?? '',
  ).join('');

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

function chartOf(random: () => number, sharedAt: number): string {
  const week = 7 * 86_400_000;
  const points = Array.from({ length: 24 }, (_, place) => {
    const y = Math.round(40 + random() * 12 + (place > 12 ? 14 : 0));
    return { date: dayOf(sharedAt - (24 - place) * week), y, show: `${y}%`, isCoded: false };
  });
  return JSON.stringify({
    ...{ name: 'Complete paragraphs, all students', unit: '%', direction: 'increase', goal: 75 },
    ...{ pace: { step: 7, tolerance: 3 }, frozenThrough: null, phaseStarts: [], leftOut: [] },
    cycle: { from: dayOf(sharedAt - 8 * week), to: dayOf(sharedAt - week) },
    ...{ rules: 'anhoj', points },
  });
}

const ids = (file: SqliteFile.Database, sql: string) =>
  file
    .prepare<[], { id: string }>(sql)
    .all()
    .map(({ id }) => id);

export type FeedPaths = Record<string, string>;

/** A word that stands in about every third post, and one that stands in the newest alone. */
const common = 'paragraph';
const rare = 'kaleidoscope';

/**
 * Fills a network's feed with posts of every audience, four comments each, over two years, 40,000 different words, and
 * gives the addresses of the bench.
 */
export function fillFeed(folder: string, posts: number): FeedPaths {
  const file = new SqliteFile(join(folder, 'boldline.db'));
  file.pragma('foreign_keys = ON');
  const random = stream(7);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const vocabulary = [...new Set(Array.from({ length: 60_000 }, () => word(random)))].slice(0, 40_000);
  const people = ids(file, 'select id from person');
  const teams = ids(file, 'select id from team');
  const own = file
    .prepare<[], { team: string; school: string; lea: string; person: string }>(
      `select m.team_id as team, t.school_id as school, s.lea_id as lea, p.id as person from team_membership m
       inner join person p on p.id = m.person_id inner join team t on t.id = m.team_id inner join school s on s.id = t.school_id
       where p.email like 'teacher@%'`,
    )
    .get();
  const [schools, leas, cohorts, groups] = ['school', 'lea', 'cohort', 'student_group'].map((table) =>
    ids(file, `select id from ${table}`),
  ) as [string[], string[], string[], string[]];
  const now = Date.now();
  const ideas = Array.from({ length: 60 }, () => uuidv7());
  const insert = (table: string, columns: string) =>
    file.prepare(
      `insert into ${table} (${columns}) values (${columns
        .split(', ')
        .map(() => '?')
        .join(', ')})`,
    );
  const idea = insert('change_idea', 'id, name, name_key, driver, changed_by, created_at, changed_at');
  const post = insert(
    'post',
    'id, kind, title, audience, audience_id, signature, signed_as, lea_id, grades, subject, setting, scale, group_id, idea_id, decision, shown_improvement, shared_at',
  );
  const story = insert(
    'post_story',
    'post_id, tried, expected, happened, explanation, advice, wanted, predictions, chart',
  );
  const origin = insert('post_origin', 'post_id, team_id, author_id');
  const comment = insert('post_comment', 'id, post_id, author_id, body, commented_at');
  const searchKey = insert('post_search_key', 'post_id, row_key');
  const search = insert('post_search', 'rowid, words');
  const searchWord = file.prepare('insert or ignore into search_word (word) values (?)');
  const learned = new Set<string>();
  const index = (postId: string, rowKey: number, texts: string[]) => {
    const words = distinctWords(texts);
    for (const one of words) if (!learned.has(one)) searchWord.run(one);
    for (const one of words) learned.add(one);
    searchKey.run(postId, rowKey);
    search.run(rowKey, words.join(' '));
  };
  const text = (words: number) => Array.from({ length: words }, () => pick(vocabulary)).join(' ');
  const twoYears = 730 * 86_400_000;
  file.transaction(() => {
    for (const [place, id] of ideas.entries())
      idea.run(id, `Idea ${place} ${text(2)}`, `idea ${place}`, text(3), people[0], now, now);
    for (const one of vocabulary) {
      searchWord.run(one);
      learned.add(one);
    }
    for (let place = 0; place < posts; place += 1) {
      const id = uuidv7();
      const sharedAt = now - Math.floor((twoYears * place) / posts) - 60_000;
      const kind = (['win', 'loss', 'puzzle'] as const)[place % 3] ?? 'win';
      const audience =
        (['network', 'network', 'network', 'cohort', 'lea', 'school', 'team'] as const)[place % 7] ??
        'network';
      const audienceId = {
        ...{
          network: 'network',
          cohort: pick(cohorts),
          lea: place % 2 === 0 ? (own?.lea ?? '') : pick(leas),
        },
        ...{ school: place % 4 === 0 ? (own?.school ?? '') : pick(schools), team: pick(teams) },
      }[audience];
      const title = `${text(4)} ${place === 1 ? rare : ''}`;
      const stories = [
        `${text(25)} ${place % 3 === 0 ? common : ''}`,
        ...[text(12), text(12), kind === 'loss' ? text(12) : '', text(10), kind === 'puzzle' ? text(8) : ''],
      ];
      const improved = kind === 'win' && place % 2 === 0 ? 1 : 0;
      // The rare idea has twenty posts at either size, and one group has every third: a full page both times.
      const isRare = place < 200 && place % 10 === 5;
      const ideaId = isRare ? ideas[59] : place % 5 === 0 ? null : pick(ideas.slice(0, 59));
      const groupId = place % 3 === 0 ? groups[0] : place % 3 === 1 ? pick(groups) : null;
      post.run(
        ...[id, kind, title, audience, audienceId, 'school_hidden', 'A grade 5 team · school hidden'],
        ...[
          place % 2 === 0 ? pick(leas) : null,
          `Grade ${1 + (place % 8)}`,
          pick(['Writing', 'Reading', 'Math']),
        ],
        ...[pick(['co_taught', 'general_classroom', 'resource_room']), 'one_class', groupId],
        ...[ideaId, kind === 'puzzle' ? null : pick(['adopt', 'adapt', 'abandon']), improved, sharedAt],
      );
      story.run(id, ...stories, '[]', kind === 'puzzle' ? null : chartOf(random, sharedAt));
      origin.run(id, pick(teams), pick(people));
      index(id, sharedAt * rowsOfMillisecond, [title, ...stories]);
      for (let said = 0; said < 4; said += 1)
        comment.run(uuidv7(), id, pick(people), text(10), sharedAt + said * 1000);
    }
    file
      .prepare('insert or ignore into feed_reading (person_id, read_through) values (?, ?)')
      .run(own?.person, now - 86_400_000);
  })();
  file.close();
  return {
    feed: '/feed',
    'feed, a group': `/feed?group=${groups[0] ?? ''}`,
    'feed, a rare idea': `/feed?idea=${ideas[59] ?? ''}`,
    'search, common word': `/feed?q=${common}`,
    'search, rare word': `/feed?q=${rare}`,
    'search, with typo': '/feed?q=kaliedoscope',
  };
}

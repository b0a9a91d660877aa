import { decisionWords } from '~/features/cycles/cycle-words';
import type { Actor } from '~/features/people/actor';
import { findIdea } from '~/features/theory/change-idea-queries.server';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf } from '../post-scope.server';
import type { CycleLineage, Family, FamilyNode } from './family';
import {
  findCycleRow,
  findOriginOf,
  findPostRow,
  hasFamily,
  listPostsOfCycles,
  listTriedPostsOfIdea,
} from './family-rows.server';
import type { Reader } from './family-rows.server';
import { cycleNode, deepest, hang, mostNodes, newKey, postNode, walkDown } from './family-walk.server';
import type { Frontier, Post, Walk } from './family-walk.server';

type Above = Family['above'][number];

/** Where a cycle comes from, the oldest first, as far as the reader sees. */
async function aboveOf(reader: Reader, cycleId: string | null): Promise<Above[]> {
  const above: Above[] = [];
  const met = new Set<string>();
  let at = cycleId;
  while (at !== null && !met.has(at) && above.length < deepest) {
    met.add(at);
    const origin = await findOriginOf(reader, at);
    const key = `above-${above.length}`;
    if (origin?.ideaId && origin.ideaName !== null)
      above.unshift({
        key,
        title: origin.ideaName,
        signedAs: '',
        words: 'Idea',
        to: `/ideas/${origin.ideaId}`,
      });
    const from = origin?.postId ? await findPostRow(reader, origin.postId) : null;
    if (!from) break;
    const words = from.decision === null ? '' : decisionWords[from.decision].past;
    above.unshift({ key, title: from.title, signedAs: from.signedAs, words, to: `/posts/${from.id}` });
    at = from.cycleId;
  }
  return above;
}

const frontierAt = (node: FamilyNode, posts: Post[]): Frontier => new Map(posts.map(({ id }) => [id, node]));

async function familyOfPost(walk: Walk, postId: string): Promise<Family | null> {
  const { reader } = walk;
  const here = await findPostRow(reader, postId);
  if (!here) return null;
  const node = { ...postNode(walk, here), isHere: true };
  const { cycleId } = here;
  if (cycleId !== null) walk.met.add(cycleId);
  // From a post signed by name, its team's other signed posts of the cycle are the same place.
  const others = cycleId === null ? [] : await listPostsOfCycles(reader, [cycleId]);
  await walkDown(walk, frontierAt(node, [here, ...others]));
  return { above: await aboveOf(reader, cycleId), here: node, hasMore: walk.hasMore };
}

async function familyOfCycle(walk: Walk, cycleId: string): Promise<Family | null> {
  const row = await findCycleRow(walk.reader, cycleId);
  if (!row) return null;
  walk.met.add(cycleId);
  const node = { ...cycleNode(walk, row), isHere: true };
  await walkDown(walk, frontierAt(node, await listPostsOfCycles(walk.reader, [cycleId])));
  return { above: await aboveOf(walk.reader, cycleId), here: node, hasMore: walk.hasMore };
}

/** The idea with what began from it, and with its posts that others tried; those that came from another one hang below it. */
async function familyOfIdea(walk: Walk, ideaId: string): Promise<Family | null> {
  const idea = await findIdea(walk.reader.db, ideaId);
  if (!idea) return null;
  const node: FamilyNode = {
    ...{ key: newKey(walk), title: idea.name, signedAs: '', words: '', to: null },
    ...{ unseen: 0, isHere: true, children: [] },
  };
  await walkDown(walk, await hang(walk, new Map(), { id: ideaId, node }));
  const posts = await listTriedPostsOfIdea(walk.reader, ideaId, mostNodes);
  for (const first of [false, true]) {
    const roots: Frontier = new Map();
    const rootOf = new Map<string, FamilyNode>();
    for (const one of posts.filter(({ isReplication }) => isReplication === first)) {
      if (one.cycleId !== null && walk.met.has(one.cycleId) && !rootOf.has(one.cycleId)) continue;
      const known = one.cycleId === null ? undefined : rootOf.get(one.cycleId);
      const root = known ?? postNode(walk, one);
      if (!known) {
        if (walk.left === 0) {
          walk.hasMore = true;
          continue;
        }
        walk.left -= 1;
        node.children.push(root);
      }
      roots.set(one.id, root);
      if (one.cycleId === null) continue;
      rootOf.set(one.cycleId, root);
      walk.met.add(one.cycleId);
    }
    await walkDown(walk, roots);
  }
  return { above: [], here: node, hasMore: walk.hasMore };
}

export type FamilyPlace = { postId: string } | { cycleId: string } | { ideaId: string };

const walkFor = async (db: Connection, actor: Actor): Promise<Walk> => ({
  reader: { db, actor, audienceIds: await audienceIdsOf(db, actor) },
  ...{ met: new Set<string>(), left: mostNodes, keys: 0, hasMore: false },
});

/**
 * The family tree around a post, a cycle or an idea as this reader may see it: edges are what people said they tried
 * (`replication`), nodes are posts shared with the reader and cycles of teams they read. Null when the place itself is
 * out of reach, or when nothing leads to it or from it.
 */
export async function loadFamilyTree(
  db: Connection,
  actor: Actor,
  place: FamilyPlace,
): Promise<Family | null> {
  const walk = await walkFor(db, actor);
  const family =
    'postId' in place
      ? await familyOfPost(walk, place.postId)
      : 'cycleId' in place
        ? await familyOfCycle(walk, place.cycleId)
        : await familyOfIdea(walk, place.ideaId);
  if (!family) return null;
  const { above, here } = family;
  return above.length + here.children.length + here.unseen === 0 ? null : family;
}

async function lineageOf(reader: Reader, cycleId: string): Promise<CycleLineage | null> {
  const origin = await findOriginOf(reader, cycleId);
  if (!origin) return null;
  const { kept, changed, postId, ideaId, ideaName } = origin;
  const from = postId === null ? null : await findPostRow(reader, postId);
  if (from)
    return {
      from: { title: from.title, signedAs: from.signedAs, to: `/posts/${from.id}` },
      ...{ kept, changed },
    };
  return {
    from:
      ideaId === null || ideaName === null ? null : { title: ideaName, signedAs: '', to: `/ideas/${ideaId}` },
    ...{ kept, changed },
  };
}

/**
 * For the page of a cycle that the reader may read: where it began with what was kept and changed, and its family tree.
 * Each is null where there is none.
 */
export async function loadCycleFamily(
  db: Connection,
  actor: Actor,
  cycleId: string,
): Promise<{ lineage: CycleLineage | null; tree: Family | null }> {
  if (!(await hasFamily(db, cycleId))) return { lineage: null, tree: null };
  const { reader } = await walkFor(db, actor);
  const lineage = await lineageOf(reader, cycleId);
  const tree = await loadFamilyTree(db, actor, { cycleId });
  // A tree of one step says no more than the line above it.
  const isLine = tree !== null && tree.above.length < 2 && tree.here.children.length + tree.here.unseen === 0;
  return { lineage, tree: isLine ? null : tree };
}

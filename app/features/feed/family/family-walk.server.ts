import { decisionWords, stageWords } from '~/features/cycles/cycle-words';
import type { FamilyNode } from './family';
import { listPostsOfCycles, listReplications } from './family-rows.server';
import type { PostRow, Reader, ReplicationRow } from './family-rows.server';

export const deepest = 12;
export const mostNodes = 200;

export type Post = NonNullable<PostRow>;
/** A walk down the tree: what was met, and how much may still be shown. Keys are numbers, so that they tell nothing. */
export type Walk = { reader: Reader; met: Set<string>; left: number; keys: number; hasMore: boolean };

export const newKey = (walk: Walk) => {
  walk.keys += 1;
  return String(walk.keys);
};

const leaf = { unseen: 0, isHere: false };

export function postNode(walk: Walk, { id, title, signedAs, decision }: Post): FamilyNode {
  const words = decision === null ? '' : decisionWords[decision].past;
  return { key: newKey(walk), title, signedAs, words, to: `/posts/${id}`, ...leaf, children: [] };
}

export function cycleNode(walk: Walk, row: Omit<ReplicationRow, 'fromPostId'>): FamilyNode {
  const { cycleId, number, stage, changeIdea, teamName, schoolName, decision } = row;
  return {
    ...{ key: newKey(walk), title: `Cycle ${number} of “${changeIdea}”` },
    signedAs: `${teamName}, ${schoolName}`,
    words: decision === null ? `In ${stageWords[stage].name}` : decisionWords[decision].past,
    ...{ to: `/cycles/${cycleId}`, ...leaf, children: [] },
  };
}

/** Where a walk goes on: each post from which a cycle may have begun, with its place in the tree. */
export type Frontier = Map<string, FamilyNode>;

/**
 * Hangs what began from the frontier (or from the idea) beneath it, each cycle once, and gives the next frontier.
 *
 * A cycle stands there as its newest post signed by name; else as itself, for those who may read it; else only as one
 * more that began. A post whose signature hides its team never stands for a cycle, also where nothing else does: the team
 * whose post was tried may have been told who tries it, and readers count; the one place left open in the tree would then
 * say whose the hidden post is. For the same reason a hidden post has nothing above it.
 */
export async function hang(
  walk: Walk,
  frontier: Frontier,
  idea: { id: string; node: FamilyNode } | null = null,
): Promise<Frontier> {
  const rows = await listReplications(walk.reader, {
    ...{ postIds: [...frontier.keys()], ideaId: idea?.id ?? null },
    most: mostNodes * 5,
  });
  const fresh = rows.filter(({ cycleId }) => !walk.met.has(cycleId));
  const posts = await listPostsOfCycles(
    walk.reader,
    fresh.map(({ cycleId }) => cycleId),
  );
  const next: Frontier = new Map();
  for (const row of fresh) {
    const parent = row.fromPostId === null ? idea?.node : frontier.get(row.fromPostId);
    if (!parent) continue;
    walk.met.add(row.cycleId);
    const ofCycle = posts.filter((one) => one.cycleId === row.cycleId);
    const signed = ofCycle.find((one) => one.isByName && one.isShared);
    if (!signed && !row.isReadable) {
      parent.unseen += 1;
      continue;
    }
    if (walk.left === 0) {
      walk.hasMore = true;
      continue;
    }
    walk.left -= 1;
    const node = signed ? postNode(walk, signed) : cycleNode(walk, row);
    parent.children.push(node);
    for (const one of ofCycle) next.set(one.id, node);
  }
  return next;
}

/** Hangs all that began from the frontier beneath it, as deep as a tree is shown. */
export async function walkDown(walk: Walk, first: Frontier): Promise<void> {
  let frontier = first;
  for (let depth = 0; frontier.size > 0; depth += 1) {
    if (depth === deepest) {
      const { reader } = walk;
      const postIds = [...frontier.keys()];
      const further = await listReplications(reader, { postIds, ideaId: null, most: 1 });
      walk.hasMore ||= further.length > 0;
      return;
    }
    frontier = await hang(walk, frontier);
  }
}

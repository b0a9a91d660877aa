import { decisionWords, scaleWords, stageWords } from '~/features/cycles/cycle-words';
import { audienceWords } from '../post-words';
import type { PieceToPlace } from './evidence-placement';
import type { Evidence } from './synthesis';

/** Evidence as the form shows it: what it is, in a line. */
export function pieceToPlace({ id, claimId, kind, piece }: Evidence): PieceToPlace {
  const blank = { id, claimId, about: '', path: null, postKind: null };
  if (piece === null) {
    const name =
      kind === 'post' ? 'A post no longer shared, or not with you' : 'A cycle that its team has not shared';
    return { ...blank, name };
  }
  if (piece.kind === 'post') {
    const { card } = piece;
    const about = `${card.signedAs} · ${card.sharedOn} · ${audienceWords[card.audience].sharedWith.toLowerCase()}`;
    return { ...blank, name: card.title, about, path: `/posts/${card.id}`, postKind: card.kind };
  }
  const { line } = piece;
  const became = line.decision === null ? stageWords[line.stage].name : decisionWords[line.decision].past;
  const about = `Cycle ${line.number} · ${scaleWords[line.scale]} · ${became} · ${line.place}`;
  return { ...blank, name: line.changeIdea, about, path: `/cycles/${line.id}` };
}

/** Where a form that came back, or was kept, has put its evidence, by the piece's id. */
export function typedPlaces(fields: unknown): Map<string, string> {
  const typed = new Map<string, string>();
  if (!Array.isArray(fields)) return typed;
  for (const row of fields as unknown[]) {
    if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string') continue;
    typed.set(row.id, 'place' in row && typeof row.place === 'string' ? row.place : '');
  }
  return typed;
}

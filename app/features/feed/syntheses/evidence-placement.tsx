import { useState } from 'react';
import { Link } from 'react-router';
import type { PostKind } from '#db/vocabulary';
import { PostKindBadge } from '../post-parts';
import { removed } from './synthesis-bounds';
import { claimOption } from './synthesis-words';

/** A piece of evidence in the form; `path` is nothing where the facilitator may not see it. */
export type PieceToPlace = {
  id: string;
  claimId: string | null;
  name: string;
  about: string;
  path: string | null;
  postKind: PostKind | null;
};

type Props = {
  evidence: PieceToPlace[];
  /** The claims as they stand in the form. */
  claims: { id: string; claim: string }[];
  /** Where somebody has put them in this form already, by the piece's id. */
  typed: Map<string, string>;
  errors: (name: string) => string[] | undefined;
};

function PlaceSelect({
  index,
  piece,
  claims,
  typed,
  errors,
}: Omit<Props, 'evidence' | 'typed'> & { index: number; piece: PieceToPlace; typed: string | undefined }) {
  const [place, setPlace] = useState(typed ?? piece.claimId ?? '');
  const name = `evidence[${index}].place`;
  const wrong = errors(name);
  const isKnown = place === removed || claims.some((one) => one.id === place);
  // Its claim was removed: the next one added must not find the piece beneath it.
  if (!isKnown && place !== '') setPlace('');
  return (
    <>
      <input type="hidden" name={`evidence[${index}].id`} value={piece.id} />
      <label htmlFor={`place-${piece.id}`} className="sr-only">
        Where does “{piece.name}” stand?
      </label>
      <select
        id={`place-${piece.id}`}
        name={name}
        value={isKnown ? place : ''}
        onChange={(event) => setPlace(event.target.value)}
        className="control"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `place-${piece.id}-error` : undefined}
      >
        <option value="">Not placed yet</option>
        {claims.map((one, position) => (
          <option key={one.id} value={one.id}>
            {claimOption(position, one.claim)}
          </option>
        ))}
        <option value={removed}>Remove from this synthesis</option>
      </select>
      {wrong ? (
        <p id={`place-${piece.id}-error`} className="mt-1 text-sm font-semibold text-away">
          {wrong.join(' ')}
        </p>
      ) : null}
    </>
  );
}

/** Everything collected, each with the claim it stands beneath. */
export function EvidencePlacement({ evidence, claims, typed, errors }: Props) {
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {evidence.length === 0 ? (
        <p className="text-soft">
          Nothing is collected yet. Open a post in the <Link to="/feed">feed</Link>, or a cycle of your
          cohort, and choose “Harvest to synthesis”.
        </p>
      ) : (
        <>
          <p className="text-soft">What you harvested. Choose the claim that each piece stands beneath.</p>
          <ul className="mt-2 divide-y divide-line">
            {evidence.map((piece, index) => (
              <li key={piece.id} className="grid items-start gap-x-6 gap-y-2 py-4 sm:grid-cols-2">
                <div className="min-w-0 wrap-anywhere">
                  {piece.postKind === null ? null : (
                    <span className="mr-2">
                      <PostKindBadge kind={piece.postKind} />
                    </span>
                  )}
                  {piece.path === null ? (
                    <span className="text-soft">{piece.name}</span>
                  ) : (
                    <Link to={piece.path} className="font-semibold">
                      <bdi>{piece.name}</bdi>
                    </Link>
                  )}
                  {piece.about === '' ? null : (
                    <span className="block text-sm text-soft" dir="auto">
                      {piece.about}
                    </span>
                  )}
                </div>
                <div>
                  <PlaceSelect {...{ index, piece, claims, errors }} typed={typed.get(piece.id)} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { clsx } from 'clsx';
import { Link } from 'react-router';
import type { CycleLineage, Family, FamilyNode } from './family';

/** Beyond this depth branches are no longer moved in, so that a long family fits a phone. */
const deepestIndent = 4;

/** Where it comes from, and what began from it. */
export function FamilyTree({ tree }: { tree: Family }) {
  const { above, here, hasMore } = tree;
  return (
    <div className="space-y-3">
      {above.length === 0 ? null : (
        <ol aria-label="Where it comes from" className="space-y-1.5">
          {above.map(({ key, title, signedAs, words, to }, index) => (
            <li key={key}>
              <span className="text-sm text-soft">{index === 0 ? 'First ' : 'Then '}</span>
              <NodeLine node={{ title, signedAs, words, to }} />
            </li>
          ))}
        </ol>
      )}
      <div className="wrap-anywhere">
        <span className="text-sm text-soft">{above.length === 0 ? '' : 'Then '}</span>
        <NodeLine node={{ ...here, to: null }} />
        <span className="text-sm text-soft"> · this page</span>
        <Branches node={here} depth={0} />
      </div>
      {hasMore ? <p className="text-sm text-soft">And more that began from these.</p> : null}
    </div>
  );
}

function NodeLine({ node }: { node: Pick<FamilyNode, 'title' | 'signedAs' | 'words' | 'to'> }) {
  const { title, signedAs, words, to } = node;
  const facts = [signedAs, words].filter((fact) => fact !== '').join(' · ');
  return (
    <span className="wrap-anywhere">
      {to === null ? (
        <span className="font-semibold" dir="auto">
          {title}
        </span>
      ) : (
        <Link to={to} className="inline-block min-h-6 font-semibold" dir="auto">
          {title}
        </Link>
      )}
      {facts === '' ? null : (
        <span className="text-sm text-soft" dir="auto">
          {' '}
          · {facts}
        </span>
      )}
    </span>
  );
}

/** How often more it was taken up, of which the reader sees no more than that. */
function unseenWords(count: number, others: number): string {
  const more = others > 0 ? ' more' : '';
  return count === 1 ? `One${more} team took this up` : `Taken up ${count}${more} times`;
}

function Branches({ node, depth }: { node: FamilyNode; depth: number }) {
  const { children, unseen } = node;
  if (children.length + unseen === 0) return null;
  return (
    <ul
      className={clsx(
        'mt-1.5 space-y-1.5 border-l-2 border-line',
        depth < deepestIndent ? 'ml-1 pl-3.5' : 'pl-2',
      )}
    >
      {children.map((child) => (
        <li key={child.key}>
          <NodeLine node={child} />
          <Branches node={child} depth={depth + 1} />
        </li>
      ))}
      {unseen === 0 ? null : <li className="text-soft">{unseenWords(unseen, children.length)}</li>}
    </ul>
  );
}

/** On a cycle's page: where it began, what was kept and what was changed. */
export function CycleLineageLines({ lineage }: { lineage: CycleLineage }) {
  const { from, kept, changed } = lineage;
  return (
    <div className="space-y-1 wrap-anywhere">
      <p>
        Began from{' '}
        {from === null ? (
          'a post that is no longer shared'
        ) : (
          <>
            <Link to={from.to} className="font-semibold" dir="auto">
              {from.title}
            </Link>
            {from.signedAs === '' ? '' : `, signed ${from.signedAs}`}
          </>
        )}
        .
      </p>
      {kept === '' ? null : (
        <p dir="auto">
          <span className="text-soft">What we kept:</span> {kept}
        </p>
      )}
      {changed === '' ? null : (
        <p dir="auto">
          <span className="text-soft">What we changed:</span> {changed}
        </p>
      )}
    </div>
  );
}

import { Link } from 'react-router';
import type { WallOrder } from './measure-wall';

type Props = {
  order: WallOrder;
  /** What the order that is not sorted by anything goes by. */
  usual: string;
  pathOf: (order: WallOrder) => string;
};

/** Links that sort a wall; its address says how it is sorted. */
export function WallOrderChoice({ order, usual, pathOf }: Props) {
  const choices: { order: WallOrder; words: string }[] = [
    { order: 'set', words: usual },
    { order: 'attention', words: 'what wants a look' },
    { order: 'name', words: 'name' },
  ];
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm text-soft print:hidden">
      Sorted by
      {choices.map((choice) =>
        choice.order === order ? (
          <span key={choice.order} aria-current="true" className="font-semibold text-ink">
            {choice.words}
          </span>
        ) : (
          <Link
            key={choice.order}
            to={pathOf(choice.order)}
            preventScrollReset
            className="inline-flex min-h-6 items-center"
          >
            {choice.words}
          </Link>
        ),
      )}
    </p>
  );
}

/** A word at the right end of a line, and the height the line ends at, in pixels from the top. */
export type PlacedLabel = { y: number; label: string; strong: boolean };

/**
 * Labels moved apart so that none covers another, in their order from top to bottom, as near to their lines as that
 * allows. What does not fit between `top` and `bottom` keeps to the bottom edge and grows upward.
 */
export function placeLabels(
  labels: readonly PlacedLabel[],
  { apart, top, bottom }: { apart: number; top: number; bottom: number },
): PlacedLabel[] {
  const sorted = labels.toSorted((one, other) => one.y - other.y);
  const groups: { labels: PlacedLabel[]; center: number }[] = [];
  for (const label of sorted) {
    groups.push({ labels: [label], center: label.y });
    for (;;) {
      const last = groups.at(-1);
      const before = groups.at(-2);
      if (!last || !before || startOf(last, apart) >= endOf(before, apart) + apart) break;
      const merged = [...before.labels, ...last.labels];
      groups.splice(-2, 2, {
        labels: merged,
        center: merged.reduce((sum, one) => sum + one.y, 0) / merged.length,
      });
    }
  }
  const placed = groups.flatMap((group) =>
    group.labels.map((label, index) => ({ ...label, y: startOf(group, apart) + index * apart })),
  );
  return keptInside(placed, { apart, top, bottom });
}

type Group = { labels: PlacedLabel[]; center: number };
const startOf = ({ labels, center }: Group, apart: number) => center - ((labels.length - 1) * apart) / 2;
const endOf = ({ labels, center }: Group, apart: number) => center + ((labels.length - 1) * apart) / 2;

function keptInside(
  placed: PlacedLabel[],
  { apart, top, bottom }: { apart: number; top: number; bottom: number },
): PlacedLabel[] {
  let least = top;
  const pushedDown = placed.map((label) => {
    const y = Math.max(label.y, least);
    least = y + apart;
    return { ...label, y };
  });
  let most = bottom;
  return pushedDown
    .toReversed()
    .map((label) => {
      const y = Math.min(label.y, most);
      most = y - apart;
      return { ...label, y };
    })
    .toReversed();
}

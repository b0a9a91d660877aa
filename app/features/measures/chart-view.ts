/** Which look at a measure's charts the address asks for. */
export type ChartView = {
  /** One group, when chosen; else all of them side by side. */
  groupId: string | null;
  /** The gap between the group and its complement. */
  gap: boolean;
  /** A school year to zoom to: `2025-26`. */
  year: string | null;
  /** This school year over the last. */
  compareYears: boolean;
  /** A control chart or summary, by its key. */
  look: string | null;
};

/** Reads a view from the address; groups that the measure does not have are none. */
export function readChartView(search: URLSearchParams, groupIds: string[]): ChartView {
  const asked = search.get('group');
  const only = groupIds.length === 1 ? (groupIds[0] ?? null) : null;
  return {
    groupId: asked !== null && groupIds.includes(asked) ? asked : only,
    gap: search.has('gap'),
    year: search.get('year'),
    compareYears: search.has('compare'),
    look: search.get('look'),
  };
}

/** The address of a view, changed in part. */
export function chartViewPath(measureId: string, view: Partial<ChartView>): string {
  const search = new URLSearchParams({
    ...(view.groupId ? { group: view.groupId } : {}),
    ...(view.gap ? { gap: '' } : {}),
    ...(view.year ? { year: view.year } : {}),
    ...(view.compareYears ? { compare: '' } : {}),
    ...(view.look ? { look: view.look } : {}),
  });
  const text = search.toString().replaceAll(/=(&|$)/g, '$1');
  return `/measures/${measureId}${text === '' ? '' : `?${text}`}`;
}

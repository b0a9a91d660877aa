import { classSettings, cycleScales } from '#db/vocabulary';
import { scaleWords } from '~/features/cycles/cycle-words';
import { capitalised } from '~/lib/number-format';
import type { PostContext } from '../post';
import { settingWords } from '../post-words';
import { evidenceViews } from './evidence';
import type { EvidenceEntry, EvidenceRow, EvidenceView } from './evidence';

export const evidenceViewOf = (text: string | null): EvidenceView =>
  evidenceViews.find((one) => one === text) ?? 'grade';

type Place = { key: string; name: string; order: number };

const notSaid: Place = { key: '', name: 'Not said', order: Number.MAX_SAFE_INTEGER };

function placeOf(context: PostContext, view: EvidenceView): Place {
  if (view === 'setting')
    return context.setting === null
      ? notSaid
      : {
          key: context.setting,
          name: settingWords[context.setting],
          order: classSettings.indexOf(context.setting),
        };
  if (view === 'scale')
    return context.scale === null
      ? notSaid
      : {
          key: context.scale,
          name: capitalised(scaleWords[context.scale]),
          order: cycleScales.indexOf(context.scale),
        };
  const said = { grade: context.grades, subject: context.subject, group: context.groupName ?? '' }[view];
  const name = said.trim().replaceAll(/\s+/g, ' ');
  return name === '' ? notSaid : { key: name.toLowerCase(), name, order: 0 };
}

const emptyCells = (): EvidenceRow['cells'] => ({ adopt: [], adapt: [], abandon: [], testing: [] });

const byNumberAndName = new Intl.Collator('en', { numeric: true });

/**
 * The grid's rows, one for each context that occurs: settings and scales in their own order, others by number and name,
 * what was not said last. Entries keep their order within a cell; none is left out and none stands twice.
 */
export function evidenceRows(entries: EvidenceEntry[], view: EvidenceView): EvidenceRow[] {
  const rows = new Map<string, { place: Place; cells: EvidenceRow['cells'] }>();
  for (const entry of entries) {
    const place = placeOf(entry.context, view);
    const row = rows.get(place.key) ?? { place, cells: emptyCells() };
    rows.set(place.key, row);
    row.cells[entry.column].push(entry);
  }
  return [...rows.values()]
    .sort(
      (one, other) =>
        one.place.order - other.place.order || byNumberAndName.compare(one.place.name, other.place.name),
    )
    .map(({ place, cells }) => ({ context: place.name, cells }));
}

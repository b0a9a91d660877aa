import type { DayOff } from './days-off';

/** Days off as those see them who keep the calendar. */
export type DayOffInList = DayOff & {
  id: string;
  /** Null where they hold for the whole network. */
  leaName: string | null;
  version: number;
  changedByName: string;
  mayChange: boolean;
};

export function restsWhere({ leaName }: Pick<DayOffInList, 'leaName'>): string {
  return leaName ?? 'Whole network';
}

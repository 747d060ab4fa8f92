import type { Direction, Result, Thing } from '../../lib/domain/entry';

export const DAYS_CHOICES = [1, 7, 30] as const;

/** Which entries are wanted; `null` and empty mean all. */
export interface LogFilters {
  results: readonly Result[];
  direction: Direction | null;
  thing: Thing | null;
  days: (typeof DAYS_CHOICES)[number] | null;
  search: string;
}

export const ALL_ENTRIES: LogFilters = { results: [], direction: null, thing: null, days: null, search: '' };

import { z } from 'zod';
import { Instant } from './instant';

/** How far one side's catalogue has been read; a killed process goes on from here. */
const Reading = z.object({
  /** Grows with each full reading. */
  sweep: z.int(),
  /** Rows of Hike's list, products of BigCommerce's. */
  read: z.int(),
  total: z.int().nullable(),
  isDone: z.boolean(),
});

/**
 * Where the dry run and the first sync stand (cursor `catalogue-run`). `reading` -> `comparing` -> `ready`; Start leads
 * to `running`, and once nothing is left to `in-step`. A dry run on demand goes through the first three again and ends
 * where it began.
 */
export const CatalogueRun = z.object({
  state: z.enum(['never', 'reading', 'comparing', 'ready', 'running', 'in-step']),
  hike: Reading,
  store: Reading,
  /** Rows marked for the stage that runs: how many there were. */
  total: z.int(),
  stageSince: Instant.nullable(),
  comparedAt: Instant.nullable(),
});
export type CatalogueRun = z.infer<typeof CatalogueRun>;

export const CATALOGUE_RUN_CURSOR = 'catalogue-run';

const UNREAD = { sweep: 0, read: 0, total: null, isDone: false };

export const NO_CATALOGUE_RUN: CatalogueRun = { state: 'never', hike: UNREAD, store: UNREAD, total: 0, stageSince: null, comparedAt: null };

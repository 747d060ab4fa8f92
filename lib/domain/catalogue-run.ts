import { z } from 'zod';
import { Instant } from './instant';
import { Settings } from './settings';

/** How far one side's catalogue has been read; a killed process goes on from here. */
const Reading = z.object({
  /** Grows with each full reading. */
  sweep: z.int(),
  /** Rows of Hike's list, products of BigCommerce's. */
  read: z.int(),
  total: z.int().nullable(),
  isDone: z.boolean(),
});

/** A look after "Start": while there is one no product is written, and stock is published as it was; see decision 16. */
const Hold = z.object({
  /** The settings as they were, where others were saved that many products are written by; `null`: a person asked for a dry run. */
  before: Settings.pick({ outletId: true, registerId: true, salePrice: true, catalogue: true, stock: true }).nullable(),
  /** So many changes need no person's yes. */
  most: z.int(),
});
export type Hold = z.infer<typeof Hold>;

/**
 * Where the dry run and the first sync stand (cursor `catalogue-run`). `reading` -> `comparing` -> `ready`; Start leads
 * to `running`, and once nothing is left to `in-step`. A look after Start goes through the first three again, with a
 * `hold`, and through `applying` back to `in-step`.
 */
export const CatalogueRun = z.object({
  state: z.enum(['never', 'reading', 'comparing', 'ready', 'running', 'applying', 'in-step']),
  hike: Reading,
  store: Reading,
  /** Rows marked for the stage that runs: how many there were. */
  total: z.int(),
  stageSince: Instant.nullable(),
  comparedAt: Instant.nullable(),
  hold: Hold.nullable().default(null),
  /** The reading before "Start" rests, for a person said so. */
  isPaused: z.boolean().default(false),
  /** What the store's plan allows, as BigCommerce's headers told last; `null` before they did. */
  storeCallsPerSecond: z.number().nullable().default(null),
  /** Calls to BigCommerce that were left of what is being written when it began, or went on after a pause: how many are left later tells how fast they go. */
  pace: z.object({ since: Instant, calls: z.number() }).nullable().default(null),
});
export type CatalogueRun = z.infer<typeof CatalogueRun>;

export const CATALOGUE_RUN_CURSOR = 'catalogue-run';

const UNREAD = { sweep: 0, read: 0, total: null, isDone: false };

export const NO_CATALOGUE_RUN: CatalogueRun = { state: 'never', hike: UNREAD, store: UNREAD, total: 0, stageSince: null, comparedAt: null, hold: null, isPaused: false, storeCallsPerSecond: null, pace: null };

import { z } from 'zod';
import { Instant } from '../../../domain/instant';
import { holdZeros, type RecentZeros } from '../../../domain/rules/stock/hold-zeros';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import type { LevelPlan, WantedLevel } from './plan-levels';

const CURSOR = 'stock-zeros';
const Recent = z.object({ since: Instant, variants: z.int() });

export interface GuardedZeros {
  /** Few enough to be written at once. */
  writes: WantedLevel[];
  /** Wait for a person, each of them; some may have waited before. */
  held: WantedLevel[];
  recent: RecentZeros | null;
}

/** A sudden fall of many variants to zero is rather a mistake than a sale: it waits, as does a zero that nobody has counted. What waits already goes on waiting. */
export const guardZeros = async (context: JobContext, { falls, uncounted }: Pick<LevelPlan, 'falls' | 'uncounted'>): Promise<GuardedZeros> => {
  const [waiting, fresh] = [[...uncounted, ...falls.filter(isHeld)], falls.filter((fall) => !isHeld(fall))];
  if (fresh.length === 0) return { writes: [], held: waiting, recent: null };
  const { hold, recent } = holdZeros({
    falling: new Set(fresh.map(({ level }) => level.variantId)).size,
    recent: Recent.nullable().parse(await context.database.tables.cursors.find(context.storeHash, CURSOR)),
    guard: context.settings.stock.zeroGuard,
    now: context.now(),
  });
  return hold ? { writes: [], held: [...waiting, ...fresh], recent } : { writes: fresh, held: waiting, recent };
};

export const isHeld = ({ level }: WantedLevel): boolean => level.heldSince !== null;

/** In the transaction that records what was written. */
export const saveRecentZeros = async ({ storeHash }: JobContext, tables: Tables, { recent }: GuardedZeros): Promise<void> => {
  if (recent !== null) await tables.cursors.save(storeHash, CURSOR, recent);
};

import { instantPlus } from '../../../domain/instant-arithmetic';
import type { StoreProfile } from '../../../domain/shop-lists';
import type { Tables } from '../../ports/tables';
import { loseStoreProducts } from '../catalogue/lose-store-products';
import type { JobContext } from '../job';
import { locationsOf } from '../stock/locations-of';
import { withSettingsInForce } from '../stock/with-settings-in-force';
import { compareCountsPage } from './compare-counts-page';
import { compareMoney } from './compare-money';
import { compareStockChunk, publishesStock } from './compare-stock-chunk';
import { type Comparison, readCountsSkip, saveComparison, saveCountsSkip } from './comparison-cursor';
import { outlivedDifferences } from './outlived-differences';
import { type Compared, recordCompared } from './record-compared';

/** Of Hike's 5,000 calls a day: what counting again may cost a night, and when it is left to another. */
const MOST_PAGES = 100;
const CALLS_TO_LEAVE = 4_000;
const DAY_MS = 24 * 60 * 60_000;

/** First the money, then stock in BigCommerce, then the counts in Hike. Each step is kept with how far it has come; `null` after the last. */
export const takeStep = async (context: JobContext, at: Comparison, profile: StoreProfile): Promise<Comparison | null> => {
  switch (at.stage) {
    case 'money':
      return stepMoney(context, at, profile);
    case 'stock':
      return stepStock(await withSettingsInForce(context), at);
    case 'counts':
      return stepCounts(await withSettingsInForce(context), at);
  }
};

const stepMoney = async (context: JobContext, at: Comparison, profile: StoreProfile): Promise<Comparison> => {
  const [run] = await context.database.tables.reconciliations.list(context.storeHash, 1);
  const next: Comparison = { ...at, stage: 'stock' };
  if (run?.number === at.number) await keepStep(context, next, await compareMoney(context, run, profile));
  return next;
};

const stepStock = async (context: JobContext, at: Comparison): Promise<Comparison> => {
  const done: Comparison = { ...at, stage: 'counts' };
  const locations = locationsOf(context);
  if (!publishesStock(context) || locations.length === 0) return done;
  const { levels, found, gone, looked, underway, last } = await compareStockChunk(context, locations, at.after);
  const next = last === null ? done : { ...at, after: last };
  const outlived = last === null ? await outlivedDifferences(context, locations) : [];
  const change: Compared['change'] = ({ counts }) => ({ counts: { ...counts, levels: (counts.levels ?? 0) + levels, underway: counts.underway + underway } });
  await keepStep(context, next, { found, looked: [...looked, ...outlived], change, also: (tables) => loseStoreProducts(context, tables, gone) });
  return next;
};

const stepCounts = async (context: JobContext, at: Comparison): Promise<Comparison | null> => {
  const { database: { tables }, storeHash } = context;
  const calls = await tables.calls.countSince(storeHash, instantPlus(context.now(), -DAY_MS));
  if (!publishesStock(context) || at.pages >= MOST_PAGES || calls > CALLS_TO_LEAVE) return null;
  const { counts: compared, found, looked, next } = await compareCountsPage(context, await readCountsSkip(tables, storeHash));
  const going: Comparison = { ...at, pages: at.pages + 1 };
  const change: Compared['change'] = ({ counts }) => ({ counts: { ...counts, hikeCounts: (counts.hikeCounts ?? 0) + compared } });
  // Of a large catalogue the next night compares what is behind this.
  await keepStep(context, going, { found, looked, change, also: (inside) => saveCountsSkip(inside, storeHash, next ?? 0) });
  return next === null ? null : going;
};

interface Kept extends Omit<Compared, 'number'> {
  /** What else the step has to remember. */
  also?(tables: Tables): Promise<void>;
}

const keepStep = (context: JobContext, next: Comparison, { also, ...compared }: Kept): Promise<void> =>
  context.record('comparison-step-kept', async (tables) => {
    await recordCompared(context, tables, { number: next.number, ...compared });
    await saveComparison(tables, context.storeHash, next);
    await also?.(tables);
  });

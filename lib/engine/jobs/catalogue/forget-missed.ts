import type { ProductId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { JobContext } from '../job';
import { entryOf, refusalOf } from '../entry-of';
import { confirmGone } from './confirm-gone';
import { isListCutShort, MOST_MISSED } from './is-list-cut-short';
import { loseStoreProducts } from './lose-store-products';
import { takeInStoreProducts } from './take-in-store-products';

/** Single looks per round: each is a call. */
const LOOKS_PER_ROUND = 25;

const SUBJECT = { thing: 'product', direction: 'hike-to-bigcommerce', label: 'Products that are missing in BigCommerce', bigcommerceId: null, hikeId: null } as const;

/**
 * What the full reading did not meet is asked for by id, and one by one where that list leaves it out too: only
 * BigCommerce's own "there is none" makes a product gone. False while more are left to look at.
 */
export const forgetMissed = async (context: JobContext, sweep: number): Promise<boolean> => {
  const { database: { tables }, storeHash } = context;
  const missed = await tables.storeProducts.listMissed(storeHash, sweep, MOST_MISSED + 1);
  if (missed.length === 0) return true;
  const there = await context.bigcommerce.catalogue.listByIds(missed);
  await context.record('missed-store-products-met', (inside) => takeInStoreProducts(context, inside, { products: there, sweep }));
  const met = new Set(there.map(({ id }) => id));
  const absent = missed.filter((id) => !met.has(id));
  const known = Object.values(await tables.storeProducts.countByStanding(storeHash)).reduce((sum, one) => sum + one, 0);
  if (isListCutShort(absent.length, known)) {
    await tellMissing(context, absent);
    return true;
  }
  const { gone, kept } = await confirmGone(context, absent.slice(0, LOOKS_PER_ROUND));
  await context.record('missed-store-products-forgotten', async (inside) => {
    const seen = await inside.storeProducts.findMany(storeHash, kept);
    await inside.storeProducts.saveMany(storeHash, seen.map((one) => ({ ...one, sweep })));
    await loseStoreProducts(context, inside, gone);
  });
  return absent.length <= LOOKS_PER_ROUND && missed.length <= MOST_MISSED;
};

/** Nothing is done about them: a person says whether they were deleted. */
const tellMissing = (context: JobContext, absent: readonly ProductId[]): Promise<void> =>
  context.record('missed-store-products-told', async (tables) => {
    const count = absent.length > MOST_MISSED ? `more than ${MOST_MISSED}` : String(absent.length);
    const outcome = refusalOf(problem('store-products-missing-in-list', { count }));
    await tables.entries.record(context.storeHash, entryOf(context, { row: { id: 'missing-in-bigcommerce', trigger: 'schedule' }, subject: SUBJECT, outcome }));
  });

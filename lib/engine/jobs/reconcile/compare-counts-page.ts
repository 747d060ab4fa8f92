import { instantPlus } from '../../../domain/instant-arithmetic';
import type { HikeProduct } from '../../../domain/hike-product';
import { type Difference, differenceKey } from '../../../domain/reconciliation';
import { compareCounts, countSubject } from '../../../domain/rules/reconciliation/compare-counts';
import { hikeProductsFromRows } from '../../../domain/rules/catalogue/merge-hike-rows';
import { readHikeReading } from '../catalogue/hike-reading';
import type { JobContext } from '../job';
import { locationsOf } from '../stock/locations-of';

export interface CountsPage {
  counts: number;
  found: Difference[];
  looked: string[];
  /** Rows to pass over for the next page; `null` after the last. */
  next: number | null;
}

/** Changes of the last moments may not be in the list yet. */
const SETTLING_MS = 10 * 60_000;

/** One page of Hike's products, as Hike counts them now, against what we knew. What changed since the last poll is not missed yet. */
export const compareCountsPage = async (context: JobContext, skip: number): Promise<CountsPage> => {
  const { database: { tables }, storeHash } = context;
  const outlets = outletsOf(context);
  const page = await context.hike.products.listChanged(null, skip);
  const ids = [...new Set(page.items.map((row) => (row.kind === 'product' ? row.product.id : row.parentId)))];
  const known = new Map((await tables.hikeProducts.findMany(storeHash, ids)).filter(({ goneAt }) => goneAt === null).map(({ product }) => [product.id, product]));
  const { products } = hikeProductsFromRows(page.items, known);
  const { goodUntil } = await readHikeReading(tables, storeHash);
  const isRead = ({ modifiedAt }: HikeProduct) => goodUntil !== null && (modifiedAt === null || modifiedAt < instantPlus(goodUntil, -SETTLING_MS));
  const judged = products.filter(isRead).flatMap((told) => {
    const before = known.get(told.id);
    return before === undefined ? [] : [{ told, known: before }];
  });
  const subjects = judged.flatMap(({ told }) => told.variants.flatMap(({ id }) => outlets.map((outlet) => countSubject(id, outlet.id))));
  return {
    counts: subjects.length,
    found: compareCounts(judged, outlets),
    looked: subjects.map((subject) => differenceKey({ kind: 'hike-count-differs', subject })),
    // A list that answers without end is left after the pages that a night may cost.
    next: page.next,
  };
};

const outletsOf = (context: JobContext) => {
  const names = new Map((context.lists?.outlets ?? []).map(({ id, name }) => [id, name]));
  return [...new Set(locationsOf(context).flatMap(({ outletIds }) => outletIds))].map((id) => ({ id, name: names.get(id) ?? String(id) }));
};

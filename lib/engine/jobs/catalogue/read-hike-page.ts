import type { CatalogueRun } from '../../../domain/catalogue-run';
import type { HikeProduct, HikeProductRow } from '../../../domain/hike-product';
import { HikeProductId } from '../../../domain/ids';
import { hikeProductsFromRows } from '../../../domain/rules/catalogue/merge-hike-rows';
import { fingerprint } from '../../fingerprint';
import { BrokenContract } from '../../ports/failures';
import type { ChangedPage } from '../../ports/hike';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { ODD_PRODUCTS, tellOddItems } from '../tell-odd-items';
import { endReading } from './end-reading';
import { findHikeProduct } from './find-hike-product';
import { type HikePass, type HikeReading, readHikeReading, saveHikeReading } from './hike-reading';
import { readRunForUpdate, saveRun } from './run-cursor';
import { takeInHikeProducts } from './take-in-hike-products';

/** A row that is deleted while the list is walked pulls the ones behind it up over the edge of the page. */
const OVERLAP_ROWS = 2;
/** Beyond this many parents without a row of their own something is wrong that single looks do not mend. */
const MOST_ORPHANS = 1000;

const rowKey = (row: HikeProductRow): string => (row.kind === 'product' ? String(row.product.id) : `${row.parentId}/${row.variant.id}`);

/** Reads one page and keeps it together with the progress; `null` when the pass is over. */
export const readHikePage = async (context: JobContext, sweep: number, pass: HikePass): Promise<HikePass | null> => {
  const page = await context.hike.products.listChanged(pass.since, pass.skip);
  const content = fingerprint([...page.items.map(rowKey), ...(page.odd ?? []).map(({ content: text }) => text)].join());
  if (page.next !== null && content === pass.last) throw new BrokenContract('hike', `hike, list of products: what follows ${pass.skip} rows was told before`);
  const { products, orphans } = hikeProductsFromRows(page.items, await readKnown(context, page.items));
  // What the list does not tell in words that we know, the product itself may.
  const odd = (page.odd ?? []).flatMap(({ id }) => (id === null ? [] : (HikeProductId.safeParse(Number(id)).data ?? [])));
  const incomplete = [...orphans, ...odd];
  // In a full reading the parents come with another page; only those that never do are asked for, in the end.
  const whole = pass.isFull ? [] : await readWhole(context, incomplete);
  return context.record('hike-page-taken-in', async (tables) => {
    const { storeHash } = context;
    const run = await readRunForUpdate(tables, storeHash);
    // A person asked for another full reading meanwhile: what was read is kept, where it belongs to is not.
    const isCurrent = !pass.isFull || run.hike.sweep === sweep;
    await takeInHikeProducts(context, tables, { products: [...products, ...whole], sweep: run.hike.sweep, isFull: pass.isFull });
    const nameless = (page.odd ?? []).filter(({ id }) => id === null);
    await tellOddItems(context, tables, { thing: ODD_PRODUCTS, page: { odd: nameless, understood: products.map(({ id }) => id) } });
    if (!isCurrent) return null;
    const reading = await readHikeReading(tables, storeHash);
    const next = nextPass({ ...pass, last: content }, page);
    const strangers = pass.isFull ? await listStrangers(context, tables, [...reading.orphans, ...incomplete]) : reading.orphans;
    await saveHikeReading(tables, storeHash, next === null ? ended(reading, { pass, orphans: strangers }) : { ...reading, pass: next, orphans: strangers });
    if (pass.isFull) await saveProgress(context, tables, { run, page, next });
    return next;
  });
};

const nextPass = (pass: HikePass, page: ChangedPage<HikeProductRow>): HikePass | null => {
  // A page of rows that nobody understands is empty, and not the last.
  if (page.next === null) return null;
  return { ...pass, skip: Math.max(pass.skip + 1, page.next - OVERLAP_ROWS), calls: pass.calls + 1 };
};

const ended = (reading: HikeReading, { pass, orphans }: { pass: HikePass; orphans: HikeProductId[] }): HikeReading => {
  const changes = { ...reading, goodUntil: pass.startedAt, pass: null };
  return pass.isFull ? { ...changes, sweptAt: pass.startedAt, sweepCalls: pass.calls + 1, orphans, isChecking: true } : changes;
};

const saveProgress = async (
  context: JobContext,
  tables: Tables,
  { run, page, next }: { run: CatalogueRun; page: ChangedPage<HikeProductRow>; next: HikePass | null },
): Promise<void> => {
  const progressed = { ...run, hike: { ...run.hike, read: next === null ? page.total : Math.min(page.next ?? page.total, page.total), total: page.total } };
  if (next === null) await endReading(tables, context.storeHash, { run: progressed, side: 'hike', now: context.now() });
  else await saveRun(tables, context.storeHash, progressed);
};

const readKnown = async ({ storeHash, database }: JobContext, rows: readonly HikeProductRow[]): Promise<Map<HikeProductId, HikeProduct>> => {
  const ids = new Set(rows.map((row) => (row.kind === 'product' ? row.product.id : row.parentId)));
  const known = await database.tables.hikeProducts.findMany(storeHash, [...ids]);
  return new Map(known.map(({ product }) => [product.id, product]));
};

const readWhole = async (context: JobContext, ids: readonly HikeProductId[]): Promise<HikeProduct[]> => {
  const products: HikeProduct[] = [];
  for (const id of ids) {
    const product = await findHikeProduct(context, id);
    if (product !== null && product !== 'not-understood') products.push(product);
  }
  return products;
};

/** Those that no row and no earlier reading told of. */
const listStrangers = async ({ storeHash }: JobContext, tables: Tables, ids: readonly HikeProductId[]): Promise<HikeProductId[]> => {
  const known = new Set((await tables.hikeProducts.findMany(storeHash, ids)).map(({ product }) => product.id));
  return [...new Set(ids)].filter((id) => !known.has(id)).slice(0, MOST_ORPHANS);
};

import { STANDINGS, type Standing } from '../../../domain/catalogue-words';
import type { HikeProductId, StoreHash } from '../../../domain/ids';
import { changeInFull } from '../../../domain/rules/catalogue/text-moves';
import { type ListedProduct, productRow } from '../../../domain/views/product-row';
import type { ProductRow } from '../../../domain/views/product-views';
import { isWriting, readRun } from '../../jobs/catalogue/run-cursor';
import { type PageDeps, readStoreState } from '../page-deps';
import { withPartners } from './listed-products';
import { planRowsOfStore } from './plan-rows-of-store';

const ROWS_AT_ONCE = 200;

const COLUMNS = ['Hike id', 'Hike name', 'SKUs', 'BigCommerce id', 'BigCommerce name', 'What happens', 'Field', 'Before', 'After', 'Goes to zero', 'Price move', 'Why', 'What to do', 'Candidates in BigCommerce'] as const;

const LABELS: Record<Standing, string> = {
  create: 'Create',
  update: 'Update',
  unchanged: 'Unchanged',
  ambiguous: 'Several candidates',
  clash: 'Variants against single product',
  duplicate: 'Duplicate in Hike',
  refused: 'Needs you',
  'left-out': 'Left out by rule',
  removed: 'Gone from Hike',
  kept: 'Gone from Hike, stays in BigCommerce',
  ignored: 'Put aside',
};

type Row = (string | number)[];

/**
 * The dry run as the rows of a table, its head first: Hike's products, one row per changed field or level, then those that are
 * BigCommerce's own. They come piece by piece: a catalogue of any size passes through without standing in memory as a
 * whole.
 */
export async function* planRows(deps: PageDeps, storeHash: StoreHash): AsyncGenerator<Row[]> {
  yield [[...COLUMNS]];
  yield* planRowsOfHike(deps, storeHash);
  for await (const cells of planRowsOfStore(deps.database.tables, storeHash)) yield cells.map((row) => COLUMNS.map((column) => row[column] ?? ''));
}

async function* planRowsOfHike(deps: PageDeps, storeHash: StoreHash): AsyncGenerator<Row[]> {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const context = { controlPanelUrl: state.store.profile?.controlPanelUrl ?? null, isWriting: isWriting(await readRun(tables, storeHash)) };
  let after: HikeProductId | null = null;
  for (;;) {
    const ids = await tables.hikeProducts.listIds(storeHash, { after, limit: ROWS_AT_ONCE, standings: STANDINGS });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    const listed = await withPartners(tables, storeHash, await tables.hikeProducts.findMany(storeHash, ids));
    yield listed.map(inFull).flatMap((one) => rowsOf(one, productRow(one, context)));
  }
}

/** A page shows the beginning of a long text; a table has room for all of it. */
const inFull = (listed: ListedProduct): ListedProduct => {
  const { product, plan, partner } = listed;
  return plan === null || partner === null ? listed : { ...listed, plan: { ...plan, changes: plan.changes.map((change) => changeInFull(change, product, partner)) } };
};

const rowsOf = ({ plan }: ListedProduct, row: ProductRow): Row[] => {
  const head = [row.hike?.id ?? '', row.hike?.name ?? '', (row.hike?.skus ?? []).join(' '), row.bigcommerce?.id ?? '', row.bigcommerce?.name ?? '', plan === null ? '' : LABELS[plan.standing]];
  const tail = [row.goesToZero.join(' '), row.priceMove ?? '', row.problem?.sentence ?? '', row.problem?.remedy ?? '', row.candidates.map(({ id, name }) => `${id} ${name}`).join('; ')];
  const changes = [...row.changes, ...row.levels];
  return (changes.length === 0 ? [{ label: '', before: '', after: '' }] : changes).map(({ label, before, after }) => [...head, label, before, after, ...tail]);
};

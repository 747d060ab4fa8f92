import { STANDINGS, type Standing } from '../../../domain/catalogue-words';
import type { HikeProductId, StoreHash } from '../../../domain/ids';
import { type ListedProduct, productRow } from '../../../domain/views/product-row';
import type { ProductRow } from '../../../domain/views/product-views';
import { isWriting, readRun } from '../../jobs/catalogue/run-cursor';
import { type PageDeps, readStoreState } from '../page-deps';
import { withPartners } from './products';

const ROWS_AT_ONCE = 200;

const COLUMNS = ['Hike id', 'Hike name', 'SKUs', 'BigCommerce id', 'BigCommerce name', 'What happens', 'Field', 'Before', 'After', 'Goes to zero', 'Price move', 'Why', 'What to do'] as const;

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
  ignored: 'Put aside',
};

type Row = (string | number)[];

/**
 * The dry run as the rows of a table, its head first, one per product and changed field or level. They come piece by piece: a
 * catalogue of any size passes through without standing in memory as a whole.
 */
export async function* planRows(deps: PageDeps, storeHash: StoreHash): AsyncGenerator<Row[]> {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const context = { controlPanelUrl: state.store.profile?.controlPanelUrl ?? null, isWriting: isWriting(await readRun(tables, storeHash)) };
  yield [[...COLUMNS]];
  let after: HikeProductId | null = null;
  for (;;) {
    const ids = await tables.hikeProducts.listIds(storeHash, { after, limit: ROWS_AT_ONCE, standings: STANDINGS });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    const listed = await withPartners(tables, storeHash, await tables.hikeProducts.findMany(storeHash, ids));
    yield listed.flatMap((one) => rowsOf(one, productRow(one, context)));
  }
}

const rowsOf = ({ plan }: ListedProduct, row: ProductRow): Row[] => {
  const head = [row.hike?.id ?? '', row.hike?.name ?? '', (row.hike?.skus ?? []).join(' '), row.bigcommerce?.id ?? '', row.bigcommerce?.name ?? '', plan === null ? '' : LABELS[plan.standing]];
  const tail = [row.goesToZero.join(' '), row.priceMove ?? '', row.problem?.sentence ?? '', row.problem?.remedy ?? ''];
  const changes = [...row.changes, ...row.levels];
  return (changes.length === 0 ? [{ label: '', before: '', after: '' }] : changes).map(({ label, before, after }) => [...head, label, before, after, ...tail]);
};

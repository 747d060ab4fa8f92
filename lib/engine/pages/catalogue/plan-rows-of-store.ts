import type { ProductId, StoreHash } from '../../../domain/ids';
import type { ReadingTables, SeenStoreProduct, StoreStanding } from '../../ports/tables';

const ROWS_AT_ONCE = 200;

/** What stands in no row of Hike's; a linked one stands beside its partner. */
const LABELS = { 'only-here': 'Only in BigCommerce', ignored: 'Put aside' } as const satisfies Partial<Record<StoreStanding, string>>;
type Listed = keyof typeof LABELS;

const LISTED = Object.keys(LABELS) as Listed[];

/** BigCommerce's own products, by what the dry run's table says of them, piece by piece. */
export async function* planRowsOfStore(tables: ReadingTables, storeHash: StoreHash): AsyncGenerator<Record<string, string | number>[]> {
  let after: ProductId | null = null;
  for (;;) {
    const ids = await tables.storeProducts.listIds(storeHash, { after, limit: ROWS_AT_ONCE, standings: LISTED });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    yield (await tables.storeProducts.findMany(storeHash, ids)).flatMap(rowsOf);
  }
}

const rowsOf = ({ product, standing }: SeenStoreProduct): Record<string, string | number>[] => {
  const label = LABELS[standing as Listed];
  if (label === undefined) return [];
  const skus = product.variants.map(({ sku }) => sku).filter((sku) => sku !== '');
  return [{ SKUs: skus.join(' '), 'BigCommerce id': product.id, 'BigCommerce name': product.name, 'What happens': label }];
};

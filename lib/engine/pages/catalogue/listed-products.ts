import { type HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import { sharedKeys } from '../../../domain/rules/catalogue/shared-keys';
import { skuKey } from '../../../domain/rules/sku-key';
import type { StoreProduct } from '../../../domain/store-product';
import { type ListedProduct, productRow, storeProductRow } from '../../../domain/views/product-row';
import type { ProductRow } from '../../../domain/views/product-views';
import { storeDuplicateRow } from '../../../domain/views/store-duplicate-row';
import { isWriting, readRun } from '../../jobs/catalogue/run-cursor';
import type { ReadingTables, SeenHikeProduct, SeenStoreProduct } from '../../ports/tables';
import type { StoreState } from '../page-deps';

const urlOf = ({ store }: StoreState): string | null => store.profile?.controlPanelUrl ?? null;

export const hikeRows = async (tables: ReadingTables, state: StoreState, found: readonly SeenHikeProduct[]): Promise<ProductRow[]> => {
  const context = { controlPanelUrl: urlOf(state), isWriting: isWriting(await readRun(tables, state.store.hash)) };
  return (await withPartners(tables, state.store.hash, found)).map((listed) => productRow(listed, context));
};

export const storeRows = (state: StoreState, found: readonly SeenStoreProduct[]): ProductRow[] =>
  found.map(({ product, standing }) => storeProductRow(product, { controlPanelUrl: urlOf(state), isIgnored: standing === 'ignored' }));

/** Each with what it shares, with whom, and its partner in Hike where it has one. */
export const duplicateRows = async (tables: ReadingTables, state: StoreState, found: readonly SeenStoreProduct[]): Promise<ProductRow[]> => {
  const { hash } = state.store;
  const products = found.map(({ product }) => product);
  const distinct = (key: 'sku' | 'barcode') => [...new Set(products.flatMap(({ variants }) => variants.map((variant) => skuKey(variant[key]))))].filter(Boolean);
  const keys = await tables.storeProducts.listVariantsByKeys(hash, { skus: distinct('sku'), barcodes: distinct('barcode') });
  const sharing = await tables.storeProducts.findMany(hash, [...new Set(keys.map(({ productId }) => productId))]);
  const others = sharing.filter(({ standing }) => standing !== 'ignored').map(({ product }) => product);
  const links = await tables.links.findByBigCommerce(hash, 'product', products.map(({ id }) => String(id)));
  const partners = new Map((await tables.hikeProducts.findMany(hash, links.map(({ hikeId }) => Number(hikeId) as HikeProductId))).map(({ product }) => [String(product.id), product]));
  const partnerOf = (id: ProductId) => partners.get(links.find(({ bigcommerceId }) => bigcommerceId === String(id))?.hikeId ?? '') ?? null;
  return products.map((product) => storeDuplicateRow({ product, partner: partnerOf(product.id), shared: sharedKeys(product, others) }, urlOf(state)));
};

/** Each with the BigCommerce product that it is linked to. */
export const withPartners = async (tables: ReadingTables, storeHash: StoreHash, found: readonly SeenHikeProduct[]): Promise<ListedProduct[]> => {
  const links = await tables.links.findByHike(storeHash, 'product', found.map(({ product }) => String(product.id)));
  const ids = new Map<HikeProductId, ProductId>(links.map(({ hikeId, bigcommerceId }) => [Number(hikeId) as HikeProductId, ProductId.parse(Number(bigcommerceId))]));
  const partners = new Map<ProductId, StoreProduct>((await tables.storeProducts.findMany(storeHash, [...ids.values()])).map(({ product }) => [product.id, product]));
  return found.map(({ product, plan, goneAt }) => {
    const id = ids.get(product.id);
    return { product, plan, isGone: goneAt !== null, partner: id === undefined ? null : (partners.get(id) ?? null) };
  });
};

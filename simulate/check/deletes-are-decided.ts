import type { HikeProduct } from '../traffic/things';
import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';

/** Products that somebody deleted in Hike, by the SKU that no other product has since. */
const goneFromHike = ({ ledger, shop }: Evidence): { id: number; sku: string }[] => {
  const taken = new Set(shop.products.map(({ sku }) => sku));
  const deleted = ledger.filter(({ side, kind }) => side === 'hike' && kind === 'till.product.deleted');
  return deleted.flatMap(({ id, reference, data }) => {
    const isSingle = (data as HikeProduct).parentId === 0 && !(data as HikeProduct).has_variants;
    return isSingle && reference !== undefined && reference !== '' && !taken.has(reference) ? [{ id: Number(id), sku: reference }] : [];
  });
};

/** What is gone from Hike is offered for deletion, hidden or deleted in the store, as the merchant chose; and nothing else is deleted. */
export const deletesAreDecided = (evidence: Evidence, { settings, deletes, deletedInStore }: Wanted): string[] => {
  const left = goneFromHike(evidence).flatMap(({ id, sku }) => {
    const there = evidence.products.find((product) => product.sku === sku);
    if (there === undefined || evidence.removed.has(id)) return [];
    const named = `${sku} is gone from Hike`;
    switch (settings.catalogue.deletes) {
      case 'ask':
        // Hidden while the merchant had chosen that, nothing is left to ask.
        return deletes.has('hide') && !there.is_visible ? [] : [`${named}, and nobody was asked about it`];
      case 'hide':
        return there.is_visible ? [`${named}, and not hidden in the store`] : [];
      case 'delete':
        return deletes.has('hide') && !there.is_visible ? [] : [`${named}, and still in the store`];
    }
  });
  if (deletes.has('delete')) return left;
  const removed = evidence.ledger.filter(({ side, kind, id }) => side === 'bigcommerce' && kind === 'product.deleted' && !deletedInStore.has(Number(id)));
  return [...left, ...removed.map(({ reference }) => `${reference ?? 'a product'} was deleted in the store, though nobody chose that`)];
};

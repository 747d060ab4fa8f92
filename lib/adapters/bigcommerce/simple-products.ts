import { z } from 'zod';
import { ProductId, VariantId } from '../../domain/ids';
import type { BigCommerceInventory, LevelToSet } from '../../engine/ports/bigcommerce';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages, PAGE } from './list-pages';
import { PRODUCTS } from './read-catalogue';

const LIMITS = { items: PAGE, characters: 6000 };
const tracked = z.object({ id: ProductId, inventory_tracking: z.string().nullish(), base_variant_id: VariantId.nullish() });

interface Deps {
  api: BigCommerceApi;
  listLevels: BigCommerceInventory['listLevels'];
}

/**
 * Of these items the products that BigCommerce counts as one, by their only variant. One with several variants is not
 * among them: what a single variant has says nothing of the whole.
 */
export const simpleProductsOf = async ({ api, listLevels }: Deps, items: readonly LevelToSet[]): Promise<Map<VariantId, ProductId>> => {
  const levels = await listLevels(items.map(({ variantId }) => variantId), [...new Set(items.map(({ locationId }) => locationId))]);
  const found = new Map<VariantId, ProductId>();
  for (const batch of batches([...new Set(levels.map(({ productId }) => String(productId)))], LIMITS)) {
    const query = { 'id:in': batch.join(','), include_fields: 'inventory_tracking,base_variant_id' };
    for (const { id, inventory_tracking: tracking, base_variant_id: variant } of await listPages(api, { path: PRODUCTS, query }, tracked)) {
      if (tracking === 'product' && variant != null) found.set(variant, id);
    }
  }
  return found;
};

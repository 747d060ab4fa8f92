import { z } from 'zod';
import { LocationId, ProductId, VariantId } from '../../domain/ids';
import type { BigCommerceInventory, StoreLevel } from '../../engine/ports/bigcommerce';
import { BrokenContract } from '../../engine/ports/failures';
import { idOrNull } from '../http/wire-values';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import { createSetLevels } from './set-levels';

const ITEMS = '/v3/inventory/items';
/** The Inventory API's own page limit (reference: bigcommerce 5.3). */
const PAGE = 1000;
/** Of one batch of variants; a variant has one level per location. */
const MOST_PAGES = 100;
const LIMITS = { items: PAGE, characters: 6000 };

const level = z.object({ location_id: LocationId, total_inventory_onhand: z.int() });
const item = z
  .object({ identity: z.object({ variant_id: idOrNull, product_id: idOrNull }), locations: z.array(level).nullish() })
  .transform(({ identity: { variant_id: variantId, product_id: productId }, locations }): StoreLevel[] =>
    // Stock that is counted for the product as a whole may name no variant.
    variantId === null || productId === null
      ? []
      : (locations ?? []).map(({ location_id: locationId, total_inventory_onhand: onHand }) => ({
          variantId: VariantId.parse(variantId),
          productId: ProductId.parse(productId),
          locationId,
          onHand,
        })),
  );
const itemPage = z.object({
  data: z.array(item),
  meta: z.object({ pagination: z.object({ total_pages: z.int().nullish() }).nullish() }).nullish(),
});

export const createInventory = (api: BigCommerceApi): BigCommerceInventory => {
  const listPage = async (filter: { variantIds?: string; locationIds: readonly LocationId[] }, page: number) => {
    const locations = new Set(filter.locationIds);
    const query = { ...(filter.variantIds !== undefined && { 'variant_id:in': filter.variantIds }), 'location_id:in': [...locations].join(','), limit: PAGE, page };
    const { data, meta } = await api.get(ITEMS, query, itemPage);
    const levels = data.flat().filter(({ locationId }) => locations.has(locationId));
    // Whatever it says of its pages: behind an empty one there is nothing.
    return { levels, next: data.length > 0 && page < (meta?.pagination?.total_pages ?? 1) ? page + 1 : null };
  };

  const listLevels: BigCommerceInventory['listLevels'] = async (variantIds, locationIds) => {
    const levels: StoreLevel[] = [];
    if (locationIds.length === 0) return levels;
    for (const batch of batches([...new Set(variantIds)].map(String), LIMITS)) {
      for (let page: number | null = 1; page !== null; ) {
        const found: Awaited<ReturnType<typeof listPage>> = await listPage({ variantIds: batch.join(','), locationIds }, page);
        levels.push(...found.levels);
        page = found.next;
        if (page !== null && page > MOST_PAGES) throw new BrokenContract('bigcommerce', `bigcommerce, GET ${ITEMS}: more than ${MOST_PAGES} pages for ${batch.length} variants`);
      }
    }
    return levels;
  };

  return {
    listLevels,
    listAllLevels: async (locationIds, page) => (locationIds.length === 0 ? { levels: [], next: null } : listPage({ locationIds }, page)),
    setLevels: createSetLevels(api, listLevels),
  };
};

import type { HikeProducts } from '../../engine/ports/hike';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';
import { productWire } from './product-wire';
import { productsWithSku } from './products-with-sku';

export const createHikeProducts = (api: HikeApi): HikeProducts => ({
  listBySku: async (sku) => {
    const filter = sku.trim();
    if (filter === '') return [];
    return productsWithSku(await listAll(api, { path: '/products/get_all', query: { Filter: filter } }, productWire), filter);
  },
});

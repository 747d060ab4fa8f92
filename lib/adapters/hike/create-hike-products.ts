import { z } from 'zod';
import { HikeProductId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { HikeProducts } from '../../engine/ports/hike';
import { readChangedPage } from './changed-page';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';
import { productBody } from './product-body';
import { productFromWire, rowFromWire } from './product-from-wire';
import { productToWire } from './product-to-wire';
import { productWire } from './product-wire';
import { productsWithSku } from './products-with-sku';
import { skuRowWire } from './sku-row-wire';

const LIST = '/products/get_all';

export const createHikeProducts = (api: HikeApi): HikeProducts => ({
  listBySku: async (sku) => {
    const filter = sku.trim();
    if (filter === '') return [];
    return productsWithSku(await listAll(api, { path: LIST, query: { Filter: filter } }, skuRowWire), filter);
  },
  listChanged: (since, skip) => readChangedPage(api, { path: LIST, since, skip, read: (item) => rowFromWire(productWire.parse(item)) }),
  find: async (id) => {
    try {
      const row = await api.get(`/products/get/${id}`, {}, productWire);
      // A variant is a row of its own, and no product.
      return productFromWire(row.parentId === null ? row : await api.get(`/products/get/${row.parentId}`, {}, productWire));
    } catch (error) {
      if (error instanceof RefusedByVendor && error.status === 404) return null;
      throw error;
    }
  },
  create: async (draft) => {
    const body = { schema: productBody, value: productToWire(draft) };
    return (await api.post('/products/create', body, z.object({ id: HikeProductId }))).id;
  },
});

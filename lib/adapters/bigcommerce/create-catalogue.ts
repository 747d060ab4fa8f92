import { z } from 'zod';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import { createAddVariant } from './add-variant';
import type { BigCommerceApi } from './bigcommerce-api';
import { createBrandNames } from './brand-names';
import { createCategoryTree } from './category-tree';
import { createChangeProducts } from './change-products';
import { createChangeVariants } from './change-variants';
import { createProductCreate } from './create-product';
import { createDeleteVariant } from './delete-variant';
import { DEFAULT_CHANNEL } from './default-channel';
import { createListImages } from './list-images';
import { createProductImages } from './product-images';
import { createReadCatalogue, PRODUCTS } from './read-catalogue';

const assignments = z.array(z.strictObject({ product_id: z.int().positive(), channel_id: z.int() })).min(1).max(250);
const done = z.unknown();

export const createCatalogue = (api: BigCommerceApi, fetchImage: BigCommerceCatalogue['fetchImage']): BigCommerceCatalogue => {
  const brands = createBrandNames(api);
  const read = createReadCatalogue(api, brands);
  return {
    ...read,
    ...createChangeProducts(api),
    updateVariants: createChangeVariants(api),
    ...createCategoryTree(api),
    ...createProductImages(api),
    create: createProductCreate(api, { brands, listByIds: read.listByIds }),
    addVariant: createAddVariant(api),
    deleteVariant: createDeleteVariant(api),
    listImages: createListImages(api),
    fetchImage,
    delete: async (ids) => {
      // Without a filter the call would be about every product.
      if (ids.length > 0) await api.send('DELETE', { path: PRODUCTS, query: { 'id:in': ids.join(',') } }, done);
    },
    assignToDefaultChannel: async (ids) => {
      if (ids.length === 0) return;
      const value = ids.map((id) => ({ product_id: id, channel_id: DEFAULT_CHANNEL }));
      await api.send('PUT', { path: `${PRODUCTS}/channel-assignments`, body: { schema: assignments, value } }, done);
    },
  };
};

import { z } from 'zod';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages } from './list-pages';
import { PRODUCTS } from './read-catalogue';

const address = z.url().nullish().catch(null);

/** From the largest down; which of them an image has is not documented. */
const imageWire = z
  .object({ is_thumbnail: z.boolean().nullish(), sort_order: z.int().nullish(), url_zoom: address, url_standard: address, url_thumbnail: address })
  .transform((image) => ({ isThumbnail: image.is_thumbnail === true, position: image.sort_order ?? 0, url: image.url_zoom ?? image.url_standard ?? image.url_thumbnail ?? null }));

export const createListImageUrls =
  (api: BigCommerceApi): BigCommerceCatalogue['listImageUrls'] =>
  async (id) => {
    const images = await listPages(api, { path: `${PRODUCTS}/${id}/images`, query: {} }, imageWire);
    return images.sort((a, b) => Number(b.isThumbnail) - Number(a.isThumbnail) || a.position - b.position).flatMap(({ url }) => url ?? []);
  };

import { z } from 'zod';
import { ImageId } from '../../domain/ids';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages } from './list-pages';
import { PRODUCTS } from './read-catalogue';

const address = z.url().nullish().catch(null);

/** From the largest down; which of them an image has is not documented. */
const imageWire = z
  .object({ id: ImageId, is_thumbnail: z.boolean().nullish(), sort_order: z.int().nullish(), url_zoom: address, url_standard: address, url_thumbnail: address })
  .transform((image) => ({
    id: image.id,
    isThumbnail: image.is_thumbnail === true,
    position: image.sort_order ?? 0,
    url: image.url_zoom ?? image.url_standard ?? image.url_thumbnail ?? null,
  }));

export const createListImages =
  (api: BigCommerceApi): BigCommerceCatalogue['listImages'] =>
  async (id) => {
    const images = await listPages(api, { path: `${PRODUCTS}/${id}/images`, query: {} }, imageWire);
    const sorted = images.sort((a, b) => Number(b.isThumbnail) - Number(a.isThumbnail) || a.position - b.position);
    return sorted.map(({ isThumbnail: _, ...image }) => image);
  };

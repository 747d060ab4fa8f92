import { z } from 'zod';
import { ImageId, type ProductId } from '../../domain/ids';
import { type Problem, problem } from '../../domain/problems';
import type { ImageDraft } from '../../domain/store-product';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { problemFromRefusal } from './problem-from-refusal';
import { imageByUrlBody } from './product-body';
import { imageToWire } from './product-to-wire';
import { PRODUCTS } from './read-catalogue';
import { isMemberRefusal } from './together-or-singly';

const created = z.object({ data: z.object({ id: ImageId }) });
const change = z.strictObject({ sort_order: z.int().optional(), is_thumbnail: z.boolean().optional() });
const changed = z.object({});
const removed = z.unknown();

/** A 400 says that the address could not be fetched, in words that are not documented (reference: bigcommerce 5.2). */
const problemOf = (refusal: RefusedByVendor, { source }: ImageDraft): Problem => {
  if (source.kind === 'file') return problem('refused-by-bigcommerce', { message: refusal.reason });
  if (refusal.status === 400) return problem('image-unreachable', { url: source.url });
  return problemFromRefusal(refusal, { product: '', skus: [], urls: [source.url] });
};

type ProductImages = Pick<BigCommerceCatalogue, 'addImage' | 'changeImage' | 'deleteImage'>;

export const createProductImages = (api: BigCommerceApi): ProductImages => {
  const pathOf = (id: ProductId, image?: ImageId): string => `${PRODUCTS}/${id}/images${image === undefined ? '' : `/${image}`}`;

  const send = (id: ProductId, draft: ImageDraft) => {
    const { source, position, isThumbnail } = draft;
    if (source.kind === 'url') return api.send('POST', { path: pathOf(id), body: { schema: imageByUrlBody, value: imageToWire(draft, source.url) } }, created);
    const fields = { sort_order: String(position), is_thumbnail: String(isThumbnail) };
    return api.upload(pathOf(id), { fields, file: { field: 'image_file', name: source.name, type: source.type, bytes: source.bytes } }, created);
  };

  return {
    addImage: async (id, draft) => {
      try {
        return { kind: 'created', id: (await send(id, draft)).data.id };
      } catch (error) {
        if (!isMemberRefusal(error)) throw error;
        return { kind: 'refused', problem: problemOf(error, draft) };
      }
    },
    changeImage: async (id, image, { position, isThumbnail }) => {
      const value = { ...(position !== undefined && { sort_order: position }), ...(isThumbnail !== undefined && { is_thumbnail: isThumbnail }) };
      try {
        await api.send('PUT', { path: pathOf(id, image), body: { schema: change, value } }, changed);
        return { kind: 'done' };
      } catch (error) {
        if (!isMemberRefusal(error)) throw error;
        return error.status === 404 ? { kind: 'gone' } : { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: error.reason }) };
      }
    },
    deleteImage: async (id, image) => {
      try {
        await api.send('DELETE', { path: pathOf(id, image) }, removed);
      } catch (error) {
        if (!(error instanceof RefusedByVendor && error.status === 404)) throw error;
      }
    },
  };
};

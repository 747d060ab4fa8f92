import { z } from 'zod';
import { VariantId } from '../../domain/ids';
import type { VariantChange } from '../../domain/store-product';
import type { BigCommerceCatalogue, MemberOutcome } from '../../engine/ports/bigcommerce';
import { textOrEmpty } from '../http/wire-values';
import { alone } from './alone';
import type { BigCommerceApi } from './bigcommerce-api';
import { changedVariantBody, changedVariantsBody } from './product-body';
import { variantChangeToWire } from './product-to-wire';
import { PRODUCTS } from './read-catalogue';
import { outcomesBy, togetherOrSingly } from './together-or-singly';

const VARIANTS = '/v3/catalog/variants';

const storedVariant = z.object({ id: VariantId, image_url: textOrEmpty });
const storedPicture = z.object({ data: z.object({ image_url: textOrEmpty }).nullish() });

/** A variant, with the picture that the answer shows of it. */
const doneShowing = (imageUrl = ''): MemberOutcome => ({ kind: 'done', ...(imageUrl === '' ? {} : { imageUrl }) });

type PictureFile = Extract<VariantChange['picture'], { kind: 'file' }>;

type UpdateVariants = BigCommerceCatalogue['updateVariants'];

/** Overwrites with what is given, so sending it again does no harm. */
export const createChangeVariants = (api: BigCommerceApi): UpdateVariants => {
  const variantsTogether = async (changes: readonly VariantChange[]): Promise<(MemberOutcome | null)[]> => {
    const value = changes.map(({ id, productId, ...change }) => ({ id, product_id: productId, ...variantChangeToWire(change) }));
    const { data } = await api.send('PUT', { path: VARIANTS, body: { schema: changedVariantsBody, value } }, z.object({ data: z.array(storedVariant).nullish() }));
    const stored = new Map((data ?? []).map((variant) => [variant.id, variant.image_url]));
    return changes.map(({ id }) => {
      const imageUrl = stored.get(id);
      return imageUrl === undefined ? null : doneShowing(imageUrl);
    });
  };

  const variantAlone = ({ id, productId, ...change }: VariantChange): Promise<MemberOutcome> => {
    const urls = change.picture?.kind === 'url' ? [change.picture.url] : [];
    return alone(
      async () => {
        const body = { schema: changedVariantBody, value: variantChangeToWire(change) };
        const stored = await api.send('PUT', { path: `${PRODUCTS}/${productId}/variants/${id}`, body }, storedPicture);
        return doneShowing(stored.data?.image_url);
      },
      { product: change.sku ?? '', skus: [change.sku ?? ''], urls },
    );
  };

  return async (changes) => {
    const fields = changes.filter((change) => Object.keys(variantChangeToWire(change)).length > 0);
    const outcomes = outcomesBy(fields.map(({ id }) => id), await togetherOrSingly(fields, { together: variantsTogether, singly: variantAlone }));
    return withFiles(api, changes, outcomes);
  };
};

const pictureAlone = (api: BigCommerceApi, { id, productId }: VariantChange, { name, type, bytes }: PictureFile): Promise<MemberOutcome> =>
  alone(
    async () => {
      const form = { fields: {}, file: { field: 'image_file', name, type, bytes } };
      const stored = await api.upload(`${PRODUCTS}/${productId}/variants/${id}/image`, form, storedPicture);
      return doneShowing(stored.data?.image_url);
    },
    { product: '', skus: [] },
  );

/** A file goes by itself; whatever else changes on the variant goes before. */
const withFiles = async (api: BigCommerceApi, changes: readonly VariantChange[], outcomes: Map<VariantId, MemberOutcome>): Promise<Map<VariantId, MemberOutcome>> => {
  for (const change of changes) {
    const outcome = outcomes.get(change.id);
    if (change.picture?.kind === 'file' && (outcome === undefined || outcome.kind === 'done')) outcomes.set(change.id, await pictureAlone(api, change, change.picture));
  }
  return outcomes;
};

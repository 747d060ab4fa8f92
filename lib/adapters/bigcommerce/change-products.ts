import { z } from 'zod';
import { ProductId, VariantId } from '../../domain/ids';
import type { ProductChange, VariantChange } from '../../domain/store-product';
import type { BigCommerceCatalogue, MemberOutcome } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { problemFromRefusal, type RefusedThing } from './problem-from-refusal';
import { changedProductBody, changedProductsBody, changedVariantBody, changedVariantsBody } from './product-body';
import { productChangeToWire, variantChangeToWire } from './product-to-wire';
import { PRODUCTS } from './read-catalogue';
import { isMemberRefusal, togetherOrSingly } from './together-or-singly';
import { wireTime } from './wire-values';

const VARIANTS = '/v3/catalog/variants';

const storedProduct = z.object({ id: ProductId, date_modified: wireTime.nullish() });
const storedVariant = z.object({ id: VariantId });

const doneWith = ({ date_modified: modifiedAt }: z.output<typeof storedProduct>): MemberOutcome => ({ kind: 'done', modifiedAt: modifiedAt ?? null });

/** One member on its own: what it is refused for is its own doing. */
const alone = async (write: () => Promise<MemberOutcome>, thing: RefusedThing): Promise<MemberOutcome> => {
  try {
    return await write();
  } catch (error) {
    if (!isMemberRefusal(error)) throw error;
    return error.status === 404 ? { kind: 'gone' } : { kind: 'refused', problem: problemFromRefusal(error, thing) };
  }
};

const outcomesBy = <K>(ids: readonly K[], outcomes: readonly MemberOutcome[]): Map<K, MemberOutcome> =>
  new Map(ids.flatMap((id, index) => (outcomes[index] ? [[id, outcomes[index]] as const] : [])));

type ChangeProducts = Pick<BigCommerceCatalogue, 'update' | 'updateVariants'>;

/** Both overwrite with what is given, so sending them again does no harm. */
export const createChangeProducts = (api: BigCommerceApi): ChangeProducts => {
  const productsTogether = async (changes: readonly ProductChange[]): Promise<(MemberOutcome | null)[]> => {
    const value = changes.map(({ id, ...change }) => ({ id, ...productChangeToWire(change) }));
    const { data } = await api.send('PUT', { path: PRODUCTS, body: { schema: changedProductsBody, value } }, z.object({ data: z.array(storedProduct).nullish() }));
    const stored = new Map((data ?? []).map((product) => [product.id, product]));
    return changes.map(({ id }) => {
      const product = stored.get(id);
      return product ? doneWith(product) : null;
    });
  };

  const productAlone = ({ id, ...change }: ProductChange): Promise<MemberOutcome> =>
    alone(
      async () => {
        const body = { schema: changedProductBody, value: productChangeToWire(change) };
        const { data } = await api.send('PUT', { path: `${PRODUCTS}/${id}`, body }, z.object({ data: storedProduct.nullish() }));
        return data ? doneWith(data) : { kind: 'done' };
      },
      { product: change.name ?? '', skus: [change.sku ?? ''] },
    );

  const variantsTogether = async (changes: readonly VariantChange[]): Promise<(MemberOutcome | null)[]> => {
    const value = changes.map(({ id, productId, ...change }) => ({ id, product_id: productId, ...variantChangeToWire(change) }));
    const { data } = await api.send('PUT', { path: VARIANTS, body: { schema: changedVariantsBody, value } }, z.object({ data: z.array(storedVariant).nullish() }));
    const stored = new Set((data ?? []).map(({ id }) => id));
    return changes.map(({ id }) => (stored.has(id) ? { kind: 'done' } : null));
  };

  const variantAlone = ({ id, productId, ...change }: VariantChange): Promise<MemberOutcome> =>
    alone(
      async () => {
        const body = { schema: changedVariantBody, value: variantChangeToWire(change) };
        await api.send('PUT', { path: `${PRODUCTS}/${productId}/variants/${id}`, body }, z.unknown());
        return { kind: 'done' };
      },
      { product: change.sku ?? '', skus: [change.sku ?? ''] },
    );

  return {
    update: async (changes) => outcomesBy(changes.map(({ id }) => id), await togetherOrSingly(changes, { together: productsTogether, singly: productAlone })),
    updateVariants: async (changes) => outcomesBy(changes.map(({ id }) => id), await togetherOrSingly(changes, { together: variantsTogether, singly: variantAlone })),
  };
};

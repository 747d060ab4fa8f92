import { z } from 'zod';
import { ProductId } from '../../domain/ids';
import type { ProductChange } from '../../domain/store-product';
import type { BigCommerceCatalogue, MemberOutcome } from '../../engine/ports/bigcommerce';
import { alone } from './alone';
import type { BigCommerceApi } from './bigcommerce-api';
import { changedProductBody, changedProductsBody } from './product-body';
import { productChangeToWire } from './product-to-wire';
import { PRODUCTS } from './read-catalogue';
import { outcomesBy, togetherOrSingly } from './together-or-singly';
import { wireTime } from './wire-values';

const storedProduct = z.object({ id: ProductId, date_modified: wireTime.nullish() });

const doneWith = ({ date_modified: modifiedAt }: z.output<typeof storedProduct>): MemberOutcome => ({ kind: 'done', modifiedAt: modifiedAt ?? null });

type ChangeProducts = Pick<BigCommerceCatalogue, 'update'>;

/** Overwrites with what is given, so sending it again does no harm. */
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

  return {
    update: async (changes) => outcomesBy(changes.map(({ id }) => id), await togetherOrSingly(changes, { together: productsTogether, singly: productAlone })),
  };
};

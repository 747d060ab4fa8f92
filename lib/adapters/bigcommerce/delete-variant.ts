import { z } from 'zod';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { problemFromRefusal } from './problem-from-refusal';
import { PRODUCTS } from './read-catalogue';
import { isMemberRefusal } from './together-or-singly';

export const createDeleteVariant =
  (api: BigCommerceApi): BigCommerceCatalogue['deleteVariant'] =>
  async (productId, id) => {
    try {
      await api.send('DELETE', { path: `${PRODUCTS}/${productId}/variants/${id}` }, z.unknown());
      return { kind: 'done' };
    } catch (error) {
      if (!isMemberRefusal(error)) throw error;
      return error.status === 404 ? { kind: 'gone' } : { kind: 'refused', problem: problemFromRefusal(error, { product: '', skus: [] }) };
    }
  };

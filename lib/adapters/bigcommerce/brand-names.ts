import { z } from 'zod';
import { textOrEmpty } from '../http/wire-values';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages, PAGE } from './list-pages';

export interface BrandNames {
  /** A brand that is gone is absent. */
  listByIds(ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  remember(id: number, name: string): void;
}

const brand = z.object({ id: z.int(), name: textOrEmpty });
const LIMITS = { items: PAGE, characters: 6000 };

/** Products name their brand by id alone; each brand is asked for once. */
export const createBrandNames = (api: BigCommerceApi): BrandNames => {
  const known = new Map<number, string>();
  return {
    listByIds: async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => !known.has(id)).map(String);
      for (const batch of batches(unknown, LIMITS)) {
        const found = await listPages(api, { path: '/v3/catalog/brands', query: { 'id:in': batch.join(','), include_fields: 'name' } }, brand);
        for (const { id, name } of found) known.set(id, name);
      }
      return known;
    },
    remember: (id, name) => {
      known.set(id, name);
    },
  };
};

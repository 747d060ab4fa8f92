import type { ProductId } from '../../../domain/ids';
import type { JobContext } from '../job';
import { confirmGone } from './confirm-gone';

/** Which of these products BigCommerce no longer has: one call for all, and one for each that its list leaves out. */
export const findGone = async ({ bigcommerce }: Pick<JobContext, 'bigcommerce'>, ids: readonly ProductId[]): Promise<ProductId[]> => {
  if (ids.length === 0) return [];
  const there = new Set((await bigcommerce.catalogue.listByIds(ids)).map(({ id }) => id));
  return (await confirmGone({ bigcommerce }, ids.filter((id) => !there.has(id)))).gone;
};

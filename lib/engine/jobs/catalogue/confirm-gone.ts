import type { ProductId } from '../../../domain/ids';
import type { JobContext } from '../job';

/** Asks BigCommerce for each of these products, which a list left out: `gone` are those of which it says that there is none. */
export const confirmGone = async ({ bigcommerce }: Pick<JobContext, 'bigcommerce'>, absent: readonly ProductId[]): Promise<{ gone: ProductId[]; kept: ProductId[] }> => {
  const [gone, kept]: [ProductId[], ProductId[]] = [[], []];
  for (const id of absent) ((await bigcommerce.catalogue.exists(id)) ? kept : gone).push(id);
  return { gone, kept };
};

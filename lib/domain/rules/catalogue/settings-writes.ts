import type { Hold } from '../../catalogue-run';
import type { Settings } from '../../settings';

type Written = Pick<Settings, 'outletId' | 'salePrice' | 'catalogue' | 'stock'>;

/** What decides how products are written that are on both sides: with another value, many may be written anew. */
export const productsWrittenBy = ({ outletId, salePrice, catalogue: { owners, deletes } }: Written): string => JSON.stringify([outletId, salePrice, owners, deletes]);

/** What decides which counts are published. */
export const stockWrittenBy = ({ outletId, stock: { zeroGuard: _, ...sums }, catalogue: { owners } }: Pick<Written, 'outletId' | 'stock' | 'catalogue'>): string =>
  JSON.stringify([outletId, sums, owners.stock]);

/** The settings with all that is written by them as it was before; what else was saved since stays. */
export const settingsAsBefore = (settings: Settings, before: NonNullable<Hold['before']>): Settings => ({
  ...settings,
  // A register belongs to its outlet.
  ...(settings.outletId === before.outletId ? {} : { outletId: before.outletId, registerId: before.registerId }),
  salePrice: before.salePrice,
  catalogue: { ...settings.catalogue, owners: before.catalogue.owners, deletes: before.catalogue.deletes },
  stock: { ...before.stock, zeroGuard: settings.stock.zeroGuard },
});

import type { LocationId, OutletId } from '../../ids';
import type { Settings } from '../../settings';
import type { Location } from '../../shop-lists';

export interface LocationToFill {
  id: LocationId;
  name: string;
  /** The reserve is held back here: online orders are taken from the default location. */
  isDefault: boolean;
  /** Never empty. */
  outletIds: OutletId[];
}

/**
 * The BigCommerce locations that show Hike's stock, and whose. Without any choice the default location shows the outlet
 * of the sales; a disabled location takes no stock (reference: bigcommerce 7.2), and neither does one without outlets.
 */
export const locationsToFill = ({ outletId, stock }: Pick<Settings, 'outletId' | 'stock'>, locations: readonly Location[]): LocationToFill[] => {
  const nothingChosen = Object.values(stock.outletsByLocation).every((outlets) => outlets.length === 0);
  const outletsOf = ({ id, isDefault }: Location): OutletId[] => {
    if (!nothingChosen) return [...new Set(stock.outletsByLocation[String(id)] ?? [])];
    return isDefault && outletId !== null ? [outletId] : [];
  };
  return locations
    .filter(({ isEnabled }) => isEnabled)
    .map((location) => ({ id: location.id, name: location.name, isDefault: location.isDefault, outletIds: outletsOf(location) }))
    .filter(({ outletIds }) => outletIds.length > 0);
};

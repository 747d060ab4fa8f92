import type { SettingsView } from '../../lib/domain/views/views';

type Sides = Pick<SettingsView, 'hike' | 'store' | 'value'>;

export interface LocationOutlets {
  id: number;
  name: string;
  chosen: readonly number[];
  /** What the choice means where nothing is chosen. */
  note: string;
}

/** Enabled locations, the one that the storefront sells from first, and those that have outlets though they are disabled by now. */
export const locationOutlets = ({ hike, store, value: { outletId, stock } }: Sides): LocationOutlets[] => {
  const nothingChosen = Object.values(stock.outletsByLocation).every((outlets) => outlets.length === 0);
  const outlet = hike.outlets.find(({ id }) => id === outletId)?.name;
  const noteOf = (isDefault: boolean): string => {
    if (!isDefault || !nothingChosen) return 'No outlet chosen: its stock is left alone.';
    return outlet === undefined ? 'No outlet chosen: it shows the outlet of your online sales.' : `No outlet chosen: it shows “${outlet}”, where your online sales go.`;
  };
  return store.locations
    .map((location) => ({ ...location, chosen: stock.outletsByLocation[String(location.id)] ?? [] }))
    .filter(({ isEnabled, chosen }) => isEnabled || chosen.length > 0)
    .toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
    .map(({ id, name, isDefault, isEnabled, chosen }) => ({ id, name: nameOf(name, { isDefault, isEnabled }), chosen, note: noteOf(isDefault) }));
};

const nameOf = (name: string, { isDefault, isEnabled }: { isDefault: boolean; isEnabled: boolean }): string => {
  if (isDefault) return /default/i.test(name) ? name : `${name} (default)`;
  return isEnabled ? name : `${name} (disabled in BigCommerce)`;
};

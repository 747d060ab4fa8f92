import type { Settings } from '../settings';
import type { StoreProfile } from '../shop-lists';
import { taxClassesToMap } from './tax-classes-to-map';

/** A setting that names something in Hike. */
export interface MappedTarget {
  /** As in `SettingsView.gone`: `registerId`, `payments.byMethod.PayPal`. */
  path: string;
  list: 'outlets' | 'registers' | 'paymentTypes' | 'taxes';
  id: number;
  /** What the setting is for. */
  name: string;
  /** What waits while the target is missing. */
  stops: string;
}

const target = (list: MappedTarget['list'], id: number | null, rest: Omit<MappedTarget, 'list' | 'id'>): MappedTarget[] =>
  id === null ? [] : [{ list, id, ...rest }];

/** Of the store itself, the names that the sentences use. */
type Profile = Pick<StoreProfile, 'taxClasses'> & Partial<Pick<StoreProfile, 'locations'>>;

/** Every target in Hike that the settings name, and what depends on it. */
export const mappedTargets = ({ outletId, registerId, payments, taxes, stock }: Settings, profile: Profile | null): MappedTarget[] => {
  const classNames = new Map(taxClassesToMap(profile ?? { taxClasses: [] }).map(({ id, name }) => [String(id), name]));
  const locationNames = new Map((profile?.locations ?? []).map(({ id, name }) => [String(id), name]));
  return [
    ...target('outlets', outletId, { path: 'outletId', name: 'The outlet', stops: 'imports wait' }),
    ...target('registers', registerId, { path: 'registerId', name: 'The register', stops: 'imports wait' }),
    ...target('paymentTypes', payments.fallback, { path: 'payments.fallback', name: 'The default payment type', stops: 'orders whose payment method is not mapped wait' }),
    ...Object.entries(payments.byMethod).flatMap(([method, id]) =>
      target('paymentTypes', id, { path: `payments.byMethod.${method}`, name: `The payment type for “${method}”`, stops: `orders paid with “${method}” wait` }),
    ),
    ...Object.entries(taxes.byClass).flatMap(([key, id]) => {
      const name = classNames.get(key) ?? `class ${key}`;
      return target('taxes', id, { path: `taxes.byClass.${key}`, name: `The tax for “${name}”`, stops: `orders with products of “${name}” wait` });
    }),
    ...Object.entries(stock.outletsByLocation).flatMap(([key, ids]) => {
      const name = locationNames.get(key) ?? `location ${key}`;
      return ids.flatMap((id) => target('outlets', id, { path: `stock.outletsByLocation.${key}`, name: `An outlet of “${name}”`, stops: `the stock of “${name}” waits` }));
    }),
    ...target('taxes', taxes.shipping, { path: 'taxes.shipping', name: 'The tax for shipping', stops: 'orders with shipping wait' }),
  ];
};

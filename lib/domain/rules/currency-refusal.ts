import type { Currency } from '../money';
import { problem, type Problem } from '../problems';

/** Both sides' currencies; `null` where that side has not been read. */
export interface Currencies {
  hike: Currency | null;
  store: Currency | null;
}

/** Why an order cannot be imported for its currency (product: "Currency must agree"); `null` where nothing is known against it. */
export const currencyRefusal = (currency: Currency, { hike, store }: Currencies): Problem | null => {
  if (hike !== null && currency !== hike) return problem('currency-differs', { order: currency, hike });
  return store === null || currency === store ? null : problem('order-currency-not-the-stores', { order: currency, store });
};

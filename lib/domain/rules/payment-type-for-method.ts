import { problem, type Problem } from '../problems';
import type { Settings } from '../settings';
import type { HikeLists, PaymentType } from '../shop-lists';

/** The Hike payment type that a BigCommerce payment method is recorded under: its own, else the default. */
export const paymentTypeForMethod = (
  method: string,
  { settings, hikeLists }: { settings: Pick<Settings, 'payments'>; hikeLists: Pick<HikeLists, 'paymentTypes'> },
): PaymentType | Problem => {
  const { byMethod, fallback } = settings.payments;
  const name = method.trim() || 'no payment method';
  // Merchants' texts are keys here: `constructor` must not find what every object inherits.
  const own = [method, method.trim()].find((key) => Object.hasOwn(byMethod, key));
  const id = own === undefined ? fallback : (byMethod[own] ?? null);
  if (id === null) return problem('payment-unmapped', { method: name });
  return hikeLists.paymentTypes.find((type) => type.id === id && type.isActive) ?? problem('payment-type-gone', { method: name });
};

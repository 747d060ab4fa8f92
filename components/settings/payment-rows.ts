import { GIFT_CERTIFICATE_METHOD, STORE_CREDIT_METHOD } from '../../lib/domain/paying-methods';
import type { SettingsView } from '../../lib/domain/views/views';

export interface PaymentRow {
  method: string;
  /** In how many orders it was seen; `null` for what pays for orders without being a method. */
  orders: number | null;
}

/** Seen methods first, then gift certificates and store credit, then what is mapped but was not seen lately. */
export const paymentRows = ({ store, value }: Pick<SettingsView, 'store' | 'value'>): PaymentRow[] => {
  const rows: PaymentRow[] = [...store.paymentMethods];
  const add = (method: string, orders: number | null) => {
    if (!rows.some((row) => row.method === method)) rows.push({ method, orders });
  };
  add(GIFT_CERTIFICATE_METHOD, null);
  add(STORE_CREDIT_METHOD, null);
  for (const method of Object.keys(value.payments.byMethod)) add(method, 0);
  return rows.filter(({ method }) => method.trim() !== '');
};

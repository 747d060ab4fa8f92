import { asNumber } from '../model/amount.ts';
import type { Customer, Store } from '../model/store.ts';
import { addressesOf } from './customer-index.ts';

/** V3 customers carry ISO dates without milliseconds. */
export function isoSeconds(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}

export function customerView(store: Store, customer: Customer, include: string[]) {
  const { storeCredit, date_created: created, date_modified: modified, ...fields } = customer;
  const addresses = addressesOf(store, customer.id);
  return {
    ...fields,
    // Absent means "all channels"; the OpenAPI file knows no null here.
    channel_ids: customer.channel_ids ?? [],
    registration_ip_address: '',
    date_created: isoSeconds(created),
    date_modified: isoSeconds(modified),
    address_count: addresses.length,
    attribute_count: 0,
    authentication: { force_password_reset: false },
    ...(include.includes('addresses') ? { addresses } : {}),
    ...(include.includes('storecredit') ? { store_credit_amounts: [{ amount: asNumber(storeCredit) }] } : {}),
    ...(include.includes('attributes') ? { attributes: [] } : {}),
    ...(include.includes('formfields') ? { form_fields: [] } : {}),
  };
}

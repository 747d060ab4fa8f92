import { createCustomers } from '../../bigcommerce/customers/write-customers.ts';
import type { Store } from '../../bigcommerce/model/store.ts';
import type { Platform } from '../../bigcommerce/platform.ts';
import { cataloguePeople, STATE_NAMES } from './people.ts';

/** The store's 150 customers; states are written out, as BigCommerce wants them. */
export function addCataloguePeople(platform: Platform, store: Store): void {
  const batch = cataloguePeople().store.map((person) => {
    const name = { first_name: person.firstName, last_name: person.lastName ?? '' };
    const { address } = person;
    return {
      ...name,
      email: person.email ?? '',
      phone: person.phone,
      company: person.company,
      ...(address
        ? { addresses: [{ ...name, address1: address.street, city: address.city, state_or_province: STATE_NAMES[address.state ?? ''] ?? address.state ?? '', postal_code: address.postcode, country_code: address.country }] }
        : {}),
    };
  });
  createCustomers(platform, store, batch);
}

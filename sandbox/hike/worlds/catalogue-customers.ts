import { cataloguePeople } from '../../worlds/catalogue/people.ts';
import type { CustomerInput } from '../customers/customer-body.ts';

/** The shop's 300 customers, with all that shops let people leave out. */
export function catalogueCustomers(): CustomerInput[] {
  return cataloguePeople().shop.map((person) => {
    const address = person.address && {
      address1: person.address.street,
      city: person.address.city,
      state: person.address.state,
      country_code: person.address.country,
      postcode: person.address.postcode,
    };
    return {
      first_name: person.firstName,
      last_name: person.lastName,
      email: person.email,
      phone: person.phone || null,
      company_name: person.company || null,
      ...(address ? { billing_address: address, shipping_address: address } : {}),
    };
  });
}

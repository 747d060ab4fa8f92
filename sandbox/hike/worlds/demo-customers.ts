import type { CustomerInput } from '../customers/customer-body.ts';

const address = { address1: '12 Quay Road', city: 'Sydney', state: 'New South Wales', country_code: 'AU', country_name: 'Australia', postcode: '2000' };

/** Complete ones, one without an e-mail, one without a last name, and two who share an e-mail. */
export const DEMO_CUSTOMERS = [
  { first_name: 'Ana', last_name: 'Diaz', email: 'ana.diaz@example.com', phone: '0400 000 001', billing_address: address, shipping_address: address },
  { first_name: 'Ben', last_name: 'Okafor', email: 'ben.okafor@example.com', phone: '0400 000 002', company_name: 'Okafor Catering' },
  { first_name: 'Cleo', last_name: 'Tan', email: 'tan.family@example.com' },
  { first_name: 'Dan', last_name: 'Tan', email: 'tan.family@example.com' },
  { first_name: 'Esme', email: 'esme@example.com' },
  { first_name: 'Finn', last_name: 'Marsh', phone: '0400 000 006' },
  { first_name: 'Grace', last_name: 'Lee', email: 'grace.lee@example.com', accepts_marketing: true },
] satisfies CustomerInput[];

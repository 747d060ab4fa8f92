import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../../customer';
import { anAddress } from '../../testing/an-order';
import { customerDraftText, customerText } from './customer-text';

const ana = HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '02 5550', company: 'Acme', address: anAddress() });

const changes: Partial<HikeCustomer>[] = [
  { firstName: 'Anna' },
  { lastName: 'Dias' },
  { email: 'ana@example.org' },
  { phone: '' },
  { company: '' },
  { address: null },
  ...(['street1', 'street2', 'city', 'state', 'postcode', 'country', 'countryCode'] as const).map((part) => ({ address: anAddress({ [part]: 'other' }) })),
];

describe('the text by which a customer is known again', () => {
  it('is the same for the same customer', () => {
    expect(customerText({ ...ana, address: anAddress() })).toBe(customerText(ana));
    expect(customerDraftText({ ...ana, address: null })).toBe(customerDraftText({ ...ana, address: null }));
  });

  it.each(changes)('is another with %j', (change) => {
    expect(customerText({ ...ana, ...change })).not.toBe(customerText(ana));
    expect(customerDraftText({ ...ana, ...change })).not.toBe(customerDraftText(ana));
  });

  it('is another for another customer of Hike’s, but not what BigCommerce is given', () => {
    const other = HikeCustomer.parse({ ...ana, id: 52 });
    expect(customerText(other)).not.toBe(customerText(ana));
    expect(customerDraftText(other)).toBe(customerDraftText(ana));
  });
});

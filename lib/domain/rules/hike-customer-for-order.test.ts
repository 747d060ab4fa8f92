import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../customer';
import { anAddress } from '../testing/an-order';
import { bigcommerceCustomerForSale } from './bigcommerce-customer-for-sale';
import { hikeCustomerForOrder } from './hike-customer-for-order';

const aCustomer = (change: Partial<Record<keyof HikeCustomer, unknown>> = {}) =>
  HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null, ...change });

describe('hikeCustomerForOrder', () => {
  it.each([
    ['the customer with the e-mail, blanks and case aside', anAddress({ email: ' ANA@example.com ' }), [aCustomer(), aCustomer({ id: 52, email: 'ana@example.org' })], { kind: 'use', customer: { id: 51 }, name: 'Ana Diaz' }],
    ['the customer with the e-mail, also when the order has no name', anAddress({ firstName: '', lastName: '' }), [aCustomer()], { kind: 'use', customer: { id: 51 }, name: 'Ana Diaz' }],
    ['a nameless customer by e-mail', anAddress(), [aCustomer({ firstName: '', lastName: '' })], { kind: 'use', customer: { id: 51 }, name: 'ana@example.com' }],
    ['one customer whom Hike lists twice', anAddress(), [aCustomer(), aCustomer()], { kind: 'use', customer: { id: 51 }, name: 'Ana Diaz' }],
    ['a customer with blanks in the name', anAddress(), [aCustomer({ firstName: ' Ana ', lastName: ' Diaz ' })], { kind: 'use', customer: { id: 51 }, name: 'Ana Diaz' }],
    ['a customer without a last name', anAddress(), [aCustomer({ lastName: '' })], { kind: 'use', customer: { id: 51 }, name: 'Ana' }],
    ['a nameless customer by e-mail without blanks', anAddress({ email: ' ana@example.com ' }), [aCustomer({ firstName: '', lastName: '' })], { kind: 'use', customer: { id: 51 }, name: 'ana@example.com' }],
    ['a guest without an e-mail', anAddress({ email: '' }), [aCustomer({ email: '' })], { kind: 'guest' }],
    ['a guest whose e-mail is none', anAddress({ email: 'n/a' }), [], { kind: 'guest' }],
    ['a guest without a first name whom Hike does not know', anAddress({ firstName: ' ' }), [], { kind: 'guest' }],
    ['a guest without a last name whom Hike does not know', anAddress({ lastName: '' }), [], { kind: 'guest' }],
  ])('is %s', (_, billing, candidates, expected) => {
    expect(hikeCustomerForOrder(billing, candidates)).toMatchObject(expected);
  });

  it('creates whom Hike does not know, guests of the store too', () => {
    const billing = anAddress({ firstName: ' Bo ', lastName: ' Diaz', email: ' bo@example.com', phone: ' 0400 000 000', company: 'Acme ' });
    expect(hikeCustomerForOrder(billing, [aCustomer()])).toEqual({
      kind: 'create',
      draft: { firstName: 'Bo', lastName: 'Diaz', email: 'bo@example.com', phone: '0400 000 000', company: 'Acme', address: billing },
    });
  });

  it('refuses to guess between two customers with one e-mail', () => {
    expect(hikeCustomerForOrder(anAddress({ email: ' ana@example.com' }), [aCustomer(), aCustomer({ id: 52, email: 'Ana@Example.com' })])).toEqual({
      kind: 'refuse',
      problem: { code: 'customer-ambiguous', details: { email: 'ana@example.com' } },
    });
  });
});

describe('bigcommerceCustomerForSale', () => {
  it('sends a customer with first name, last name and e-mail', () => {
    const customer = aCustomer({ firstName: ' Ana ', lastName: ' Diaz', email: 'ana@example.com ', phone: ' 02 5550', company: 'Acme ' });
    expect(bigcommerceCustomerForSale(customer)).toEqual({ firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '02 5550', company: 'Acme', address: null });
  });

  it.each([
    ['a walk-in', null],
    ['a customer without a first name', aCustomer({ firstName: '' })],
    ['a customer without a last name', aCustomer({ lastName: ' ' })],
    ['a customer without an e-mail', aCustomer({ email: '' })],
    ['a customer whose e-mail is none', aCustomer({ email: 'ask at till' })],
  ])('sends nothing of %s', (_, customer) => {
    expect(bigcommerceCustomerForSale(customer)).toBeNull();
  });
});

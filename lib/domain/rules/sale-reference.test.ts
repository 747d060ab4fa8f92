import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderId, StoreHash } from '../ids';
import { orderIdFromSaleReference, saleNoteMarker, saleReference } from './sale-reference';

const ours = StoreHash.parse('abc123');
const other = StoreHash.parse('xyz789');
const order = OrderId.parse(1042);

describe('saleReference', () => {
  it('is the order number behind BC', () => {
    expect(saleReference(order)).toBe('BC-1042');
  });

  it.each([
    ['its number', { number: 'BC-1042', note: '' }],
    ['its number with blanks around', { number: ' BC-1042 ', note: 'gift' }],
    ['its note, when Hike numbered it anew', { number: 'T1-77', note: saleNoteMarker(order, ours) }],
    ['its note among other text', { number: 'T1-77', note: `Ring twice\n${saleNoteMarker(order, ours)}\nPayment method: PayPal` }],
  ])('is recognised by %s', (_, sale) => {
    expect(orderIdFromSaleReference(sale, ours)).toBe(order);
  });

  it.each([
    ['a till sale', { number: 'T1-1042', note: '' }],
    ['a number that only holds it', { number: 'ABC-1042', note: '' }],
    ['a note that names an order without a store', { number: '1', note: 'BigCommerce order 1042' }],
    ['the order of another store on the same shop', { number: 'BC-1042', note: saleNoteMarker(order, other) }],
    ['a number too long for an order', { number: 'BC-9999999999999999', note: '' }],
  ])('is not found in %s', (_, sale) => {
    expect(orderIdFromSaleReference(sale, ours)).toBeNull();
  });

  it('leads back to its order, whatever the order', () => {
    fc.assert(
      fc.property(fc.nat(), (id) => {
        const each = OrderId.parse(id);
        expect(orderIdFromSaleReference({ number: saleReference(each), note: '' }, ours)).toBe(each);
        expect(orderIdFromSaleReference({ number: 'R-1', note: saleNoteMarker(each, ours) }, ours)).toBe(each);
      }),
    );
  });
});

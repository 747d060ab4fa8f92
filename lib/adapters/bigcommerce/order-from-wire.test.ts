import { describe, expect, it } from 'vitest';
import { orderFromWire } from './order-from-wire';
import { orderWire } from './order-wire';
import { lineAnswer, orderAnswer } from './testing/order-answer';

const parsed = (change: object = {}) => orderFromWire(orderWire.parse(orderAnswer(change)));
const aud = (minor: number) => ({ minor, currency: 'AUD' });
const shipping = (lines: object[], extra: object = {}) => ({ consignments: { shipping: [{ line_items: lines, ...extra }] }, items_total: lines.length * 2 });

describe('an order of BigCommerce', () => {
  it('becomes ours, in cents of the currency charged and UTC', () => {
    expect(parsed()).toEqual({
      id: 218, statusId: 11, createdAt: '2019-03-05T21:40:11.000Z', modifiedAt: '2019-03-11T15:17:25.000Z', currency: 'AUD', pricesIncludeTax: true, customerId: 11,
      billing: {
        firstName: 'Jane', lastName: 'Doe', company: '', street1: '555 East Street', street2: '', city: 'Austin', state: 'Texas', postcode: '78108',
        country: 'United States', countryCode: 'US', phone: '1234567890', email: 'jane@example.com',
      },
      lines: [
        {
          id: 31, productId: 118, variantId: 93, name: 'Dustpan & Brush', sku: 'DUST1', kind: 'physical', quantity: 2, unitIncTax: '22', unitExTax: '20',
          total: { incTax: aud(4400), exTax: aud(4000) }, discount: aud(0), wrapping: { incTax: aud(0), exTax: aud(0) }, quantityRefunded: 0, quantityShipped: 0, bundledIn: null,
        },
      ],
      linesComplete: true,
      unitCount: 2,
      shipping: { incTax: aud(1100), exTax: aud(1000) }, shippingTaxClassId: 2,
      handling: { incTax: aud(0), exTax: aud(0) }, handlingTaxClassId: 0, wrapping: { incTax: aud(0), exTax: aud(0) }, wrappingTaxClassId: 3,
      fees: [], discount: aud(0), couponDiscount: aud(0), storeCredit: aud(0), giftCertificates: aud(0), total: { incTax: aud(5500), exTax: aud(5000) },
      paymentMethod: 'Cash', paymentStatus: 'captured', externalSource: null, externalOrderId: null, staffNotes: '', isArchived: false,
    });
  });

  it('has its lines from every way of leaving the shop', () => {
    const [sent, fetched, loaded, gift] = [1, 2, 3, 4].map((id) => lineAnswer({ id, quantity: 1 }));
    const consignments = {
      shipping: [{ line_items: [sent] }],
      pickups: [{ line_items: [fetched] }],
      downloads: [{ line_items: { ...loaded, type: 'digital' } }],
      email: { gift_certificates: [{ line_items: [{ ...gift, type: 'giftcertificate', product_id: 0, variant_id: 0 }] }] },
    };
    const { lines, linesComplete } = parsed({ consignments, items_total: 4 });
    expect(lines.map(({ id, kind, productId }) => [id, kind, productId])).toEqual([
      [1, 'physical', 118],
      [2, 'physical', 118],
      [3, 'digital', 118],
      [4, 'giftcertificate', null],
    ]);
    expect(linesComplete).toBe(true);
  });

  it.each<[string, object]>([
    ['a warning stands by them', shipping([lineAnswer()], { __warning__: { message: 'Not all line items of this consignment are returned' } })],
    ['a warning is mere text', shipping([lineAnswer()], { __warning__: 'only 50' })],
    ['a warning stands by the consignments', { consignments: { shipping: [{ line_items: [lineAnswer()] }], __warning__: 'only 50' } }],
    ['links stand in their place', shipping([{ url: 'https://x', resource: '/orders/218/products/31' }])],
    ['units are missing without a word', { items_total: 3 }],
    ['there are none, but units', { consignments: { shipping: [] } }],
  ])('says that lines are missing when %s', (_name, change) => {
    expect(parsed(change).linesComplete).toBe(false);
  });

  it('is complete with the lines read apart', () => {
    const wire = orderWire.parse(orderAnswer(shipping([lineAnswer()], { __warning__: 'only 50' })));
    const line = orderWire.parse(orderAnswer()).consignments.lines;
    expect(orderFromWire(wire, line)).toMatchObject({ linesComplete: true, lines: [{ id: 31 }] });
  });

  it('adds the discounts of a line before it rounds them', () => {
    const discounted = lineAnswer({ applied_discounts: [{ id: 'a', amount: '0.3333' }, { id: 'b', amount: 0.3333 }, { id: 'c', amount: '0.3384' }] });
    expect(parsed(shipping([discounted])).lines[0]?.discount).toEqual(aud(101));
  });

  it('leaves out a line that was edited away, and knows the child of a bundle', () => {
    const lines = [lineAnswer(), lineAnswer({ id: 32, quantity: 0 }), lineAnswer({ id: 33, parent_order_product_id: 31, is_bundled_product: true })];
    expect(parsed(shipping(lines)).lines.map(({ id, bundledIn }) => [id, bundledIn])).toEqual([[31, null], [33, 31]]);
  });

  it.each([
    [{ display_name_merchant: 'Packaging', cost_ex_tax: '10.0000', cost_inc_tax: '11.0000', tax_class_id: 2 }, { name: 'Packaging', amount: { incTax: aud(1100), exTax: aud(1000) }, taxClassId: 2 }],
    [{ display_name_customer: 'Gift', cost_exc_tax: '10.0000', cost_inc_tax: '11.0000', tax_class_id: null }, { name: 'Gift', amount: { incTax: aud(1100), exTax: aud(1000) }, taxClassId: null }],
  ])('has a fee, however its cost is spelt', (fee, expected) => {
    expect(parsed({ fees: [fee] }).fees).toEqual([expected]);
  });

  it('has no fees where only their address is given', () => {
    expect(parsed({ fees: { url: 'https://x', resource: '/orders/218/fees' } }).fees).toEqual([]);
  });

  it.each([
    ['a guest', { customer_id: 0 }, { customerId: null }],
    ['an order of ours', { external_source: '9001', external_order_id: '71' }, { externalSource: '9001', externalOrderId: '71' }],
    ['an archived one', { is_deleted: true }, { isArchived: true }],
    ['null for text', { staff_notes: null, payment_status: null }, { staffNotes: '', paymentStatus: '' }],
    ['numbers for amounts', { total_inc_tax: 55, shipping_cost_inc_tax: 11 }, { total: { incTax: aud(5500), exTax: aud(5000) } }],
  ])('knows %s', (_name, change, expected) => {
    expect(parsed(change)).toMatchObject(expected);
  });

  it('counts yen in yen', () => {
    expect(parsed({ default_currency_code: 'JPY', total_inc_tax: '5500.0000' }).total.incTax).toEqual({ minor: 5500, currency: 'JPY' });
  });

  it.each([
    ['a status that nobody knows', { status_id: 15 }],
    ['a total that is none', { total_inc_tax: 'n/a' }],
    ['a date that is none', { date_modified: '' }],
    ['a line of an unknown kind', shipping([lineAnswer({ type: 'service' })])],
  ])('is refused with %s', (_name, change) => {
    expect(orderWire.safeParse(orderAnswer(change)).success).toBe(false);
  });
});

import { Instant } from '../instant';
import { Address, Order, OrderLine } from '../order';
import { AUD, cents, decimal, taxed } from './amounts';

export const anAddress = (change: Partial<Address> = {}): Address =>
  Address.parse({
    firstName: 'Ana',
    lastName: 'Diaz',
    company: '',
    street1: '1 George St',
    street2: '',
    city: 'Sydney',
    state: 'New South Wales',
    postcode: '2000',
    country: 'Australia',
    countryCode: 'AU',
    phone: '0400 000 000',
    email: 'ana@example.com',
    ...change,
  });

/** One tote for 22.00 with 10 % GST inside. */
export const anOrderLine = (change: Partial<OrderLine> = {}): OrderLine =>
  OrderLine.parse({
    id: 1,
    productId: 111,
    variantId: 211,
    name: 'Canvas tote',
    sku: 'TOTE-01',
    kind: 'physical',
    quantity: 1,
    unitIncTax: decimal('22.0000'),
    unitExTax: decimal('20.0000'),
    total: taxed(2200, 2000),
    discount: cents(0),
    wrapping: taxed(0, 0),
    quantityRefunded: 0,
    quantityShipped: 0,
    bundledIn: null,
    ...change,
  });

/** The reference's worked example: 2 x 22.00, shipping 11.00, 10 % GST inside, 55.00 in all (hike-api 6.4). */
export const anOrder = (change: Partial<Order> = {}): Order =>
  Order.parse({
    id: 1042,
    statusId: 11,
    createdAt: Instant.parse('2026-01-15T03:20:00.000Z'),
    modifiedAt: Instant.parse('2026-01-15T03:25:00.000Z'),
    currency: AUD,
    pricesIncludeTax: true,
    customerId: 7,
    billing: anAddress(),
    lines: [anOrderLine({ quantity: 2, total: taxed(4400, 4000) })],
    linesComplete: true,
    unitCount: 2,
    shipping: taxed(1100, 1000),
    shippingTaxClassId: 2,
    handling: taxed(0, 0),
    handlingTaxClassId: null,
    wrapping: taxed(0, 0),
    wrappingTaxClassId: null,
    fees: [],
    discount: cents(0),
    couponDiscount: cents(0),
    storeCredit: cents(0),
    giftCertificates: cents(0),
    total: taxed(5500, 5000),
    paymentMethod: 'PayPal',
    paymentStatus: 'captured',
    externalSource: null,
    externalOrderId: null,
    staffNotes: '',
    isArchived: false,
    ...change,
  });

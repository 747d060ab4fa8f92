import { randomUUID } from 'node:crypto';
import { ApiRefusal } from '../api-refusal.ts';
import { amount, toCents } from '../model/amount.ts';
import type { Address, Coupon, Order } from '../model/order.ts';
import { nextId, taxRate, type Store } from '../model/store.ts';
import type { Platform } from '../platform.ts';
import { blankOrder, EMPTY_ADDRESS } from './blank-order.ts';
import { acceptOrder } from './change-status.ts';
import { placeOrderInput, type PlaceOrderInput, type PlacedOrder } from './place-order-input.ts';
import { placedLines } from './placed-lines.ts';
import { costOf, priceOrder } from './price-order.ts';
import { recordPayment } from './record-payment.ts';
import { assertInStock } from './stock-of-order.ts';

const HOME: Record<string, Partial<Address>> = {
  AU: { street_1: '12 Harbour Street', city: 'Sydney', state: 'New South Wales', zip: '2000', country: 'Australia', country_iso2: 'AU' },
  US: { street_1: '812 Congress Avenue', city: 'Austin', state: 'Texas', zip: '78701', country: 'United States', country_iso2: 'US' },
};

function shopper(store: Store, placed: PlacedOrder): Address {
  const home = HOME[store.settings.countryCode] ?? HOME['US'];
  const base = { ...EMPTY_ADDRESS, ...home };
  const customer = placed.customerId === undefined ? undefined : store.customers.get(placed.customerId);
  if (placed.customerId !== undefined && !customer) throw new ApiRefusal(404, `The store has no customer ${placed.customerId}.`);
  if (!customer) {
    const guest = placed.guest ?? { firstName: 'Gia', lastName: 'Guest', email: 'gia.guest@example.com' };
    return { ...base, first_name: guest.firstName, last_name: guest.lastName, email: guest.email, phone: guest.phone ?? '' };
  }
  const address = [...store.addresses.values()].find((candidate) => candidate.customer_id === customer.id);
  const own = { first_name: customer.first_name, last_name: customer.last_name, email: customer.email, phone: customer.phone, company: customer.company };
  if (!address) return { ...base, ...own };
  const { address1, address2, city, state_or_province: state, postal_code: zip, country, country_code: iso } = address;
  return { ...base, ...own, street_1: address1, street_2: address2, city, state, zip, country, country_iso2: iso };
}

function couponOf(store: Store, order: Order, coupon: NonNullable<PlacedOrder['coupon']>): Coupon {
  const value = order.lines.reduce((total, line) => total + (order.taxInclusive ? line.totalInc : line.totalEx), 0);
  const discount = coupon.type === 'percent' ? toCents((value * coupon.value) / 100) : Math.min(amount(coupon.value), value);
  return { id: nextId(store, 'orderCoupon'), couponId: 1, code: coupon.code, amount: coupon.value, type: coupon.type === 'percent' ? 1 : 2, discount };
}

function applyMoney(store: Store, order: Order, placed: PlacedOrder): void {
  const inclusive = order.taxInclusive;
  order.shipping = costOf(placed.shipping ?? 0, taxRate(store, 2), inclusive);
  order.handling = costOf(placed.handling ?? 0, taxRate(store, 2), inclusive);
  order.discount = placed.manualDiscount ?? 0;
  order.fees = placed.fees.map((fee) => ({
    id: nextId(store, 'fee'),
    nameCustomer: fee.name,
    nameMerchant: fee.name,
    source: 'Store',
    cost: costOf(fee.cost, taxRate(store, 0), inclusive),
    taxClassId: 0,
  }));
  // Priced once without the coupon, to know what a percentage is taken of.
  priceOrder(order);
  if (placed.coupon) order.coupons = [couponOf(store, order, placed.coupon)];
  order.giftCertificate = placed.giftCertificate?.amount ?? 0;
  order.storeCredit = placed.storeCredit ?? 0;
  priceOrder(order);
}

function applyPeople(store: Store, order: Order, placed: PlacedOrder): void {
  order.billing = shopper(store, placed);
  order.customerId = placed.customerId ?? 0;
  if (placed.pickup) {
    order.pickup = { id: nextId(store, 'consignment'), methodId: 1, displayName: 'Click & collect', instructions: 'Ask at the counter', timeDescription: 'Today' };
  } else if (placed.lines.some((line) => !line.digital)) {
    order.addresses = [{ ...order.billing, id: nextId(store, 'orderAddress'), shippingMethod: placed.shippingMethod, formFields: [] }];
  }
}

/** Places an order as the storefront would: prices, tax and payment are the store's own. */
export function placeOrder(platform: Platform, store: Store, input: PlaceOrderInput): Order {
  const placed = placeOrderInput.parse(input);
  const order = blankOrder(store, placed.placedAt === undefined ? platform.core.clock.now().toISOString() : new Date(placed.placedAt).toISOString());
  const currency = store.currencies.find((candidate) => candidate.code === placed.currency);
  if (placed.currency !== undefined && !currency) throw new ApiRefusal(422, `The store has no currency ${placed.currency}.`);
  Object.assign(order, {
    statusId: placed.status,
    source: 'www',
    taxProviderId: 'BasicTaxProvider',
    cartId: randomUUID(),
    ipAddress: '203.0.113.7',
    geoipCountry: store.settings.country,
    geoipCountryIso2: store.settings.countryCode,
    paymentMethod: placed.paymentMethod,
    customerMessage: placed.customerMessage,
    staffNotes: placed.staffNotes,
    externalOrderId: placed.externalOrderId,
    shippedAt: placed.status === 2 || placed.status === 10 ? order.createdAt : null,
  });
  if (currency) Object.assign(order, { displayCurrency: currency.code, transactionCurrency: currency.code, transactionRate: currency.rate });
  applyPeople(store, order, placed);
  order.lines = placedLines(store, order, placed.lines);
  applyMoney(store, order, placed);
  recordPayment(store, order, placed);
  assertInStock(store, order);
  return acceptOrder(platform, store, order);
}

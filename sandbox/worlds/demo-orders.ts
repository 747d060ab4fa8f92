import type { PlaceOrderInput } from '../bigcommerce/orders/place-order-input.ts';

const GUEST = { firstName: 'Gia', lastName: 'Guest', email: 'gia.guest@example.com' };
const OTHER_GUEST = { firstName: 'Noor', lastName: 'Haddad', email: 'noor.haddad@example.com', phone: '0400 000 111' };
const MANY = ['SOAP-OAT', 'MUG-BLUE', 'MUG-SAND', 'TOTE-01', 'BASIL-SEED', 'TOWEL-LINEN'];

const sixtyLines = Array.from({ length: 60 }, (_, index) => ({ sku: MANY[index % MANY.length] ?? 'SOAP-OAT', quantity: 1 }));

/** Days before now, and the order. Customers are 1 to 6, in the order of `addPeople`. */
export type Past = [daysAgo: number, order: PlaceOrderInput];

/** Awaiting something, paid: what a merchant imports. */
const TO_IMPORT: Past[] = [
  [0.1, { customerId: 1, lines: [{ sku: 'TOTE-01', quantity: 2 }], shipping: '9.95' }],
  [0.2, { customerId: 2, lines: [{ sku: 'MUG-BLUE', quantity: 3 }, { sku: 'TEE-M' }, { sku: 'BASIL-SEED', quantity: 4 }], shipping: '12.50', coupon: { code: 'WELCOME10', type: 'percent', value: 10 } }],
  [0.4, { guest: GUEST, lines: [{ sku: 'CANDLE-FIG', wrapping: { name: 'Gift wrap', message: 'Happy birthday', cost: '4.95' } }, { sku: 'SOAP-OAT', quantity: 2 }], shipping: '9.95', handling: '2.00', paymentMethod: 'PayPal' }],
  [0.6, { customerId: 3, lines: [{ sku: 'BOARD-OAK' }, { sku: 'TEA-SENCHA', quantity: 2 }], shipping: '0', giftCertificate: { code: 'GIFT-7Q2X', amount: '50.00' } }],
  [0.8, { customerId: 4, lines: [{ sku: 'TEE-S', quantity: 2 }, { sku: 'TEE-L' }], shipping: '9.95', storeCredit: '20.00', manualDiscount: '7.77' }],
  [1, { guest: OTHER_GUEST, status: 9, lines: [{ sku: 'VASE-TALL' }, { sku: 'MUG-SAND' }], shipping: '14.95', fees: [{ name: 'Fragile handling', cost: '3.30' }] }],
  [1.2, { customerId: 5, status: 8, pickup: true, lines: [{ sku: 'CANDLE-CEDAR', quantity: 2 }], paymentMethod: 'Pay in Store', paid: '69.90' }],
  [1.5, { customerId: 6, lines: sixtyLines, shipping: '25.00', customerMessage: 'For the office. Please leave at reception.' }],
  [1.8, { customerId: 1, lines: [{ sku: 'OLD-LAMP', quantity: 1, price: '89.00' }, { sku: 'TOTE-01' }], shipping: '9.95' }],
  [2, { customerId: 2, lines: [{ name: 'Engraving, 12 letters', quantity: 1, price: '15.00' }, { sku: 'BOARD-OAK' }], shipping: '9.95', staffNotes: 'Engrave "Okafor"' }],
  [2.2, { guest: GUEST, currency: 'USD', lines: [{ sku: 'POSTER-A2', quantity: 2 }], shipping: '19.95' }],
  [2.5, { customerId: 3, lines: [{ sku: 'POSTER-A2' }, { name: 'Harbour wallpaper (download)', price: '5.00', digital: true }], shipping: '9.95', paymentMethod: 'Bank Deposit', paid: '43.95' }],
];

/** Finished ones. */
const FINISHED: Past[] = [
  [3, { customerId: 4, status: 10, lines: [{ sku: 'MUG-BLUE', quantity: 2 }], shipping: '9.95' }],
  [3.5, { customerId: 1, status: 2, lines: [{ sku: 'TOWEL-LINEN', quantity: 3 }, { sku: 'SOAP-OAT', quantity: 6 }], shipping: '9.95', coupon: { code: 'FIVER', value: 5 }, manualDiscount: '1.59' }],
  [4, { guest: OTHER_GUEST, status: 10, lines: [{ name: 'Harbour wallpaper (download)', price: '5.00', digital: true }] }],
];

/** One or two for every status that is refused, shown or left out. */
const THE_REST: Past[] = [
  [0.05, { status: 0, guest: GUEST, lines: [{ sku: 'VASE-TALL' }] }],
  [0.3, { status: 1, guest: GUEST, lines: [{ sku: 'TOTE-01' }], paymentMethod: 'Bank Deposit' }],
  [0.7, { status: 7, customerId: 5, lines: [{ sku: 'TEE-M', quantity: 2 }], shipping: '9.95', paymentMethod: 'Cash on Delivery' }],
  [4.5, { status: 3, customerId: 2, lines: [{ sku: 'MUG-SAND', quantity: 4 }, { sku: 'CANDLE-FIG' }], shipping: '12.50' }],
  [5, { status: 4, customerId: 3, lines: [{ sku: 'TOTE-01' }], shipping: '9.95' }],
  [5.2, { status: 5, guest: OTHER_GUEST, lines: [{ sku: 'SOAP-OAT', quantity: 3 }] }],
  [5.5, { status: 6, guest: GUEST, lines: [{ sku: 'BOARD-OAK' }] }],
  [5.8, { status: 12, customerId: 6, lines: [{ sku: 'VASE-TALL' }], shipping: '14.95' }],
  [6, { status: 13, customerId: 5, lines: [{ sku: 'CANDLE-CEDAR' }], shipping: '9.95', paymentMethod: 'PayPal' }],
  [6.3, { status: 14, customerId: 4, lines: [{ sku: 'MUG-BLUE', quantity: 2 }, { sku: 'TOWEL-LINEN' }], shipping: '9.95' }],
  [0.9, { status: 11, customerId: 6, lines: [{ sku: 'TEE-L' }], shipping: '9.95', paymentMethod: 'Bank Deposit', paid: '20.00', staffNotes: 'Deposit paid, the rest on collection' }],
];

/** Twenty-six orders over all fifteen statuses, with every kind of money. */
export const DEMO_ORDERS: Past[] = [...TO_IMPORT, ...FINISHED, ...THE_REST].sort(([a], [b]) => b - a);

export const US_ORDERS: Past[] = (
  [
    [2, { customerId: 1, status: 10, lines: [{ sku: 'MUG-BLUE', quantity: 3 }], shipping: '7.99' }],
    [1, { customerId: 2, lines: [{ sku: 'TEE-M', quantity: 2 }, { sku: 'TEA-SENCHA' }], shipping: '7.99', coupon: { code: 'SPRING', type: 'percent', value: 15 } }],
    [0.5, { guest: GUEST, lines: [{ sku: 'CANDLE-FIG', wrapping: { cost: '3.95' } }], shipping: '7.99', handling: '1.50', manualDiscount: '2.00' }],
    [0.2, { customerId: 3, lines: [{ sku: 'SOAP-OAT', quantity: 7 }, { sku: 'BASIL-SEED', quantity: 3 }], shipping: '5.49', giftCertificate: { amount: '10.00' } }],
  ] satisfies Past[]
);

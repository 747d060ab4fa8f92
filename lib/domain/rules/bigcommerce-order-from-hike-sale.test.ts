import { describe, expect, it } from 'vitest';
import { CustomerId, HikeProductId, OrderId, ProductId, VariantId } from '../ids';
import { Currency } from '../money';
import type { Sale } from '../sale';
import { cents, taxed } from '../testing/amounts';
import { anAddress } from '../testing/an-order';
import { aProfile, someSettings } from '../testing/a-shop';
import { aRefund, aSale, aSaleLine } from '../testing/a-sale';
import { bigcommerceOrderFromHikeSale, type SendContext } from './bigcommerce-order-from-hike-sale';

const variant = { productId: ProductId.parse(111), variantId: VariantId.parse(211) };

const send = (sale: Partial<Sale> = {}, context: Partial<SendContext> = {}) =>
  bigcommerceOrderFromHikeSale(aSale(sale), {
    settings: someSettings(),
    profile: aProfile(),
    importedFrom: null,
    variants: new Map([[HikeProductId.parse(812), variant]]),
    customer: null,
    registerName: 'Till 1',
    laterSales: [],
    ...context,
  });

const ana = { id: CustomerId.parse(7), draft: { firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '0400', company: 'Diaz Ltd', address: null } };

describe('bigcommerceOrderFromHikeSale', () => {
  it('makes a completed order of a till sale', () => {
    expect(send()).toEqual({
      kind: 'create',
      isExchange: false,
      draft: {
        saleId: 501,
        statusId: 10,
        createdAt: '2026-01-15T03:20:00.000Z',
        customerId: null,
        billing: { ...aProfile().address, firstName: 'Walk-in', lastName: 'customer', email: '', phone: '' },
        lines: [{ variant, name: 'Canvas tote', sku: 'TOTE-01', quantity: 1, unit: taxed(2200, 2000) }],
        fees: [],
        discount: cents(0),
        subtotal: taxed(2200, 2000),
        shipping: taxed(0, 0),
        total: taxed(2200, 2000),
        paymentMethod: 'Cash',
        staffNotes: 'Hike sale T1-1000, register Till 1, A$22.00.',
      },
    });
  });

  it.each<[string, Partial<Sale>, object]>([
    ['a sale voided before it was ever seen as cancelled', { status: 'Voided' }, { draft: { statusId: 5 } }],
    ['a lay-by as pending', { status: 'LayBy', paid: cents(500) }, { draft: { statusId: 1, staffNotes: expect.stringContaining('Paid so far: A$5.00.') as string } }],
    ['the new lines of an exchange', { status: 'Exchange', lines: [aSaleLine({ total: cents(3300), exTax: cents(3000), tax: cents(300) }), ...aRefund().lines], totalTax: cents(100), net: cents(1100) }, { isExchange: true, draft: { statusId: 10, total: taxed(3300, 3000), lines: [{ quantity: 1 }] } }],
    ['a line of a product that is not linked as a custom line', { lines: [aSaleLine({ productId: HikeProductId.parse(813) })] }, { draft: { lines: [{ variant: null }] } }],
    ['a custom line as a custom line', { lines: [aSaleLine({ productId: null })] }, { draft: { lines: [{ variant: null }] } }],
  ])('sends %s', (_, sale, expected) => {
    expect(send(sale)).toMatchObject({ kind: 'create', ...expected });
  });

  it('knows a sale that was refunded before it was sent', () => {
    expect(send({}, { laterSales: [aRefund()] })).toMatchObject({ draft: { statusId: 4 } });
  });

  it('bills a customer at their own address', () => {
    const address = anAddress({ street1: '9 Own St', postcode: '3000' });
    expect(send({}, { customer: { ...ana, draft: { ...ana.draft, address } } })).toMatchObject({ draft: { customerId: 7, billing: { street1: '9 Own St', firstName: 'Ana', email: 'ana@example.com' } } });
  });

  it('takes a postcode of two characters for one', () => {
    const address = anAddress({ street1: '9 Own St', postcode: '30' });
    expect(send({}, { customer: { ...ana, draft: { ...ana.draft, address } } })).toMatchObject({ draft: { billing: { street1: '9 Own St' } } });
  });

  it('sends a sale made at the start date', () => {
    expect(send({}, { settings: someSettings({ startDate: '2026-01-15T03:20:00.000Z' }) }).kind).toBe('create');
  });

  it.each([
    ['no address', null],
    ['an address without a postcode', anAddress({ postcode: ' ' })],
    ['an address whose postcode is one character among blanks', anAddress({ postcode: ' 3 ' })],
  ])('bills a customer with %s at the store’s', (_, address) => {
    expect(send({}, { customer: { ...ana, draft: { ...ana.draft, address } } })).toMatchObject({ draft: { billing: { street1: '5 Pitt St', lastName: 'Diaz', phone: '0400', company: 'Diaz Ltd' } } });
  });

  it.each<[string, Partial<Sale>, Partial<SendContext>, string]>([
    ['a parked sale', { status: 'Parked' }, {}, 'The sale is parked in Hike; it is sent once it is completed.'],
    ['a quote', { status: 'Quote' }, {}, 'Quotes are not sent to BigCommerce.'],
    ['a sale before the start date', {}, { settings: someSettings({ startDate: '2026-01-15T03:20:00.001Z' }) }, 'The sale was made before the start date in Settings.'],
    ['a sale imported from an order', {}, { importedFrom: OrderId.parse(1042) }, 'The sale came from BigCommerce order 1042.'],
    ['a sale of Hike’s own BigCommerce connector', { source: 5 }, {}, 'The sale came from BigCommerce.'],
    ['a sale that another store made', { note: 'BigCommerce order 9 (store other1)' }, {}, 'The sale came from BigCommerce.'],
    ['a sale with our kind of number', { number: 'BC-9' }, {}, 'The sale came from BigCommerce.'],
  ])('leaves out %s, and says why', (_, sale, context, reason) => {
    expect(send(sale, context)).toEqual({ kind: 'left-out', reason });
  });

  it('leaves a refund to its original sale', () => {
    expect(send(aRefund())).toEqual({ kind: 'refund' });
  });

  it.each<[string, Partial<Sale>, Partial<SendContext>, object]>([
    ['a sale in another currency than the store’s', { currency: Currency.parse('NZD') }, {}, { code: 'sale-currency-differs', details: { sale: 'NZD', store: 'AUD' } }],
    ['a sale without lines', { lines: [], net: cents(0), totalTax: cents(0) }, {}, { code: 'sale-without-lines' }],
    ['a sale whose parts do not make its total', { net: cents(9900) }, {}, { code: 'sale-total-differs' }],
    ['any sale while a setting is missing', {}, { settings: someSettings({ salePrice: null }) }, { code: 'settings-missing', details: { missing: 'sale price' } }],
    ['any sale while settings are missing', {}, { settings: someSettings({ registerId: null, salePrice: null }) }, { code: 'settings-missing', details: { missing: 'register, sale price' } }],
    ['any sale before there is a start date', {}, { settings: someSettings({ startDate: null }) }, { code: 'settings-missing', details: { missing: 'start date' } }],
  ])('refuses %s', (_, sale, context, problem) => {
    expect(send(sale, context)).toMatchObject({ kind: 'refuse', problem });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HikeCustomerId } from '../ids';
import { problem } from '../problems';
import type { Order } from '../order';
import type { SaleDraft } from '../sale';
import { cents, taxed } from '../testing/amounts';
import { anImportContext } from '../testing/an-import-context';
import { anAddress, anOrder, anOrderLine } from '../testing/an-order';
import { GST, NO_TAX, someLists, someSettings, WEB } from '../testing/a-shop';
import { hikeSaleFromBigCommerceOrder, type ImportContext } from './hike-sale-from-bigcommerce-order';
import { saleTotals } from './sale-totals';

const decide = (order: Partial<Order> = {}, context: Partial<ImportContext> = {}) => hikeSaleFromBigCommerceOrder(anOrder(order), anImportContext(context));

const draftOf = (order: Partial<Order> = {}, context: Partial<ImportContext> = {}): SaleDraft => {
  const decision = decide(order, context);
  if (decision.kind === 'refuse') throw new Error(`refused: ${JSON.stringify(decision.problem)}`);
  return decision.draft;
};

const problemOf = (order: Partial<Order> = {}, context: Partial<ImportContext> = {}) => {
  const decision = decide(order, context);
  return decision.kind === 'refuse' ? decision.problem : null;
};

const net = (draft: SaleDraft) => saleTotals({ ...draft, shippingTax: draft.shippingTax.amount }).net;
const paid = (draft: SaleDraft) => draft.payments.reduce((total, { amount }) => total + amount.minor, 0);
const custom = (id: number, change: Parameters<typeof anOrderLine>[0] = {}) => anOrderLine({ id, productId: null, variantId: null, name: `Custom ${id}`, sku: '', ...change });

describe('hikeSaleFromBigCommerceOrder', () => {
  it('makes the sale of the reference’s worked example', () => {
    expect(decide()).toEqual({
      kind: 'create',
      notes: [],
      draft: {
        orderId: 1042,
        reference: 'BC-1042',
        status: 'Parked',
        transactionDate: '2026-01-15T03:20:00.000Z',
        outletId: 1,
        registerId: 5,
        customer: null,
        taxInclusive: true,
        currency: 'AUD',
        lines: [
          expect.objectContaining({ productId: 812, title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, retailPrice: cents(2200), unitDiscount: cents(0), tax: expect.objectContaining({ id: GST }) }),
        ],
        shipping: cents(1100),
        shippingTax: { tax: expect.objectContaining({ id: GST }), amount: '1.00' },
        rounding: cents(0),
        payments: [{ typeId: WEB, name: 'BigCommerce', kind: 33, amount: cents(5500) }],
        note: 'BigCommerce order 1042 (store abc123)\nPayment method: PayPal\nCustomer: Ana Diaz',
      },
    });
  });

  it.each([
    ['their name without blanks', { firstName: ' Ana ', lastName: ' Diaz ' }, 'Customer: Ana Diaz'],
    ['their last name alone', { firstName: ' ', lastName: 'Diaz' }, 'Customer: Diaz'],
    ['their company where there is no name', { firstName: '', lastName: '', company: ' Acme ' }, 'Customer: Acme'],
  ])('keeps of a guest %s', (_, billing, line) => {
    expect(draftOf({ billing: anAddress(billing) }).note.split('\n').at(-1)).toBe(line);
  });

  it('notes nothing that is not there', () => {
    expect(draftOf({ billing: anAddress({ firstName: '', lastName: '', company: '' }), paymentMethod: ' ' }).note).toBe('BigCommerce order 1042 (store abc123)');
    expect(draftOf({ paymentMethod: ' PayPal ' }).note).toContain('\nPayment method: PayPal\n');
  });

  it('names the customer on the sale and not in the note', () => {
    const draft = draftOf({}, { customer: { id: HikeCustomerId.parse(51), name: 'Ana Diaz' } });
    expect(draft).toMatchObject({ customer: { id: 51, name: 'Ana Diaz' }, note: expect.not.stringContaining('Customer:') as string });
  });

  it('completes the sale of a shipped order', () => {
    expect(draftOf({ statusId: 2 }).status).toBe('Completed');
  });

  it('works in prices without tax when the store does', () => {
    const draft = draftOf({ pricesIncludeTax: false });
    expect(draft).toMatchObject({ taxInclusive: false, lines: [{ retailPrice: cents(2000) }], shipping: cents(1100) });
    expect(net(draft)).toEqual(cents(5500));
  });

  it('sells custom lines, gift certificates, wrapping, handling and fees as custom lines with their own tax', () => {
    const draft = draftOf({
      lines: [custom(1), custom(2, { kind: 'giftcertificate', name: 'Gift certificate', total: taxed(5000, 5000) })],
      wrapping: taxed(330, 300),
      handling: taxed(550, 500),
      fees: [{ name: 'Surcharge', amount: taxed(110, 100), taxClassId: null }],
      total: taxed(9290, 8900),
    });
    expect(draft.lines.map(({ title, productId, tax, retailPrice }) => [title, productId, tax.id, retailPrice.minor])).toEqual([
      ['Custom 1', null, GST, 2200],
      ['Gift certificate', null, NO_TAX, 5000],
      ['Gift wrapping', null, GST, 330],
      ['Handling', null, GST, 550],
      ['Surcharge', null, GST, 110],
    ]);
    expect(draft.lines.map(({ sku }) => sku)).toEqual(['', '', '', '', '']);
    expect(net(draft)).toEqual(cents(9290));
  });

  it('sells a fee of a cent, of which no cent is left without tax', () => {
    const draft = draftOf({ fees: [{ name: 'Surcharge', amount: taxed(1, 0), taxClassId: null }], total: taxed(5501, 5000) });
    expect(draft.lines.map(({ title, retailPrice }) => [title, retailPrice.minor])).toEqual([['Canvas tote', 2200], ['Surcharge', 1]]);
  });

  it('sends a SKU without what stands around it', () => {
    expect(draftOf({ lines: [anOrderLine({ sku: ' TOTE-01 ', quantity: 2, total: anOrder().lines[0]!.total })] }).lines).toMatchObject([{ sku: 'TOTE-01' }]);
  });

  it('does not sell the children of a bundle again', () => {
    expect(draftOf({ lines: [...anOrder().lines, custom(2, { bundledIn: 1 })] }).lines).toHaveLength(1);
  });

  it('taxes a line whose product BigCommerce no longer has by the default class', () => {
    const products = new Map([[1, { hikeProductId: 812 as never, name: 'Tote', taxClassId: null }]]);
    expect(draftOf({}, { products }).lines[0]?.tax.id).toBe(GST);
  });

  it('splits a line whose discounted total its units do not divide, a cent apart', () => {
    const draft = draftOf({ lines: [anOrderLine({ quantity: 3, total: taxed(6600, 6000), discount: cents(100) })], discount: cents(100), total: taxed(7600, 6909) });
    expect(draft.lines.map(({ quantity, retailPrice, unitDiscount }) => [quantity, retailPrice.minor, unitDiscount.minor])).toEqual([[2, 2200, 33], [1, 2200, 34]]);
    expect(net(draft)).toEqual(cents(7600));
  });

  it('spreads a discount that is on no line, but never over a gift certificate', () => {
    const certificate = custom(3, { kind: 'giftcertificate', total: taxed(5000, 5000) });
    const draft = draftOf({ lines: [anOrderLine(), custom(2), certificate], couponDiscount: cents(440), total: taxed(10060, 9600) });
    expect(draft.lines.map(({ unitDiscount }) => unitDiscount.minor)).toEqual([220, 220, 0]);
  });

  it('believes lines that claim more discount than the order states when only that makes the total', () => {
    const draft = draftOf({ lines: [anOrderLine({ quantity: 2, total: taxed(4400, 4000), discount: cents(400) })], discount: cents(0), total: taxed(5100, 4636) });
    expect(draft.lines[0]?.unitDiscount).toEqual(cents(200));
  });

  it.each([
    ['still contains', 5500],
    ['no longer contains', 4500],
  ])('pays with gift certificate and method when the total %s what the certificate paid', (_, total) => {
    const draft = draftOf({ giftCertificates: cents(1000), total: taxed(total, total) });
    expect(draft.payments.map(({ amount }) => amount.minor)).toEqual([1000, 4500]);
    expect(draft.rounding).toEqual(cents(0));
  });

  it('pays an order that store credit covers without its method', () => {
    const draft = draftOf({ storeCredit: cents(5500), total: taxed(0, 0), paymentMethod: '' });
    expect(draft.payments.map(({ amount }) => amount.minor)).toEqual([5500]);
  });

  it('imports a free order without any payment', () => {
    const draft = draftOf({ discount: cents(4400), shipping: taxed(0, 0), total: taxed(0, 0), paymentMethod: '' });
    expect(draft).toMatchObject({ payments: [], rounding: cents(0) });
  });

  it.each([
    [5505, 5, 'A$0.05'],
    [5503, 3, 'A$0.03'],
    [5495, -5, '-A$0.05'],
  ])('puts a difference of up to 5 cents on Hike’s rounding and says so (%i)', (total, rounding, text) => {
    const decision = decide({ total: taxed(total, total) });
    expect(decision).toMatchObject({ kind: 'create', notes: [`${text} put on Hike’s rounding.`], draft: { rounding: cents(rounding), note: expect.stringContaining('rounding') as string } });
    if (decision.kind === 'create') expect([net(decision.draft).minor, paid(decision.draft)]).toEqual([total, total]);
  });

  it.each([5506, 5494])('refuses a difference of more than 5 cents (%i)', (total) => {
    expect(problemOf({ total: taxed(total, total) })).toMatchObject({ code: 'total-differs', details: { hike: 'A$55.00' } });
  });

  it.each<[string, Partial<Order>, Partial<ImportContext>, string]>([
    ['an order that cannot be imported as a whole', { isArchived: true }, {}, 'order-archived'],
    ['an order while the register is gone', {}, { hikeLists: someLists({ registers: [] }) }, 'register-gone'],
    ['a line whose product is not in Hike', {}, { products: new Map([[1, problem('product-not-in-hike', { line: 'Canvas tote', sku: 'X' })]]) }, 'product-not-in-hike'],
    ['a line whose product nobody looked for', {}, { products: new Map() }, 'product-not-in-hike'],
    ['a fee whose tax class is not mapped', { fees: [{ name: 'Fee', amount: taxed(110, 100), taxClassId: 77 as never }] }, {}, 'tax-unmapped'],
    ['shipping that was taxed at another rate', { shipping: taxed(1100, 900) }, {}, 'tax-differs'],
    ['an order paid with an unmapped payment method', {}, { settings: someSettings({ payments: { fallback: 99, byMethod: {} } }) }, 'payment-type-gone'],
  ])('refuses %s', (_, order, context, code) => {
    expect(problemOf(order, context)?.code).toBe(code);
  });

  it('names what it refuses', () => {
    expect(problemOf({}, { products: new Map() })).toEqual(problem('product-not-in-hike', { line: 'Canvas tote', sku: 'TOTE-01' }));
    expect(problemOf({ shipping: taxed(1100, 900) })).toMatchObject({ details: { line: 'Shipping' } });
  });

  it('equals the order to the cent, whatever was bought and discounted', () => {
    const anyLine = fc.record({ unit: fc.integer({ min: 1, max: 50_000 }), quantity: fc.integer({ min: 1, max: 20 }), taxFree: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), fc.nat(20_000), fc.nat(3_000), fc.nat(9_000), (bought, discount, shipping, credit) => {
        const lines = bought.map(({ unit, quantity, taxFree }, index) => {
          const inc = unit * quantity;
          return custom(index + 1, { quantity, total: taxed(inc, taxFree ? inc : inc - Math.round(inc / 11)) });
        });
        const goods = lines.reduce((total, line) => total + line.total.incTax.minor, 0);
        const total = goods - Math.min(discount, goods) + shipping;
        const storeCredit = Math.min(credit, total);
        const draft = draftOf({
          lines,
          discount: cents(Math.min(discount, goods)),
          shipping: taxed(shipping, shipping - Math.round(shipping / 11)),
          storeCredit: cents(storeCredit),
          total: taxed(total, total),
        });
        expect([net(draft).minor, paid(draft), draft.rounding.minor]).toEqual([total, total, 0]);
        for (const line of draft.lines) expect(line.unitDiscount.minor).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps within 5 cents and pays the order’s own total where BigCommerce rounds tax per line and Hike does not', () => {
    const anyLine = fc.record({ unit: fc.integer({ min: 1, max: 50_000 }), quantity: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (bought) => {
        const lines = bought.map(({ unit, quantity }, index) => {
          const ex = unit * quantity;
          return custom(index + 1, { quantity, total: taxed(ex + Math.round(ex / 10), ex) });
        });
        const total = lines.reduce((whole, line) => whole + line.total.incTax.minor, 0);
        const draft = draftOf({ pricesIncludeTax: false, lines, shipping: taxed(0, 0), total: taxed(total, total) });
        expect([net(draft).minor, paid(draft)]).toEqual([total, total]);
        expect(Math.abs(draft.rounding.minor)).toBeLessThanOrEqual(5);
      }),
    );
  });
});

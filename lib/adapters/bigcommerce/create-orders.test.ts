import { describe, expect, it } from 'vitest';
import { CustomerId, OrderId, ProductId, SaleId, VariantId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { Currency, money } from '../../domain/money';
import { type OrderDraft, ORDER_STATUS } from '../../domain/order';
import { BrokenContract } from '../../engine/ports/failures';
import type { OddItem } from '../../engine/ports/odd-item';
import { lineAnswer, orderAnswer } from './testing/order-answer';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const AUD = Currency.parse('AUD');
const taxed = (inc: number, ex: number) => ({ incTax: money(inc, AUD), exTax: money(ex, AUD) });
const nobody = { firstName: '', lastName: '', company: '', street1: '', street2: '', city: '', state: '', postcode: '', country: '', countryCode: '', phone: '', email: '' };
const since = Instant.parse('2026-01-15T03:20:00.456Z');

const draftOf = (change: Partial<OrderDraft> = {}): OrderDraft => ({
  saleId: SaleId.parse(71), statusId: ORDER_STATUS.Completed, createdAt: Instant.parse('2026-01-15T03:20:00.000Z'), customerId: CustomerId.parse(11),
  billing: { ...nobody, firstName: 'Ana', street1: '1 Quay St', postcode: '2000', country: 'Australia', countryCode: 'AU' },
  lines: [
    { variant: { productId: ProductId.parse(118), variantId: VariantId.parse(93) }, name: 'Tote', sku: 'TOTE-01', quantity: 2, unit: taxed(2200, 2000) },
    { variant: null, name: 'Gift wrap', sku: '', quantity: 1, unit: taxed(550, 500) },
  ],
  fees: [{ name: 'Tip', amount: taxed(200, 200) }], discount: money(0, AUD), subtotal: taxed(4950, 4500), shipping: taxed(1100, 1000), total: taxed(6250, 5700),
  paymentMethod: 'Cash', staffNotes: 'Hike sale 1042',
  ...change,
});

describe('reading orders', () => {
  it('does not go round in a list that ignores which ids were asked for', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: [orderAnswer({ id: 5 })] }));
    await expect(bigcommerce.orders.listByIds([OrderId.parse(218)])).rejects.toBeInstanceOf(BrokenContract);
    expect(sent).toHaveLength(1);
  });

  it('asks for one page of changes with lines and fees, by the whole second', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: [orderAnswer()] }));
    const orders = await bigcommerce.orders.listModifiedSince(since, 3);
    expect(orders.map(({ id }) => id)).toEqual([218]);
    expect(sent).toEqual([
      {
        method: 'GET', body: undefined, headers: expect.objectContaining({ 'X-Auth-Token': 'store-token', Accept: 'application/json' }) as unknown,
        url: '/stores/abc123/v2/orders?include=consignments,consignments.line_items,fees&consignment_structure=object&limit=250&min_date_modified=2026-01-15T03:20:00+00:00&sort=date_modified:asc&page=3',
      },
    ]);
  });

  it('takes 204 as no orders', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 204 }));
    expect(await bigcommerce.orders.listModifiedSince(since, 1)).toEqual([]);
  });

  it('asks once per span of 250 ids and keeps those that were meant', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => (url.includes('min_id=101') ? { body: [101, 102, 350].map((id) => orderAnswer({ id })) } : { status: 204 }));
    const orders = await bigcommerce.orders.listByIds([350, 101, 2000, 101].map((id) => OrderId.parse(id)));
    expect(orders.map(({ id }) => id)).toEqual([101, 350]);
    const archived = sent.filter(({ url }) => url.includes('is_deleted=true'));
    expect(sent.slice(0, -archived.length).map(({ url }) => /min_id=\d+&max_id=\d+/.exec(url)?.[0])).toEqual(['min_id=101&max_id=350', 'min_id=2000&max_id=2000']);
    expect(archived.map(({ url }) => /min_id=\d+&max_id=\d+/.exec(url)?.[0])).toEqual(['min_id=2000&max_id=2000']);
  });

  it('finds by its id an order that was archived', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => (url.includes('is_deleted=true') ? { body: [orderAnswer({ id: 101, is_deleted: true })] } : { status: 204 }));
    expect(await bigcommerce.orders.listByIds([OrderId.parse(101)])).toMatchObject([{ id: 101, isArchived: true }]);
  });

  it('reads on where a page holds fewer orders than asked for', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => ({ body: [orderAnswer({ id: url.includes('min_id=101') ? 101 : 103 })] }));
    const orders = await bigcommerce.orders.listByIds([101, 103].map((id) => OrderId.parse(id)));
    expect(orders.map(({ id }) => id)).toEqual([101, 103]);
    expect(sent.map(({ url }) => /min_id=\d+&max_id=\d+/.exec(url)?.[0])).toEqual(['min_id=101&max_id=103', 'min_id=102&max_id=103']);
  });

  it('reads the lines page by page where they were cut', async () => {
    const lines = Array.from({ length: 251 }, (_, index) => lineAnswer({ id: index + 1 }));
    const cut = orderAnswer({ consignments: { shipping: [{ line_items: lines.slice(0, 50), __warning__: { message: 'only 50' } }] }, items_total: 502 });
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => {
      if (!url.includes('/products')) return { body: [cut] };
      return { body: url.includes('page=1') ? lines.slice(0, 250) : lines.slice(250) };
    });
    const [order] = await bigcommerce.orders.listByIds([OrderId.parse(218)]);
    expect(order).toMatchObject({ linesComplete: true });
    expect(order?.lines).toHaveLength(251);
    expect(sent.slice(1).map(({ url }) => url)).toEqual([1, 2].map((page) => `/stores/abc123/v2/orders/218/products?limit=250&page=${page}`));
  });

  it('looks for a sale’s orders among the archived too, and compares exactly', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => ({
      body: url.includes('is_deleted=true') ? [orderAnswer({ id: 2, external_order_id: '71', is_deleted: true })] : [orderAnswer({ id: 1, external_order_id: '71' }), orderAnswer({ id: 3, external_order_id: '710' })],
    }));
    const orders = await bigcommerce.orders.listBySale(SaleId.parse(71));
    expect(orders.map(({ id, isArchived }) => [id, isArchived])).toEqual([[1, false], [2, true]]);
  });

  it('is a broken contract when an order is not understood, and names no person', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ body: [orderAnswer({ status_id: 'jane@example.com' })] }));
    const failure: unknown = await bigcommerce.orders.listModifiedSince(since, 1).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BrokenContract);
    expect(String(failure)).toMatch(/order 218: status_id/);
    expect(String(failure)).not.toContain('jane');
  });

  describe('of which some are not understood', () => {
    const beyond = { id: 219, total_inc_tax: '99999999999999999999.00' };
    const scripted = () => scriptedBigCommerce(({ url }) => ({ body: url.includes('is_deleted') ? [] : [orderAnswer({ id: 217, status_id: 77 }), orderAnswer(), orderAnswer(beyond)] }));

    it('has the others, and tells those apart', async () => {
      const odd: OddItem[] = [];
      expect((await scripted().bigcommerce.orders.listModifiedSince(since, 1, (one) => odd.push(one))).map(({ id }) => id)).toEqual([218]);
      expect(odd).toMatchObject([{ id: '217', why: expect.stringContaining('status_id') as unknown }, { id: '219' }]);
    });

    it('has what is asked for by id, whatever stands between', async () => {
      const { bigcommerce } = scripted();
      expect((await bigcommerce.orders.listByIds([216, 218].map((id) => OrderId.parse(id)))).map(({ id }) => id)).toEqual([218]);
      await expect(bigcommerce.orders.listByIds([217, 218].map((id) => OrderId.parse(id)))).rejects.toThrow(BrokenContract);
      const odd: OddItem[] = [];
      expect(await bigcommerce.orders.listByIds([217, 218].map((id) => OrderId.parse(id)), (one) => odd.push(one))).toHaveLength(1);
      expect(odd.map(({ id }) => id)).toEqual(['217']);
    });

    it('takes none for absent that has no id to know it by', async () => {
      const { bigcommerce } = scriptedBigCommerce(() => ({ body: [orderAnswer({ id: 'odd' }), orderAnswer()] }));
      await expect(bigcommerce.orders.listByIds([OrderId.parse(218)], () => undefined)).rejects.toThrow(BrokenContract);
    });
  });
});

describe('creating an order', () => {
  const created = async (draft: OrderDraft) => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { id: 300 } }));
    expect(await bigcommerce.orders.create(draft)).toBe(300);
    return sent[0];
  };

  it('sends all that follows from the sale, prices and totals in pairs', async () => {
    expect(await created(draftOf())).toMatchObject({
      method: 'POST', url: '/stores/abc123/v2/orders',
      body: {
        status_id: 10, customer_id: 11, date_created: 'Thu, 15 Jan 2026 03:20:00 +0000', external_order_id: '71', external_source: '9001',
        billing_address: { first_name: 'Ana', street_1: '1 Quay St', zip: '2000', country: 'Australia', country_iso2: 'AU' },
        products: [
          { product_id: 118, variant_id: 93, quantity: 2, price_inc_tax: 22, price_ex_tax: 20 },
          { name: 'Gift wrap', quantity: 1, price_inc_tax: 5.5, price_ex_tax: 5 },
        ],
        fees: [{ type: 'custom_fee', display_name_customer: 'Tip', display_name_merchant: 'Tip', source: 'Hike', cost_inc_tax: '2.00', cost_ex_tax: '2.00' }],
        discount_amount: '0.00', subtotal_inc_tax: '49.50', subtotal_ex_tax: '45.00', shipping_cost_inc_tax: '11.00', shipping_cost_ex_tax: '10.00',
        total_inc_tax: '62.50', total_ex_tax: '57.00', payment_method: 'Cash', staff_notes: 'Hike sale 1042',
      },
    });
  });

  it.each([
    ['a guest', { customerId: null }, { customer_id: 0 }],
    ['a walk-in without a postcode', { billing: nobody }, { billing_address: { zip: '0000' } }],
    ['a long name', { lines: [{ variant: null, name: 'n'.repeat(300), sku: ' S ', quantity: 1, unit: taxed(100, 100) }] }, { products: [{ name: 'n'.repeat(250), sku: 'S', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }] }],
  ])('takes %s', async (_name, change, expected) => {
    const { body } = (await created(draftOf(change))) as { body: Record<string, unknown> };
    for (const [field, value] of Object.entries(expected)) expect(body[field]).toEqual(value);
  });

  it('sends no order that BigCommerce would not understand', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { id: 300 } }));
    await expect(bigcommerce.orders.create(draftOf({ total: taxed(-100, -100) }))).rejects.toThrow(BrokenContract);
    await expect(bigcommerce.orders.create(draftOf({ lines: [] }))).rejects.toThrow(BrokenContract);
    expect(sent).toEqual([]);
  });

  it('always sends the status with a change', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { id: 300 } }));
    await bigcommerce.orders.update(OrderId.parse(300), { statusId: ORDER_STATUS.Refunded, staffNotes: 'Refunded' });
    expect(sent[0]).toMatchObject({ method: 'PUT', url: '/stores/abc123/v2/orders/300', body: { status_id: 4, staff_notes: 'Refunded' } });
  });
});

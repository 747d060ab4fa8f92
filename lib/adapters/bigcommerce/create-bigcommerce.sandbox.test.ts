import { beforeAll, describe, expect, it } from 'vitest';
import { OrderId, SaleId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { ORDER_STATUS } from '../../domain/order';
import { AccessLost, RefusedByVendor, UnknownOutcome } from '../../engine/ports/failures';
import { HOOK_SECRET_HEADER } from '../../engine/ports/hook-secret-header';
import { openSandboxStore, type SandboxStore } from './testing/sandbox-store';
import { orderDraftOf } from './testing/order-draft';

const LONG_AGO = Instant.parse('2020-01-01T00:00:00.000Z');
const HOUR = 60 * 60 * 1000;

let store: SandboxStore;
beforeAll(async () => {
  store = await openSandboxStore();
});

const found = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('The demo world lacks what this test needs.');
  return thing;
};

describe('orders of a store', () => {
  it('are all understood, in the order of their change', async () => {
    const orders = await store.bigcommerce.orders.listModifiedSince(LONG_AGO, 1);
    expect(new Set(orders.map(({ statusId }) => statusId)).size).toBe(15);
    expect(orders.map(({ modifiedAt }) => modifiedAt)).toEqual(orders.map(({ modifiedAt }) => modifiedAt).toSorted());
    for (const { total, lines } of orders) {
      expect(total.incTax.minor).toBeGreaterThan(0);
      expect(lines.length).toBeGreaterThan(0);
    }
    expect(await store.bigcommerce.orders.listModifiedSince(LONG_AGO, 2)).toEqual([]);
    expect(await store.bigcommerce.orders.listModifiedSince(instantPlus(found(orders.at(-1)).modifiedAt, HOUR), 1)).toEqual([]);
  });

  it('have all their lines when they are read by id, also more than fifty', async () => {
    const all = await store.bigcommerce.orders.listModifiedSince(LONG_AGO, 1);
    const cut = found(all.find(({ linesComplete }) => !linesComplete));
    expect(cut.lines).toHaveLength(50);
    const orders = await store.bigcommerce.orders.listByIds([...all.map(({ id }) => id), OrderId.parse(99_999)]);
    expect(orders.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(orders.every(({ linesComplete }) => linesComplete)).toBe(true);
    expect(found(orders.find(({ id }) => id === cut.id)).lines).toHaveLength(60);
  });

  it('have lines that come to the order’s sub-total, discounts apart', async () => {
    for (const order of await store.bigcommerce.orders.listByIds((await store.bigcommerce.orders.listModifiedSince(LONG_AGO, 1)).map(({ id }) => id))) {
      const goods = order.lines.reduce((all, { total }) => all + total.incTax.minor, 0);
      const extras = [order.shipping, order.handling, order.wrapping, ...order.fees.map(({ amount }) => amount)].reduce((all, { incTax }) => all + incTax.minor, 0);
      const worth = goods + extras - order.discount.minor - order.couponDiscount.minor;
      // Whether the total still contains what gift certificates and store credit paid is not documented.
      expect([worth, worth - order.giftCertificates.minor - order.storeCredit.minor], `order ${order.id}`).toContain(order.total.incTax.minor);
    }
  });

  it('are created from a sale once, found by it, changed and kept when archived', async () => {
    const [tote] = await store.bigcommerce.products.listBySku(['tote-01']);
    const draft = orderDraftOf(SaleId.parse(7001), found(tote));
    expect(await store.bigcommerce.orders.listBySale(draft.saleId)).toEqual([]);
    const id = await store.bigcommerce.orders.create(draft);
    const [order] = await store.bigcommerce.orders.listBySale(draft.saleId);
    expect(order).toMatchObject({
      id, statusId: ORDER_STATUS.Completed, createdAt: draft.createdAt, customerId: null, externalOrderId: '7001', externalSource: store.appId, paymentMethod: 'Cash, Card',
      total: draft.total, shipping: draft.shipping, fees: [{ name: 'Tip', amount: { incTax: draft.fees[0]?.amount.incTax } }], staffNotes: 'Hike sale 7001',
    });
    expect(found(order).lines.map(({ productId, sku, quantity, total }) => [productId, sku, quantity, total.incTax.minor])).toEqual([
      [found(tote).productId, 'TOTE-01', 2, 4400],
      [null, '', 1, 550],
    ]);
    await store.bigcommerce.orders.update(id, { statusId: ORDER_STATUS.Refunded, staffNotes: 'Refunded at the till' });
    expect(await store.bigcommerce.orders.listBySale(draft.saleId)).toMatchObject([{ id, statusId: ORDER_STATUS.Refunded, staffNotes: 'Refunded at the till' }]);
    await store.archive(id);
    expect(await store.bigcommerce.orders.listBySale(draft.saleId)).toMatchObject([{ id, isArchived: true }]);
    expect(await store.bigcommerce.orders.listByIds([id])).toMatchObject([{ id, isArchived: true }]);
  });

  it('are refused with BigCommerce’s reason', async () => {
    const [tote] = await store.bigcommerce.products.listBySku(['TOTE-01']);
    const draft = orderDraftOf(SaleId.parse(7002), { ...found(tote), variantId: 999_999 as never });
    const refusal: unknown = await store.bigcommerce.orders.create(draft).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedByVendor);
    expect((refusal as RefusedByVendor).reason).not.toBe('');
  });

  it.each([
    ['the connection breaks after it was created', { when: 'after', kind: 'drop' }, 1],
    ['the answer is cut', { when: 'after', kind: 'truncate' }, 1],
    ['a proxy answers in its place', { when: 'after', kind: 'html' }, 1],
    ['it fails before anything was done', { when: 'before', kind: 'status', status: 503 }, 0],
  ])('are of unknown outcome when %s, and a look-up tells', async (_name, fault, orders) => {
    const [tote] = await store.bigcommerce.products.listBySku(['TOTE-01']);
    const draft = orderDraftOf(SaleId.parse(7100 + Math.floor(Math.random() * 1_000_000)), found(tote));
    await store.fault({ ...fault, method: 'POST', path: '/v2/orders$', times: 1 });
    await expect(store.bigcommerce.orders.create(draft)).rejects.toThrow(UnknownOutcome);
    expect(await store.bigcommerce.orders.listBySale(draft.saleId)).toHaveLength(orders);
  });
});

describe('what is around the orders', () => {
  it('has products by SKU with their tax classes', async () => {
    const facts = await store.bigcommerce.products.listBySku(['tote-01', 'TEE-M', 'no-such-sku']);
    expect(facts.map(({ sku }) => sku).toSorted()).toEqual(['TEE-M', 'TOTE-01']);
    const classes = await store.bigcommerce.products.listTaxClasses(facts.map(({ productId }) => productId));
    for (const { productId, taxClassId } of facts) expect(classes.get(productId)).toBe(taxClassId);
  });

  it('has customers by e-mail, whom it creates', async () => {
    const email = `mia-${Date.now()}@example.com`;
    const id = await store.bigcommerce.customers.create({ firstName: 'Mia', lastName: 'Lane', email, phone: '0400 000 009', company: '', address: null });
    expect(await store.bigcommerce.customers.findByEmail(email.toUpperCase())).toEqual([id]);
    await expect(store.bigcommerce.customers.create({ firstName: 'Mia', lastName: 'Lane', email, phone: '', company: '', address: null })).rejects.toThrow(/already/);
  });

  it('has a profile', async () => {
    const profile = await store.bigcommerce.store.getProfile();
    expect(profile).toMatchObject({ currency: 'AUD', pricesIncludeTax: true, timeZone: 'Australia/Sydney' });
    expect(Object.keys(profile.statusLabels)).toHaveLength(15);
    expect(profile.taxClasses.filter(({ id }) => id === 0)).toHaveLength(1);
    expect(profile.locations.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('has just the hooks and the menu entries that are wanted, however often they are made', async () => {
    const silences: (readonly string[])[] = [];
    const scopes = ['store/order/created', 'store/app/uninstalled'];
    const hooks = { destination: 'https://app.example/api/bigcommerce/webhooks', scopes, onSilent: async (silent: readonly string[]) => void silences.push(silent) };
    const entry = { model: 'ORDERS', context: 'PANEL', url: '/extension/orders/${id}', label: 'Import to Hike' } as const;
    const own = await openSandboxStore();
    for (const secret of ['one', 'one', 'two']) {
      await own.bigcommerce.store.reconcileHooks({ ...hooks, secret });
      await own.bigcommerce.store.reconcileExtensions([{ ...entry, label: `Import ${secret}` }]);
    }
    const { hooks: made, extensions } = await own.state();
    expect(made.map(({ scope, headers }) => [scope, headers?.[HOOK_SECRET_HEADER]]).toSorted()).toEqual([['store/app/uninstalled', 'two'], ['store/order/created', 'two']]);
    expect(silences).toEqual([scopes]);
    expect(extensions.map(({ label }) => label.defaultValue)).toEqual(['Import two']);
  });

  it('is lost with a dead token', async () => {
    const other = store.withToken('not-the-token');
    await expect(other.orders.listModifiedSince(LONG_AGO, 1)).rejects.toThrow(AccessLost);
  });
});

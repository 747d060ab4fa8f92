import { describe, expect, it } from 'vitest';
import type { OrderId, ProductId, TaxClassId, VariantId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import { RefusedByVendor } from '../../ports/failures';
import { NOW } from '../../testing/create-test-context';
import { createSendBench, FACTS } from './testing/create-send-bench';

describe('an order that an earlier attempt made', () => {
  /** The one that a lost answer left says this. */
  const found = async (change: Partial<Order>) => {
    const bench = await createSendBench();
    await bench.keep(aSale());
    await bench.tables.intents.save(bench.storeHash, { kind: 'order', key: '501', reference: '501', state: 'unknown', remoteId: null, looks: 0, updatedAt: NOW });
    bench.vendors.orders.set(5002, anOrder({ id: 5002 as OrderId, externalOrderId: '501', staffNotes: FACTS.staffNotes, paymentMethod: FACTS.paymentMethod, ...change }));
    expect(await bench.send()).toEqual([]);
    expect([await bench.seen(), bench.vendors.createdOrders]).toMatchObject([{ state: 'sent', orderId: 5002 }, []]);
    return { facts: (await bench.linked())?.facts, row: await bench.rowOf() };
  };

  it('of the sale as it is now is remembered so', async () => {
    expect(await found({})).toEqual({ facts: FACTS, row: null });
  });

  it.each<[string, Partial<Order>]>([
    ['notes', { staffNotes: 'Hike sale T1-1000, register Online, A$33.00.' }],
    ['payment', { paymentMethod: 'Card' }],
  ])('of the sale as it was, by its %s, is looked at again, and nobody knows what was written', async (_, change) => {
    const { facts, row } = await found(change);
    expect([facts, row]).toMatchObject([{ number: 'T1-1000' }, { trigger: 'follow-up', notBefore: NOW }]);
    expect(Object.keys(facts ?? {})).toEqual(['number']);
  });
});

describe('an order that BigCommerce refuses', () => {
  const refused = async (reason: string, { isThere = true } = {}) => {
    const bench = await createSendBench();
    if (isThere) bench.vendors.storeProducts.set(111, aStoreProduct());
    bench.vendors.variants.push({ productId: 111 as ProductId, variantId: 211 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });
    let asked = 0;
    bench.vendors.onCall = (moment) => {
      if (moment === 'orders.create' && (asked += 1) === 1) throw new RefusedByVendor({ side: 'bigcommerce', status: 422, reason });
    };
    await bench.keep(aSale());
    expect(await bench.send()).toEqual([]);
    const [entry] = await bench.entries();
    const look = await bench.tables.dirty.find(bench.storeHash, 'store-product', '111');
    return { asked, state: (await bench.seen())?.state, lines: bench.vendors.createdOrders[0]?.lines.map(({ variant }) => variant), message: entry?.message, look };
  };

  it('for want of stock is sent again without its products', async () => {
    expect(await refused('Insufficient stock.')).toMatchObject({ asked: 2, state: 'sent', lines: [null], look: null });
  });

  it('for a product that it has deleted is sent again with a line that names it, and the product is looked at', async () => {
    const bench = await refused('There is no product 111.', { isThere: false });
    expect(bench).toMatchObject({ asked: 2, state: 'sent', lines: [null], message: expect.stringMatching(/^Sent as order 5001[.] BigCommerce no longer has/), look: { trigger: 'follow-up' } });
  });

  it('for anything else is not sent again', async () => {
    expect(await refused('No such country.')).toMatchObject({ asked: 1, state: 'needs-you', lines: undefined, look: null });
  });
});

import { describe, expect, it } from 'vitest';
import type { HikeProductId, OrderId } from '../../../domain/ids';
import { anAddress, anOrder, anOrderLine } from '../../../domain/testing/an-order';
import { QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';

const ID = 1042 as OrderId;

const placed = async (order = anOrder({ id: ID })): Promise<TestEngine> => {
  const engine = await createTestEngine();
  await engine.place(order);
  return engine;
};

const imported = async (engine: TestEngine): Promise<TestEngine> => {
  await engine.pages.importOrders(engine.storeHash, [ID]);
  await engine.settle();
  return engine;
};

describe('importing an order', () => {
  it('makes one sale, links it, and says so in the log', async () => {
    const engine = await imported(await placed());
    expect(engine.vendors.createdSales).toMatchObject([{ reference: 'BC-1042', status: 'Parked' }]);
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported', saleId: 901, saleNumber: 'BC-1042' });
    expect(await engine.entries()).toMatchObject([
      { thing: 'order', bigcommerceId: '1042', hikeId: '901', result: 'done', message: 'Imported as sale BC-1042, parked.', attempts: 1, trigger: 'person' },
    ]);
  });

  it('adds nothing when it is clicked again', async () => {
    const engine = await imported(await imported(await placed()));
    const answer = await engine.pages.importOrders(engine.storeHash, [ID]);
    expect(answer.notQueued).toMatchObject([{ id: ID }]);
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('makes one sale of a double click, and of two tabs', async () => {
    const engine = await placed();
    await Promise.all([1, 2, 3].map(() => engine.pages.importOrders(engine.storeHash, [ID])));
    await engine.settle();
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('links the sale that a lost answer left, instead of making another', async () => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create:done') throw new UnknownOutcome('cut');
    };
    await imported(engine);
    await engine.pass(1000);
    expect(engine.vendors.createdSales).toHaveLength(1);
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported', saleId: 901 });
  });

  it('says that it checks while it does not know whether the sale is there', async () => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create') throw new UnknownOutcome('cut before it arrived');
    };
    await imported(engine);
    expect(await engine.seen(ID)).toMatchObject({ state: 'checking' });
    expect(await engine.entries()).toMatchObject([{ result: 'checking' }]);
  });

  it('repeats a create that was lost on the way there only after it looked several times', async () => {
    const engine = await placed();
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create' && lost) throw new UnknownOutcome('cut before it arrived');
    };
    await imported(engine);
    lost = false;
    await engine.pass(60_000, 12);
    expect(engine.vendors.createdSales).toHaveLength(0);
    await engine.pass(180_000, 36);
    expect(engine.vendors.createdSales).toHaveLength(1);
    expect(engine.vendors.calls.filter((name) => name === 'sales.list').length).toBeGreaterThanOrEqual(4);
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
  });

  it('asks once for the sales around a date, however many imports wait for their lost answers', async () => {
    const engine = await createTestEngine();
    const ids = Array.from({ length: 20 }, (_, index) => (2000 + index) as OrderId);
    for (const id of ids) await engine.place(anOrder({ id }));
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create' && lost) throw new UnknownOutcome('cut before it arrived');
    };
    await engine.pages.importOrders(engine.storeHash, ids);
    await engine.settle();
    lost = false;
    engine.vendors.calls.length = 0;
    await engine.pass(10 * 60_000, 120);
    expect(engine.vendors.createdSales).toHaveLength(20);
    const looks = engine.vendors.calls.filter((name) => name === 'sales.list').length;
    expect(looks).toBeGreaterThanOrEqual(3);
    expect(looks).toBeLessThan(20);
  });

  it('finds its sale after the process died between the answer and the record', async () => {
    const engine = await placed();
    let dead = false;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create:done' && !dead) {
        dead = true;
        throw new Error('the process is gone');
      }
    };
    await imported(engine);
    // The row was given to a person; a retry must not double the sale.
    const [entry] = await engine.entries();
    await engine.pages.retryEntry(engine.storeHash, entry?.id ?? '');
    await engine.pass(1000);
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('tries again by itself after a hiccup, and keeps one entry for all attempts', async () => {
    const engine = await placed();
    let failures = 2;
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.byIds' && failures-- > 0) throw new TransientFailure('503');
    };
    await imported(engine);
    expect(await engine.entries()).toMatchObject([{ result: 'retrying', attempts: 1 }]);
    await engine.pass(120_000, 12);
    expect(await engine.entries()).toMatchObject([{ result: 'done', attempts: 3 }]);
  });

  it('asks a person after too many hiccups, with a button that works', async () => {
    const engine = await placed();
    let down = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.byIds' && down) throw new TransientFailure('503');
    };
    await imported(engine);
    await engine.pass(3 * 60 * 60_000, 180);
    expect(await engine.seen(ID)).toMatchObject({ state: 'needs-you', problem: { code: 'gave-up' } });
    down = false;
    const [entry] = await engine.entries();
    expect(await engine.pages.retryEntry(engine.storeHash, entry?.id ?? '')).toBe(true);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
  });

  it('shows what Hike refused in its words, and makes the sale once that is mended', async () => {
    const engine = await placed();
    let refuses = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create' && refuses) throw new RefusedByVendor({ side: 'hike', status: 422, reason: 'The register is closed.' });
    };
    await imported(engine);
    expect(await engine.entries()).toMatchObject([{ result: 'needs-you', message: 'Hike refused: The register is closed.' }]);
    refuses = false;
    await imported(engine);
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('waits without failing while the quota is used up', async () => {
    const engine = await placed();
    let used = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create' && used) throw new QuotaExhausted('hike', 30_000);
    };
    await imported(engine);
    expect(await engine.seen(ID)).toMatchObject({ state: 'importing' });
    used = false;
    await engine.pass(31_000);
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('imports the others when one order is refused', async () => {
    const engine = await placed();
    await engine.place(anOrder({ id: 1043 as OrderId, lines: [anOrderLine({ sku: 'UNKNOWN', variantId: null, quantity: 2, total: anOrder().lines[0]!.total })] }));
    await engine.pages.importOrders(engine.storeHash, [1043 as OrderId, ID]);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
    expect(await engine.seen(1043)).toMatchObject({ state: 'needs-you', problem: { code: 'product-not-in-hike' } });
  });

  it('makes nobody a customer of Hike’s for an order that is refused', async () => {
    const engine = await imported(await placed(anOrder({ id: ID, lines: [anOrderLine({ sku: 'UNKNOWN', quantity: 2, total: anOrder().lines[0]!.total })] })));
    expect(engine.vendors.hikeCustomers.size).toBe(0);
  });

  it('finds the shopper by e-mail, and remembers', async () => {
    const engine = await placed();
    await imported(engine);
    await engine.place(anOrder({ id: 1044 as OrderId }));
    await engine.pages.importOrders(engine.storeHash, [1044 as OrderId]);
    await engine.settle();
    expect(engine.vendors.hikeCustomers.size).toBe(1);
    expect(engine.vendors.calls.filter((name) => name === 'hikeCustomers.byEmail')).toHaveLength(1);
  });

  it('finds the customer that a lost answer left, and imports the order by itself', async () => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'hikeCustomers.create:done') throw new UnknownOutcome('502');
    };
    await imported(engine);
    expect(engine.vendors.hikeCustomers.size).toBe(1);
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
  });

  it('repeats the create of a customer only after it looked several times, however many orders wait for it', async () => {
    const engine = await createTestEngine();
    const ids = Array.from({ length: 6 }, (_, index) => (2000 + index) as OrderId);
    for (const id of ids) await engine.place(anOrder({ id }));
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'hikeCustomers.create' && lost) throw new UnknownOutcome('stopped before it was sent');
    };
    await engine.pages.importOrders(engine.storeHash, ids);
    await engine.settle();
    lost = false;
    await engine.pass(60_000, 12);
    await engine.pages.importOrders(engine.storeHash, ids);
    await engine.settle();
    expect(engine.vendors.hikeCustomers.size).toBe(0);
    expect(await engine.entries()).toMatchObject(ids.map(() => ({ result: 'checking', message: expect.stringContaining('whether the customer is there') })));
    await engine.pass(180_000, 36);
    expect(engine.vendors.hikeCustomers.size).toBe(1);
    expect(engine.vendors.createdSales).toHaveLength(6);
  });

  it('sells to a walk-in when the shopper gave no e-mail', async () => {
    const engine = await imported(await placed(anOrder({ id: ID, customerId: null, billing: anAddress({ email: '' }) })));
    expect(engine.vendors.createdSales).toMatchObject([{ customer: null }]);
  });

  it('asks which product is meant when Hike has several with the SKU', async () => {
    const engine = await placed();
    engine.vendors.products.push({ id: 813 as HikeProductId, name: 'Another tote', sku: 'tote-01' });
    await imported(engine);
    expect(await engine.seen(ID)).toMatchObject({ state: 'needs-you', problem: { code: 'product-ambiguous' } });
  });

  it('needs one read and one write per order once products and customers are known', async () => {
    const engine = await imported(await placed());
    const ids = Array.from({ length: 20 }, (_, index) => (2000 + index) as OrderId);
    for (const id of ids) await engine.place(anOrder({ id }));
    engine.vendors.calls.length = 0;
    await engine.pages.importOrders(engine.storeHash, ids);
    await engine.settle();
    expect(engine.vendors.calls).toEqual(['orders.byIds', ...ids.map(() => 'sales.create')]);
  });
});

import { describe, expect, it } from 'vitest';
import type { HikeCustomerId, OrderId, ProductId, SaleId, TaxClassId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { cents } from '../../../domain/testing/amounts';
import { aRefund, aSale, aSaleLine } from '../../../domain/testing/a-sale';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { anOrder } from '../../../domain/testing/an-order';
import { RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';

const NOW = '2026-01-15T04:00:00.000Z' as Instant;
const open = (): Promise<TestEngine> => createTestEngine({ start: NOW });

describe('sending a sale', () => {
  it('makes one order, links it, and says so in the log', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    expect(engine.vendors.createdOrders).toMatchObject([{ saleId: 501, statusId: 10 }]);
    expect(await engine.entries()).toMatchObject([{ thing: 'sale', bigcommerceId: '5001', hikeId: '501', result: 'done', message: 'Sent as order 5001.' }]);
    expect(await engine.seenSale(501)).toMatchObject({ state: 'sent', orderId: 5001 });
  });

  it('makes no second order while the same sale is read again and again', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    await engine.pass(10 * 60_000, 40);
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect(engine.vendors.calls.filter((name) => name.startsWith('orders.'))).toEqual(['orders.create']);
  });

  it('links the order that a lost answer left, instead of making another', async () => {
    const engine = await open();
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.create:done') throw new UnknownOutcome('502');
    };
    await engine.ringUp(aSale());
    await engine.pass(1000);
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect(await engine.seenSale(501)).toMatchObject({ state: 'sent', orderId: 5001 });
  });

  it.each([
    ['nothing has happened since', null, []],
    ['the sale was refunded since', aRefund({ transactionDate: NOW }), [4]],
  ] as const)('writes to the order that a lost answer left only what has changed: %s', async (_, refund, statuses) => {
    const engine = await open();
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.create:done') throw new UnknownOutcome('502');
      if (moment === 'orders.bySale') throw new TransientFailure('503', null, 'bigcommerce');
    };
    await engine.ringUp(aSale());
    if (refund !== null) await engine.ringUp(refund);
    engine.vendors.onCall = () => undefined;
    await engine.pass(120_000, 12);
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect([await engine.seenSale(501), engine.vendors.orderChanges.map(({ change }) => change.statusId)]).toMatchObject([{ state: 'sent', orderId: 5001 }, statuses]);
  });

  it('sells what the store has, by SKU, and the rest as custom lines', async () => {
    const engine = await open();
    engine.vendors.variants.push({ productId: 111 as ProductId, variantId: 211 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });
    const lines = [aSaleLine(), aSaleLine({ productId: null, title: 'Gift wrapping', sku: '' })];
    await engine.ringUp(aSale({ lines, net: cents(4400), paid: cents(4400), totalTax: cents(400) }));
    expect(engine.vendors.createdOrders[0]?.lines).toMatchObject([{ variant: { variantId: 211 } }, { variant: null, name: 'Gift wrapping' }]);
  });

  it('sells as a custom line what is linked with a product that BigCommerce has deleted', async () => {
    const engine = await open();
    const { tables } = engine.database;
    await tables.links.save(engine.storeHash, { thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { productId: 111 } }, NOW);
    await tables.storeProducts.saveMany(engine.storeHash, [{ product: aStoreProduct(), standing: 'gone', sweep: 1, goneAt: NOW }]);
    engine.vendors.variants.push({ productId: 112 as ProductId, variantId: 212 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });
    await engine.ringUp(aSale());
    expect(engine.vendors.createdOrders).toMatchObject([{ lines: [{ variant: null, name: 'Canvas tote' }] }]);
  });

  it('sells what BigCommerce shows as sold out without its products, and says so', async () => {
    const engine = await open();
    engine.vendors.variants.push({ productId: 111 as ProductId, variantId: 211 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });
    let asked = 0;
    engine.vendors.onCall = (moment) => {
      if (moment !== 'orders.create') return;
      asked += 1;
      if (asked === 1) throw new RefusedByVendor({ side: 'bigcommerce', status: 400, reason: 'The product "Canvas tote" has only 0 left in stock.' });
    };
    await engine.ringUp(aSale());
    expect(engine.vendors.createdOrders).toMatchObject([{ lines: [{ variant: null, name: 'Canvas tote', sku: 'TOTE-01' }] }]);
    expect(await engine.entries()).toMatchObject([{ result: 'done', message: expect.stringMatching(/^Sent as order 5001\. BigCommerce shows fewer in stock/) }]);
  });

  it('creates the customer once, and only with first name, last name and e-mail', async () => {
    const engine = await open();
    const person = { firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null };
    engine.vendors.hikeCustomers.set(51, { ...person, id: 51 as HikeCustomerId });
    engine.vendors.hikeCustomers.set(52, { ...person, id: 52 as HikeCustomerId, lastName: '' });
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    await engine.ringUp(aSale({ id: 502 as SaleId, customerId: 51 as HikeCustomerId }));
    await engine.ringUp(aSale({ id: 503 as SaleId, customerId: 52 as HikeCustomerId }));
    expect(engine.vendors.createdOrders.map(({ customerId }) => customerId)).toEqual([70, 70, null]);
    expect(engine.vendors.customers.size).toBe(1);
  });

  it('leaves a parked sale out and says that it is the rule', async () => {
    const engine = await open();
    await engine.ringUp(aSale({ status: 'Parked' }));
    expect(engine.vendors.createdOrders).toHaveLength(0);
    expect(await engine.entries()).toMatchObject([{ result: 'left-out' }]);
  });

  it('completes the order when a lay-by is paid off', async () => {
    const engine = await open();
    const layBy = aSale({ status: 'LayBy', paid: cents(500), payments: [] });
    await engine.ringUp(layBy);
    expect(engine.vendors.createdOrders).toMatchObject([{ statusId: 1 }]);
    await engine.ringUp({ ...aSale(), modifiedAt: NOW });
    expect(engine.vendors.orderChanges).toMatchObject([{ id: 5001, change: { statusId: 10 } }]);
    expect((await engine.entries())[0]).toMatchObject({ message: 'Order 5001 is now “Completed”.', result: 'done' });
  });

  it('cancels the order when the sale is voided', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    await engine.ringUp(aSale({ status: 'Voided' }));
    expect(engine.vendors.orderChanges).toMatchObject([{ change: { statusId: 5 } }]);
  });

  it('cancels the order by itself after the answer to a cancellation was lost', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.update' && lost) throw new UnknownOutcome('cut');
    };
    await engine.ringUp(aSale({ status: 'Voided' }));
    expect(engine.vendors.orderChanges).toEqual([]);
    lost = false;
    await engine.pass(60_000, 6);
    expect(engine.vendors.orderChanges).toMatchObject([{ change: { statusId: 5 } }]);
    expect(await engine.seenSale(501)).toMatchObject({ state: 'sent' });
  });

  it('marks the original order as refunded, and writes the same refund once', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    await engine.ringUp(aRefund({ transactionDate: NOW }));
    await engine.pass(10 * 60_000, 40);
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect(engine.vendors.orderChanges).toMatchObject([{ id: 5001, change: { statusId: 4 } }]);
    expect(await engine.seenSale(601)).toMatchObject({ state: 'sent', orderId: 5001 });
  });

  it('makes an order of what an exchange sells, and a refund of what it takes back', async () => {
    const engine = await open();
    await engine.ringUp(aSale());
    const back = aSaleLine({ units: '-1', total: cents(-2200), exTax: cents(-2000), tax: cents(-200) });
    const sold = aSaleLine({ title: 'Tall vase', sku: 'VASE', total: cents(6600), exTax: cents(6000), tax: cents(600) });
    const money = { net: cents(4400), paid: cents(4400), totalTax: cents(400) };
    await engine.ringUp(aSale({ id: 602 as SaleId, status: 'Exchange', lines: [back, sold], originalSaleId: 501 as SaleId, transactionDate: NOW, ...money }));
    expect(engine.vendors.createdOrders).toHaveLength(2);
    expect(engine.vendors.createdOrders[1]?.lines).toMatchObject([{ name: 'Tall vase' }]);
    expect(engine.vendors.orderChanges).toMatchObject([{ id: 5001, change: { statusId: 4 } }]);
  });

  it('never sends back a sale that it imported itself', async () => {
    const engine = await open();
    await engine.place(anOrder());
    await engine.pages.importOrders(engine.storeHash, [1042 as OrderId]);
    await engine.settle();
    const [sale] = engine.vendors.sales.values();
    await engine.ringUp(sale!);
    expect(engine.vendors.createdOrders).toHaveLength(0);
    expect(await engine.entries()).toHaveLength(1);
  });

  it('leaves out a refund of a sale that it imported of an order from before the start date, which no reading of sales reaches', async () => {
    const engine = await open();
    await engine.place(anOrder({ createdAt: '2025-06-01T00:00:00.000Z' as Instant }));
    await engine.pages.importOrders(engine.storeHash, [1042 as OrderId]);
    await engine.settle();
    const [sale] = engine.vendors.sales.values();
    await engine.ringUp(aRefund({ originalSaleId: sale!.id, transactionDate: NOW }));
    expect(await engine.seenSale(sale!.id)).toBeUndefined();
    expect((await engine.entries()).filter(({ thing }) => thing === 'sale')).toMatchObject([{ result: 'left-out', message: 'It refunds a sale that came from BigCommerce; refund the order there too.' }]);
  });

  it('never sends back a sale whose import still waits for its lost answer', async () => {
    const engine = await open();
    await engine.place(anOrder());
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create:done') throw new UnknownOutcome('cut');
      if (moment === 'sales.list') throw new UnknownOutcome('not yet');
    };
    await engine.pages.importOrders(engine.storeHash, [1042 as OrderId]);
    await engine.settle();
    engine.vendors.onCall = () => undefined;
    const [sale] = engine.vendors.sales.values();
    await engine.ringUp(sale!);
    expect(engine.vendors.createdOrders).toHaveLength(0);
  });

  it('shows what BigCommerce refused, and a retry sends it once', async () => {
    const engine = await open();
    let refuses = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.create' && refuses) throw new RefusedByVendor({ side: 'bigcommerce', status: 400, reason: 'The field zip is invalid.' });
    };
    await engine.ringUp(aSale());
    expect(await engine.entries()).toMatchObject([{ result: 'needs-you', message: 'BigCommerce refused: The field zip is invalid.' }]);
    refuses = false;
    const [entry] = await engine.entries();
    await engine.pages.retryEntry(engine.storeHash, entry?.id ?? '');
    await engine.settle();
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect(await engine.entries()).toMatchObject([{ result: 'done', attempts: 2 }]);
  });

  it('sends nothing while sales are paused, and all of it afterwards', async () => {
    const engine = await open();
    await engine.pages.pause(engine.storeHash, { sales: true });
    await engine.ringUp(aSale());
    expect(engine.vendors.createdOrders).toHaveLength(0);
    await engine.pages.pause(engine.storeHash, { sales: false });
    await engine.settle();
    expect(engine.vendors.createdOrders).toHaveLength(1);
  });

  it('sends nothing before everything required is set', async () => {
    const engine = await open();
    await engine.change({ salePrice: null });
    await engine.ringUp(aSale());
    expect(engine.vendors.calls).toEqual([]);
  });
});

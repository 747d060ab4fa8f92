import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeCustomerId, HikeProductId, OrderId, ProductId, RegisterId, SaleId, TaxClassId, VariantId } from '../../../domain/ids';
import { Currency } from '../../../domain/money';
import type { Sale } from '../../../domain/sale';
import { cents } from '../../../domain/testing/amounts';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { aRefund, aSale, aSaleLine } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import { RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import type { Link, SeenSale } from '../../ports/tables';
import { sampleStore } from '../../testing/batteries/sample-records';
import { NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { sendSale } from './send-sale';
import { createSendBench, FACTS, followedSale, ORDER_LINK, sentSale } from './testing/create-send-bench';

describe('a sale that is sent', () => {
  it('leaves a link that remembers what was written, a create that is done, and a line in the log', async () => {
    const { linked, tables, storeHash, entries, seen, rowOf, commits } = await sentSale();
    expect(await linked()).toEqual(ORDER_LINK);
    expect(await tables.intents.find(storeHash, 'order', '501')).toMatchObject({ kind: 'order', key: '501', reference: '501', state: 'done', remoteId: '5001' });
    expect(await entries()).toMatchObject([{ thing: 'sale', direction: 'hike-to-bigcommerce', label: 'Sale T1-1000', recordId: '501', bigcommerceId: '5001', hikeId: '501', result: 'done', message: 'Sent as order 5001.' }]);
    expect([await seen(), await rowOf(), commits]).toMatchObject([{ state: 'sent', orderId: 5001 }, null, ['intent-saved', 'order-created']]);
  });

  it('is named by its id where it has no number, and tells no register that Hike does not have', async () => {
    const { entries, linked } = await sentSale({ number: '', registerId: 99 as RegisterId });
    expect((await entries())[0]).toMatchObject({ label: 'Sale 501' });
    expect((await linked())?.facts.staffNotes).not.toContain('register');
    const unread = await sentSale({}, { lists: null });
    expect([unread.errors, (await unread.linked())?.facts.staffNotes]).toEqual([[], 'Hike sale T1-1000, A$22.00.']);
  });

  it('waits until the store was read', async () => {
    const { errors, seen } = await sentSale({}, { store: sampleStore('abc123' as never, { profile: null }) });
    expect([errors, (await seen())?.state]).toEqual([[new TransientFailure('the store has not been read yet')], 'waiting']);
  });

  it('rests while nobody knows whether its order is there, and then takes the first of them', async () => {
    const bench = await createSendBench();
    bench.vendors.onCall = (moment) => {
      if (moment === 'orders.create') throw new UnknownOutcome('cut');
    };
    await bench.keep(aSale());
    expect(await bench.send()).toEqual([]);
    expect(await bench.entries()).toMatchObject([{ result: 'checking', message: 'BigCommerce’s answer was lost; we look whether the order is there before anything is repeated.', nextTryAt: NOW }]);
    expect([await bench.seen(), await bench.rowOf(), bench.commits]).toMatchObject([{ state: 'checking' }, { attempts: 1 }, ['intent-saved', 'intent-saved', 'order-checking']]);
    expect(await bench.tables.intents.find(bench.storeHash, 'order', '501')).toMatchObject({ state: 'unknown', reference: '501' });
    for (const id of [5003, 5002, 5004]) bench.vendors.orders.set(id, anOrder({ id: id as OrderId, externalOrderId: '501' }));
    expect(await bench.send()).toEqual([]);
    expect(await bench.seen()).toMatchObject({ state: 'sent', orderId: 5002 });
  });

  it('has its original looked at again when it is an exchange, and only then', async () => {
    const lines = [aSaleLine({ total: cents(3300), exTax: cents(3000), tax: cents(300) }), ...aRefund().lines];
    const exchange = { status: 'Exchange', lines, totalTax: cents(100), net: cents(1100) } as const;
    const followed = async (change: Partial<Sale>) => {
      const { tables, storeHash } = await sentSale(change);
      return tables.dirty.find(storeHash, 'sale', '500');
    };
    expect(await followed({ ...exchange, originalSaleId: 500 as SaleId })).toMatchObject({ trigger: 'follow-up', notBefore: NOW });
    expect(await followed({ originalSaleId: 500 as SaleId })).toBeNull();
    const alone = await sentSale({ ...exchange, originalSaleId: null });
    expect([alone.errors, await alone.tables.dirty.listDue(alone.storeHash, NOW, 9)]).toEqual([[], []]);
  });
});

describe('a sale that is not sent', () => {
  it.each<[string, Partial<Sale>, object]>([
    ['in another currency', { currency: Currency.parse('NZD') }, { code: 'sale-currency-differs' }],
    ['without lines', { lines: [], net: cents(0), totalTax: cents(0) }, { code: 'sale-without-lines' }],
  ])('%s needs a person', async (_, change, problem) => {
    const { entries, seen, rowOf, commits, vendors } = await sentSale(change);
    expect(await entries()).toMatchObject([{ result: 'needs-you', problem, detail: null }]);
    expect([await seen(), await rowOf(), commits, vendors.createdOrders]).toMatchObject([{ state: 'needs-you' }, null, ['sale-refused'], []]);
  });

  it('by rule says why', async () => {
    const { entries, seen, rowOf, commits } = await sentSale({ status: 'Quote' });
    expect(await entries()).toMatchObject([{ result: 'left-out', message: 'Quotes are not sent to BigCommerce.' }]);
    expect([await seen(), await rowOf(), commits]).toMatchObject([{ state: 'left-out', orderId: null }, null, ['sale-left-out']]);
  });

  it.each<[string, Partial<Sale>, Link | null, number | null]>([
    ['by its link', {}, { ...ORDER_LINK, bigcommerceId: '1042', origin: 'bigcommerce' }, 1042],
    ['by its number', { number: 'BC-1042' }, null, null],
  ])('because it was imported is known %s, asks nothing and gives no reason again', async (_, change, link, orderId) => {
    const bench = await createSendBench();
    if (link) await bench.link(link);
    await bench.keep(aSale(change));
    expect(await bench.send()).toEqual([]);
    expect([await bench.entries(), await bench.seen(), bench.vendors.calls]).toMatchObject([[], { state: 'left-out', orderId }, []]);
  });

  it('because BigCommerce refused it says so with its words', async () => {
    const bench = await createSendBench();
    bench.vendors.onCall = () => {
      throw new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'No such country.' });
    };
    await bench.keep(aSale({ lines: [aSaleLine({ productId: null })] }));
    expect(await bench.send()).toEqual([]);
    expect(await bench.entries()).toMatchObject([{ result: 'needs-you', problem: { code: 'refused-by-bigcommerce', details: { message: 'No such country.' } }, detail: { status: 422 } }]);
  });

  it('because Hike refused something is left to the pump', async () => {
    const bench = await createSendBench();
    const refused = new RefusedByVendor({ side: 'hike', status: 400, reason: 'no' });
    bench.vendors.onCall = (moment) => {
      if (moment.startsWith('hike') || moment.startsWith('customers')) throw refused;
    };
    await bench.keep(aSale({ customerId: 51 as HikeCustomerId, lines: [aSaleLine({ productId: null })] }));
    expect([await bench.send(), await bench.entries()]).toEqual([[refused], []]);
  });

  it.each<[string, boolean, Partial<JobContext>]>([
    ['that nobody knows', false, {}],
    ['while not everything is set', true, { settings: someSettings({ salePrice: null }) }],
  ])('%s is forgotten', async (_, isKnown, change) => {
    const bench = await createSendBench(change);
    if (isKnown) await bench.keep(aSale());
    expect(await bench.send()).toEqual([]);
    expect([await bench.rowOf(), bench.commits, bench.vendors.createdOrders]).toEqual([null, ['stray-sale-settled'], []]);
  });
});

describe('a sale whose order is there', () => {
  const sale = aSale({ registerId: 5 as RegisterId });

  it('writes nothing where the order says it already', async () => {
    const { errors, commits, vendors, entries, seen, rowOf } = await followedSale(sale);
    expect([errors, commits, vendors.orderChanges, await entries(), await rowOf()]).toEqual([[], ['sale-sent'], [], [], null]);
    expect(await seen()).toMatchObject({ state: 'sent', orderId: 5001 });
  });

  it.each<[string, Partial<Link['facts']>, object]>([
    ['notes', { staffNotes: 'other' }, { statusId: 10, staffNotes: FACTS.staffNotes }],
    ['payment', { paymentMethod: 'Card' }, { statusId: 10, paymentMethod: 'Cash' }],
  ])('writes the %s alone where they differ from what was written', async (_, facts, change) => {
    const { vendors, linked, commits, entries } = await followedSale(sale, { link: { ...ORDER_LINK, facts: { ...FACTS, ...facts } as Link['facts'] } });
    expect(vendors.orderChanges).toEqual([{ id: 5001, change }]);
    expect(await linked()).toEqual(ORDER_LINK);
    expect([commits, await entries()]).toMatchObject([['order-of-sale-changed'], [{ result: 'done', bigcommerceId: '5001', message: 'Order 5001 is now “Completed”.' }]]);
  });

  it('writes everything where nobody remembers what was written', async () => {
    const { vendors } = await followedSale(sale, { link: { ...ORDER_LINK, facts: { number: 'T1-1000' } } });
    expect(vendors.orderChanges).toEqual([{ id: 5001, change: { statusId: 10, staffNotes: FACTS.staffNotes, paymentMethod: 'Cash' } }]);
  });

  it('leaves the status that staff chose, and calls it as the store does', async () => {
    const order = anOrder({ id: 5001 as OrderId, statusId: 9 });
    const profile = aProfile({ statusLabels: { '9': 'To pack', '5': 'Called off' } });
    expect((await followedSale(sale, { order })).vendors.orderChanges).toEqual([]);
    const { vendors, entries } = await followedSale({ ...sale, status: 'Voided' }, { order, context: { store: sampleStore('abc123' as never, { profile }) } });
    expect(vendors.orderChanges).toMatchObject([{ change: { statusId: 5 } }]);
    expect((await entries())[0]?.message).toBe('Order 5001 is now “Called off”.');
  });

  it('calls the status as BigCommerce does while the store was not read', async () => {
    const { errors, entries } = await followedSale({ ...sale, status: 'Voided' }, { context: { store: sampleStore('abc123' as never, { profile: null }) } });
    expect([errors, await entries()]).toMatchObject([[], [{ message: 'Order 5001 is now “Cancelled”.' }]]);
  });

  it.each<[string, Partial<Sale>, string[]]>([
    ['where its status changed', { status: 'Voided' }, ['812']],
    ['not where its notes did', { number: 'T1-2000' }, []],
  ])('has the stock of its lines published again, %s', async (_, change, ids) => {
    const bench = await createSendBench();
    await bench.link(ORDER_LINK);
    await bench.link({ thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: {} });
    bench.vendors.orders.set(5001, anOrder({ id: 5001 as OrderId, statusId: 10 }));
    await bench.keep({ ...sale, ...change });
    expect([await bench.send(), bench.vendors.orderChanges.length]).toEqual([[], 1]);
    expect((await bench.tables.dirty.listDue(bench.storeHash, NOW, 9)).map(({ thing, id }) => [thing, id])).toEqual(ids.map((id) => ['stock', id]));
  });

  it('needs a person where the order is gone', async () => {
    const { entries, seen } = await followedSale(sale, { order: null });
    expect([await entries(), await seen()]).toMatchObject([[{ result: 'needs-you', problem: { code: 'order-gone' } }], { state: 'needs-you' }]);
  });
});

describe('a refund', () => {
  const refund = aRefund({ registerId: 5 as RegisterId });

  /** The refund of a sale that stands as told. */
  const refunded = async (original: Partial<SeenSale> | null, { link = null as Link | null, change = {} as Partial<Sale> } = {}) => {
    const bench = await createSendBench();
    if (original) await bench.keep(aSale({ registerId: 5 as RegisterId, ...original.sale }), original.state === undefined ? {} : { state: original.state });
    if (link) await bench.link(link);
    bench.vendors.orders.set(5001, anOrder({ id: 5001 as OrderId, statusId: 10 }));
    await bench.keep({ ...refund, ...change });
    return { ...bench, errors: await bench.send(refund.id) };
  };

  it('changes the order of its sale', async () => {
    const { vendors, seen, entries } = await refunded({ state: 'sent' }, { link: ORDER_LINK });
    expect(vendors.orderChanges).toMatchObject([{ id: 5001, change: { statusId: 4 } }]);
    expect([await seen(refund.id), await entries()]).toMatchObject([{ state: 'sent', orderId: 5001 }, [{ recordId: '601', message: 'Order 5001 is now “Refunded”.' }]]);
  });

  it.each(['waiting', 'checking'] as const)('waits for its sale while that is “%s”', async (state) => {
    const { errors, seen, entries } = await refunded({ state });
    expect(errors).toEqual([new TransientFailure('the refunded sale has not been sent yet')]);
    expect([await seen(refund.id), await entries()]).toMatchObject([{ state: 'waiting' }, []]);
  });

  it.each([
    ['was never seen', null],
    ['became no order', { state: 'needs-you' }],
  ] as const)('of a sale that %s needs a person', async (_, original) => {
    const { errors, entries, vendors } = await refunded(original);
    expect([errors, await entries(), vendors.orderChanges]).toMatchObject([[], [{ result: 'needs-you', problem: { code: 'original-sale-unknown', details: { sale: 'T1-1001' } } }], []]);
  });

  it('that needed a person needs nobody once its sale is sent after all, for the order says it', async () => {
    const { send, rowOf, vendors, entries } = await refunded({ state: 'needs-you' });
    expect(await entries()).toMatchObject([{ recordId: '601', result: 'needs-you' }]);
    await send();
    expect([vendors.createdOrders, await rowOf(refund.id)]).toMatchObject([[{ statusId: 4 }], { trigger: 'follow-up' }]);
    expect(await send(refund.id)).toEqual([]);
    expect([vendors.orderChanges, (await entries()).find(({ recordId }) => recordId === '601')]).toMatchObject([[], { result: 'no-change', message: 'Order 5001 says so already.' }]);
  });

  it('of a sale that was never seen needs a person, also where its order is known', async () => {
    const { errors, entries, vendors } = await refunded(null, { link: ORDER_LINK });
    expect([errors, await entries(), vendors.orderChanges]).toMatchObject([[], [{ problem: { code: 'original-sale-unknown' } }], []]);
  });

  it.each<[string, Partial<SeenSale> | null, Parameters<typeof refunded>[1], string]>([
    ['of no sale', null, { change: { originalSaleId: null } }, 'The refund belongs to no sale in Hike'],
    ['of an imported sale', { state: 'left-out' }, { link: { ...ORDER_LINK, origin: 'bigcommerce' } }, 'It refunds a sale that came from BigCommerce'],
    ['of a sale numbered as an import', { state: 'left-out', sale: aSale({ number: 'BC-1042' }) }, {}, 'It refunds a sale that came from BigCommerce'],
  ])('%s is left out, and says why', async (_, original, given, reason) => {
    const { errors, entries, vendors, seen } = await refunded(original, given);
    expect([errors, await entries(), vendors.orderChanges, await seen(refund.id)]).toMatchObject([[], [{ result: 'left-out', message: expect.stringContaining(reason) as string }], [], { state: 'left-out', orderId: null }]);
  });
});

describe('what a sale’s lines are in BigCommerce', () => {
  const variant = (variantId: number, sku: string) => ({ productId: 111 as ProductId, variantId: variantId as VariantId, sku, taxClassId: 0 as TaxClassId });
  const sell = async (lines: Sale['lines'], variants: ReturnType<typeof variant>[], links: Link[] = []) => {
    const bench = await createSendBench();
    bench.vendors.variants.push(...variants);
    const asked: (readonly string[])[] = [];
    const { products } = bench.context.bigcommerce;
    bench.context.bigcommerce = { ...bench.context.bigcommerce, products: { ...products, listBySku: (skus) => (asked.push(skus), products.listBySku(skus)) } };
    for (const one of links) await bench.link(one);
    const net = cents(2200 * lines.length);
    await bench.keep(aSale({ lines, net, paid: net, totalTax: cents(200 * lines.length) }));
    expect(await bench.send()).toEqual([]);
    return { ...bench, asked, sold: bench.vendors.createdOrders[0]?.lines.map(({ variant: one }) => one?.variantId ?? null), links: await bench.tables.links.findByHike(bench.storeHash, 'variant', ['812', '813']) };
  };

  it('is found by SKU, blanks aside, asked once and linked from then on', async () => {
    const { sold, asked, links, commits } = await sell([aSaleLine({ sku: ' TOTE-01 ' }), aSaleLine({ sku: 'TOTE-01' })], [variant(211, 'TOTE-01')]);
    expect([sold, asked]).toEqual([[211, 211], [['TOTE-01']]]);
    expect(links).toEqual([{ thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { productId: 111, taxClassId: 0, name: 'TOTE-01' } }]);
    expect(commits[0]).toBe('variant-of-sale-linked');
  });

  it('is known by link, and not asked for', async () => {
    const { vendors, asked } = await sell([aSaleLine()], [], [{ thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { productId: 111 } }]);
    expect([vendors.createdOrders[0]?.lines[0]?.variant, asked]).toEqual([{ productId: 111, variantId: 211 }, []]);
  });

  it.each<[string, Sale['lines'], ReturnType<typeof variant>[], (number | null)[], string[][]]>([
    ['is not guessed among several', [aSaleLine()], [variant(211, 'TOTE-01'), variant(212, 'TOTE-01')], [null], [['TOTE-01']]],
    ['is nothing where nobody has the SKU', [aSaleLine()], [], [null], [['TOTE-01']]],
    ['is nothing without a SKU', [aSaleLine({ sku: ' ' })], [variant(211, '')], [null], []],
    ['is nothing for a custom line', [aSaleLine({ productId: null })], [variant(211, 'TOTE-01')], [null], []],
    ['is each its own', [aSaleLine(), aSaleLine({ productId: 813 as HikeProductId, sku: 'POUCH' })], [variant(211, 'TOTE-01'), variant(213, 'POUCH')], [211, 213], [['TOTE-01', 'POUCH']]],
  ])('%s', async (_, lines, variants, sold, asked) => {
    const bench = await sell(lines, variants);
    expect([bench.sold, bench.asked]).toEqual([sold, asked]);
  });
});

describe('a sale that the pump gives up or tries later', () => {
  const failed = async (willRetry: boolean, isKnown = true) => {
    const { context, tables, storeHash, mark, keep, seen } = await createSendBench();
    if (isKnown) await keep(aSale());
    await sendSale.onFailure?.(context, tables, { row: await mark('501'), willRetry });
    expect(await tables.sales.newest(storeHash) === null).toBe(!isKnown);
    return (await seen())?.state;
  };

  it('needs a person only once it is given up', async () => {
    expect([await failed(false), await failed(true), await failed(false, false)]).toEqual(['needs-you', 'waiting', undefined]);
  });

  it('needs BigCommerce and is given up one day; it is named by its id, and stands still while sales are paused', async () => {
    const { mark } = await createSendBench();
    expect(sendSale).toMatchObject({ needs: ['bigcommerce'], isUpkeep: false });
    expect(sendSale.subject(await mark('501'))).toEqual({ thing: 'sale', direction: 'hike-to-bigcommerce', label: 'Sale 501', bigcommerceId: null, hikeId: '501' });
    expect([true, false].map((sales) => sendSale.isPaused?.(someSettings({ paused: { sales } }), NO_CATALOGUE_RUN))).toEqual([true, false]);
  });
});

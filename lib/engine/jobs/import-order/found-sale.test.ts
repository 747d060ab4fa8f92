import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId, SaleId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import type { Sale } from '../../../domain/sale';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aSale, aSaleLine } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import { PRIORITY } from '../../priorities';
import { NOW } from '../../testing/create-test-context';
import { createImportBench, ID, type ImportBench } from './testing/create-import-bench';

const TOTE = 812 as HikeProductId;
const CANCELLED = 5;

/** The tote with so many units. */
const tote = (units: number): HikeProduct => aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel({ available: units * 10_000 })] })] });

/** We know of twelve totes. */
const knowTwelve = ({ tables, storeHash }: ImportBench) =>
  tables.hikeProducts.saveMany(storeHash, [{ product: tote(12), fingerprint: '', sweep: 1, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false }]);

const availableOf = async ({ tables, storeHash }: ImportBench) => (await tables.hikeProducts.findMany(storeHash, [TOTE]))[0]?.product.variants[0]?.levels[0]?.available;

const follows = ({ tables, storeHash }: ImportBench) => tables.dirty.find(storeHash, 'order', String(ID));

/** What an earlier attempt left of the order in Hike, without an answer; Hike has these products now. */
const found = async ({ order = {}, sale = {}, inHike = [tote(7)] }: { order?: Partial<Order>; sale?: Partial<Sale>; inHike?: HikeProduct[] } = {}) => {
  const bench = await createImportBench();
  await knowTwelve(bench);
  const placed = anOrder({ id: ID, ...order });
  bench.place(placed);
  for (const product of inHike) bench.vendors.hikeProducts.set(product.id, product);
  bench.vendors.sales.set(920, aSale({ id: 920 as SaleId, number: 'BC-1042', status: 'Parked', transactionDate: placed.createdAt, ...sale }));
  await bench.tables.intents.save(bench.storeHash, { kind: 'sale', key: '1042', reference: 'BC-1042', state: 'unknown', remoteId: null, looks: 0, updatedAt: NOW });
  expect(await bench.run()).toEqual([]);
  expect([await bench.seen(), bench.vendors.createdSales]).toMatchObject([{ state: 'imported', saleId: 920 }, []]);
  return bench;
};

/** The tax and payments of the sale that is there, whatever would be sent now. */
const TERMS = { orderTax: 500, saleTax: 200, paymentMethod: 'PayPal', payments: '8:2200', paidBy: 'Cash A$22.00' };

describe('a sale that an earlier attempt left', () => {
  it('has its products’ counts read anew, for nobody knows whether they allow for it', async () => {
    const bench = await found({ sale: { lines: [aSaleLine(), aSaleLine(), aSaleLine({ productId: null })] } });
    expect([await availableOf(bench), bench.callsOf('products.find')]).toEqual([70_000, 1]);
  });

  it.each<[string, HikeProduct[]]>([
    ['gone', []],
    ['not understood', [{ ...tote(7), variants: [] }]],
  ])('leaves the counts of a product that is %s', async (_, inHike) => {
    expect(await availableOf(await found({ inHike }))).toBe(120_000);
  });

  it('has its order looked at again, for it may have changed since', async () => {
    expect(await follows(await found())).toMatchObject({ priority: PRIORITY.order, notBefore: NOW, trigger: 'follow-up' });
  });

  it('remembers the order’s status where it is the sale that would be made now, and none where it is another', async () => {
    expect((await (await found()).linked())?.facts).toEqual({ number: 'BC-1042', status: 'Parked', statusId: 11, ...TERMS });
    expect((await (await found({ sale: { status: 'Completed' } })).linked())?.facts).toStrictEqual({ number: 'BC-1042', status: 'Completed', ...TERMS });
  });

  it('of an order that was cancelled since is imported all the same', async () => {
    const bench = await found({ order: { statusId: CANCELLED } });
    expect((await bench.linked())?.facts).toStrictEqual({ number: 'BC-1042', status: 'Parked', ...TERMS });
    expect(await bench.entries()).toMatchObject([{ result: 'done', message: 'Imported as sale BC-1042, parked.' }]);
    expect([await availableOf(bench), (await follows(bench))?.trigger]).toEqual([70_000, 'follow-up']);
  });
});

it('a sale that was made this very moment is taken from the counts that we know, and its order needs no second look', async () => {
  const bench = await createImportBench();
  await knowTwelve(bench);
  bench.place(anOrder({ id: ID }));
  expect(await bench.run()).toEqual([]);
  expect([await availableOf(bench), bench.callsOf('products.find'), await follows(bench)]).toEqual([100_000, 0, null]);
});

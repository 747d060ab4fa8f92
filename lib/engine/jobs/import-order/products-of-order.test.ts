import { describe, expect, it } from 'vitest';
import type { HikeProductId, OrderId, ProductId, TaxClassId, VariantId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { GST, NO_TAX, someSettings } from '../../../domain/testing/a-shop';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import { NOW } from '../../testing/create-test-context';
import { createImportBench, ID, type ImportBench, importedOrder } from './testing/create-import-bench';

describe('the products of an order', () => {
  const linkOf = async ({ tables, storeHash }: ImportBench) => tables.links.findByBigCommerce(storeHash, 'variant', ['211', '0']);

  it('are found by SKU, blanks aside, and linked with their tax class', async () => {
    const bench = await importedOrder({ lines: [anOrderLine({ quantity: 2, sku: ' TOTE-01 ' })] });
    const [line] = anOrder().lines;
    expect(line?.variantId).toBe(211);
    expect(await linkOf(bench)).toMatchObject([{ thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { name: 'Canvas tote', productId: 111, taxClassId: 0 } }]);
  });

  it('that are linked are neither asked for nor linked again', async () => {
    const bench = await createImportBench();
    await bench.tables.links.save(bench.storeHash, { thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { taxClassId: 0 } }, NOW);
    bench.place(anOrder({ id: ID }));
    expect(await bench.run()).toEqual([]);
    expect(bench.vendors.calls.filter((name) => name === 'products.bySku' || name === 'products.taxClasses')).toEqual([]);
    expect(bench.commits).not.toContain('product-of-order-linked');
    // What has no name in Hike is sold under the order's.
    expect(bench.vendors.createdSales[0]?.lines[0]).toMatchObject({ productId: 812, title: 'Canvas tote' });
  });

  it('that are linked with what Hike has deleted are looked for by SKU, and else refused by name', async () => {
    const bench = await createImportBench();
    await bench.tables.links.save(bench.storeHash, { thing: 'variant', bigcommerceId: '211', hikeId: '700', origin: 'hike', facts: { taxClassId: 0 } }, NOW);
    const product = aHikeProduct({ id: 700, variants: [aHikeVariant({ id: 700 })] });
    await bench.tables.hikeProducts.saveMany(bench.storeHash, [{ product, fingerprint: '', sweep: 1, goneAt: NOW, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false }]);
    const other = anOrderLine({ quantity: 2, sku: 'TOTE-99' });
    bench.place(anOrder({ id: ID }));
    bench.place(anOrder({ id: 1043 as OrderId, lines: [{ ...other, variantId: 211 as VariantId }] }));
    expect(await bench.run(1043, ID)).toEqual([]);
    expect(bench.vendors.createdSales.map(({ lines }) => lines[0]?.productId)).toEqual([812]);
    expect(await bench.seen(1043)).toMatchObject({ state: 'needs-you', problem: { code: 'product-not-in-hike', details: { sku: 'TOTE-99' } } });
  });

  it('that are linked are sold under the link’s name, at the tax of the link’s class', async () => {
    const bench = await createImportBench({ settings: someSettings({ taxes: { byClass: { '0': NO_TAX, '2': GST }, shipping: GST } }) });
    await bench.tables.links.save(bench.storeHash, { thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { name: 'Tote of Hike’s', taxClassId: 2 } }, NOW);
    bench.place(anOrder({ id: ID }));
    expect(await bench.run()).toEqual([]);
    expect(bench.vendors.createdSales[0]?.lines[0]).toMatchObject({ title: 'Tote of Hike’s', tax: { id: GST } });
  });

  it('are asked for once by each SKU, blanks aside, and not at all without one', async () => {
    const bench = await createImportBench();
    const asked: string[] = [];
    const { products } = bench.context.hike;
    bench.context.hike = { ...bench.context.hike, products: { ...products, listBySku: (sku) => (asked.push(sku), products.listBySku(sku)) } };
    for (const [id, sku] of [[1042, ' TOTE-01 '], [1043, 'tote-01'], [1044, ' ']] as const) bench.place(anOrder({ id: id as OrderId, lines: [anOrderLine({ quantity: 2, variantId: null, sku })] }));
    expect([await bench.run(1042, 1043, 1044), asked]).toEqual([[], ['TOTE-01']]);
  });

  it('of many orders are asked for once', async () => {
    const bench = await createImportBench();
    for (const id of [1042, 1043]) bench.place(anOrder({ id: id as OrderId }));
    expect(await bench.run(1042, 1043)).toEqual([]);
    expect(bench.vendors.calls.filter((name) => name === 'products.taxClasses')).toHaveLength(1);
    expect(bench.commits.filter((name) => name === 'product-of-order-linked')).toHaveLength(1);
  });

  it('without a variant are looked up each time and never linked', async () => {
    const bench = await importedOrder({ lines: [anOrderLine({ quantity: 2, variantId: null })] });
    expect(await linkOf(bench)).toEqual([]);
    expect(bench.commits).not.toContain('product-of-order-linked');
  });

  it.each([
    ['without a SKU', [], ' '],
    ['that Hike does not have', [], 'OTHER'],
    ['that Hike has twice', [{ id: 813 as HikeProductId, name: 'Tote', sku: 'TOTE-01' }], 'TOTE-01'],
  ])('%s are a matter for a person', async (_, more, sku) => {
    const bench = await createImportBench();
    bench.vendors.products.push(...more);
    bench.place(anOrder({ id: ID, lines: [anOrderLine({ quantity: 2, sku })] }));
    expect(await bench.run()).toEqual([]);
    expect([await bench.seen(), await linkOf(bench)]).toMatchObject([{ state: 'needs-you' }, []]);
  });

  it('whose tax class nobody tells are linked without one', async () => {
    const bench = await createImportBench();
    const { products } = bench.context.bigcommerce;
    bench.context.bigcommerce = { ...bench.context.bigcommerce, products: { ...products, listTaxClasses: async () => new Map<ProductId, TaxClassId>() } };
    bench.place(anOrder({ id: ID }));
    await bench.run();
    expect((await linkOf(bench))[0]?.facts).toStrictEqual({ name: 'Canvas tote', productId: 111 });
  });
});

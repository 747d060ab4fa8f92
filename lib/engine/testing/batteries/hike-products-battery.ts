import { beforeEach, describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId, StoreHash } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { aHikeVariant } from '../../../domain/testing/a-hike-product';
import type { WholeDatabase, SeenHikeProduct, SeenHikeProductFilter } from '../../ports/tables';
import { sampleHikeProduct, samplePlan } from './sample-products';
import { at, newStoreHash } from './sample-records';

const level = (sku: string) => ({ sku, location: '', before: 5, after: 500 });

const ids = (...numbers: number[]) => numbers as HikeProductId[];

/** Hike's products as last told. */
export const hikeProductsBattery = (open: () => WholeDatabase): void => {
  describe('seen Hike products', () => {
    let hash: StoreHash;
    beforeEach(() => {
      hash = newStoreHash();
    });
    const products = () => open().tables.hikeProducts;
    const save = (...seen: SeenHikeProduct[]) => products().saveMany(hash, seen);
    const list = async (filter: Partial<SeenHikeProductFilter> = {}) => {
      const found = await products().list(hash, { standings: [], search: '', offset: 0, limit: 50, ...filter });
      return found.map(({ product }) => Number(product.id));
    };

    it('gives a product back as it was saved, and as it was saved again', async () => {
      const first = sampleHikeProduct(4_000_000_001, 'Zoë’s “Tote”');
      await save(first);
      expect(await products().findMany(hash, ids(4_000_000_001, 9))).toEqual([first]);
      const later: SeenHikeProduct = {
        ...sampleHikeProduct(4_000_000_001, 'Tote', { types: [{ id: 3, name: 'Bags' }] }),
        fingerprint: 'g',
        sweep: 2,
        goneAt: at(5),
        plan: samplePlan('clash', { problem: problem('product-without-sku', { line: 'Tote' }), candidates: [{ productId: 7, name: 'Tote' }], priceMove: -12.5 }),
        written: { texts: 'h1' },
        isIgnored: true,
        removal: 'hide',
        variantsConfirmed: true,
      };
      await save(later);
      expect(await products().findMany(hash, ids(4_000_000_001))).toEqual([later]);
    });

    it('takes the last of what comes twice, and any number at once', async () => {
      const many = Array.from({ length: 1200 }, (_, index) => sampleHikeProduct(index + 1, 'Tote'));
      await save(...many, sampleHikeProduct(7, 'Seventh'));
      expect(await products().count(hash, { standings: [], search: '' })).toBe(1200);
      expect(await products().findMany(hash, ids(7))).toEqual([sampleHikeProduct(7, 'Seventh')]);
    });

    it('finds products by their variants, those that they have now', async () => {
      const tee = (...variants: number[]) => sampleHikeProduct(900, 'Tee', { variants: variants.map((id) => aHikeVariant({ id, sku: `TEE-${id}` })) });
      await save(sampleHikeProduct(1, 'Tote'), tee(901, 902));
      expect(await products().findByVariants(hash, ids(1))).toEqual([sampleHikeProduct(1, 'Tote')]);
      expect(await products().findByVariants(hash, ids(901, 902, 5))).toEqual([tee(901, 902)]);
      await save(tee(902, 903));
      expect(await products().findByVariants(hash, ids(901))).toEqual([]);
      expect(await products().findByVariants(hash, ids(903))).toHaveLength(1);
      expect(await products().listVariantsByKeys(hash, { skus: ['tee-901'], barcodes: [] })).toEqual([]);
    });

    it('finds variants by SKU and barcode without case, never by an empty one, and not those that are gone', async () => {
      const variant = (id: number, sku: string, barcode: string) => ({ variants: [aHikeVariant({ id, sku, barcode })] });
      await save(
        sampleHikeProduct(1, 'One', variant(11, ' Tote-01 ', '')),
        sampleHikeProduct(2, 'Two', variant(12, 'TOTE-01', 'AB1')),
        sampleHikeProduct(3, 'Three', variant(13, '', 'ab1')),
        sampleHikeProduct(4, 'Four', { ...variant(14, 'TOTE-01', ''), goneAt: at(1) }),
      );
      const first = { productId: 1, variantId: 11, sku: 'tote-01', barcode: '' };
      const second = { productId: 2, variantId: 12, sku: 'tote-01', barcode: 'ab1' };
      expect(await products().listVariantsByKeys(hash, { skus: ['tote-01'], barcodes: [] })).toEqual([first, second]);
      expect(await products().listVariantsByKeys(hash, { skus: ['nothing'], barcodes: ['ab1'] })).toEqual([second, { productId: 3, variantId: 13, sku: '', barcode: 'ab1' }]);
      expect(await products().listVariantsByKeys(hash, { skus: [''], barcodes: [''] })).toEqual([]);
    });

    it('saves plans and what was written without touching the rest', async () => {
      await save(sampleHikeProduct(1, 'One'), sampleHikeProduct(2, 'Two'));
      const plan = samplePlan('update', { changes: [{ field: 'price', sku: null, before: '1', after: '2' }] });
      await products().savePlans(hash, [{ id: ids(1)[0]!, plan }, { id: ids(9)[0]!, plan }]);
      await products().saveWritten(hash, [{ id: ids(2)[0]!, written: { price: 'h' } }, { id: ids(9)[0]!, written: {} }]);
      expect(await products().findMany(hash, ids(1))).toEqual([{ ...sampleHikeProduct(1, 'One'), plan }]);
      expect(await products().findMany(hash, ids(2))).toEqual([{ ...sampleHikeProduct(2, 'Two'), written: { price: 'h' } }]);
      expect(await list({ standings: ['update'] })).toEqual([1]);
    });

    it('lists by name without case, then by id, page by page, in the standings asked for', async () => {
      const plan = samplePlan('create');
      await save(sampleHikeProduct(1, 'banana'), sampleHikeProduct(2, 'Apple', { plan }), sampleHikeProduct(4, 'apple'), sampleHikeProduct(3, 'Éclair', { plan }), sampleHikeProduct(5, 'a-b'));
      expect(await list()).toEqual([5, 2, 4, 1, 3]);
      expect(await list({ offset: 1, limit: 2 })).toEqual([2, 4]);
      expect(await list({ standings: ['create', 'clash'] })).toEqual([2, 3]);
      expect(await list({ standings: ['clash'] })).toEqual([]);
    });

    it.each([
      ['part of the name in other letters', 'ÉCL', [1]],
      ['part of a SKU', 'cl-0', [1]],
      ['part of a barcode', '9399', [2]],
      ['a percent sign, literally', '0%', [2]],
      ['an underscore, literally', '_', [2]],
      ['a backslash, literally', '\\', [1]],
      ['what is nowhere', 'nothing', []],
    ])('finds and counts products by %s', async (_what, search, found) => {
      await save(
        sampleHikeProduct(1, 'Éclair', { variants: [aHikeVariant({ id: 1, sku: 'ECL-01', barcode: 'B\\1' })] }),
        sampleHikeProduct(2, 'Wool 100%', { variants: [aHikeVariant({ id: 2, sku: 'W', barcode: '1' }), aHikeVariant({ id: 3, sku: 'W_2', barcode: '9399' })] }),
      );
      expect(await list({ search })).toEqual(found);
      expect(await products().count(hash, { standings: [], search })).toBe(found.length);
      expect(await products().count(hash, { standings: ['create'], search })).toBe(0);
    });

    it('finds those whose plan takes a SKU to zero, or moves a price far', async () => {
      await save(
        sampleHikeProduct(1, 'Zero', { plan: { ...samplePlan('update'), goesToZero: ['A', 'B'] } }),
        sampleHikeProduct(2, 'Price', { plan: { ...samplePlan('update'), priceMove: -45 } }),
        sampleHikeProduct(3, 'Calm', { plan: samplePlan('update') }),
        sampleHikeProduct(4, 'Not compared'),
        sampleHikeProduct(5, 'Stock', { plan: { ...samplePlan('unchanged'), levels: [level('A'), level('B')] } }),
      );
      expect(await list({ warns: 'zero' })).toEqual([1]);
      expect(await list({ warns: 'level' })).toEqual([5]);
      expect(await list({ warns: 'price' })).toEqual([2]);
      expect(await products().count(hash, { standings: [], search: '', warns: 'zero' })).toBe(1);
      expect(await products().count(hash, { standings: ['create'], search: '', warns: 'price' })).toBe(0);
    });

    it('counts each standing, but nowhere what was not compared', async () => {
      await save(sampleHikeProduct(1, 'One'), ...[2, 3].map((id) => sampleHikeProduct(id, 'Two', { plan: samplePlan('update') })));
      const counts = await products().countByStanding(hash);
      expect(counts).toMatchObject({ update: 2, create: 0, ignored: 0 });
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2);
      expect(await products().count(hash, { standings: [], search: '' })).toBe(3);
    });

    it('sums up what plans warn of', async () => {
      expect(await products().sumPlans(hash)).toEqual({ goesToZero: 0, levels: 0, priceAlarms: 0 });
      const plans = [{ goesToZero: ['A', 'B'], levels: [level('A'), level('B'), level('C')], priceMove: -40 }, { goesToZero: ['C'], priceMove: 30 }, {}];
      await save(...plans.map((plan, index) => sampleHikeProduct(index + 1, 'One', { plan: samplePlan('update', plan) })));
      expect(await products().sumPlans(hash)).toEqual({ goesToZero: 3, levels: 3, priceAlarms: 2 });
      expect(await products().sumPlans(hash, 30)).toEqual({ goesToZero: 3, levels: 3, priceAlarms: 1 });
    });

    it('sums up what plans cost in calls, of the standings asked for', async () => {
      const plans = [samplePlan('update', { calls: 0.1 }), samplePlan('update', { calls: 3 }), samplePlan('create', { calls: 1 }), samplePlan('refused', { calls: 9 })];
      await save(...plans.map((plan, index) => sampleHikeProduct(index + 1, 'One', { plan })), sampleHikeProduct(9, 'Not compared'));
      expect(await products().sumCalls(hash, ['update', 'create'])).toBeCloseTo(4.1);
      expect(await products().sumCalls(hash, ['removed'])).toBe(0);
    });

    it('lists the product types met, by name, each once', async () => {
      const types = [[{ id: 3, name: 'bags' }], [{ id: 2, name: 'Clothes' }, { id: 3, name: 'bags' }], [{ id: 9, name: 'Art' }], []];
      await save(...types.map((some, index) => sampleHikeProduct(index + 1, 'One', { types: some })));
      expect(await products().listTypes(hash)).toEqual([{ id: 9, name: 'Art' }, { id: 3, name: 'bags' }, { id: 2, name: 'Clothes' }]);
    });

    it('lists ids in order, a part at a time', async () => {
      await save(...[30, 4, 100, 5].map((id) => sampleHikeProduct(id, 'One', { plan: id === 5 ? null : samplePlan('create') })));
      expect(await products().listIds(hash, { after: null, limit: 3 })).toEqual([4, 5, 30]);
      expect(await products().listIds(hash, { after: ids(30)[0]!, limit: 3 })).toEqual([100]);
      expect(await products().listIds(hash, { after: null, limit: 2, standings: ['create'] })).toEqual([4, 30]);
      expect(await products().listIds(hash, { after: null, limit: 2, standings: [] })).toEqual([]);
    });

    it('lists ids of what is looked for, or warns', async () => {
      const plan = samplePlan('update', { goesToZero: ['A'] });
      await save(sampleHikeProduct(1, 'Red tote', { plan }), sampleHikeProduct(2, 'Red mug', { plan: samplePlan('create', { priceMove: 30 }) }), sampleHikeProduct(3, 'Tote', { plan }));
      expect(await products().listIds(hash, { after: null, limit: 9, search: 'RED' })).toEqual([1, 2]);
      expect(await products().listIds(hash, { after: null, limit: 9, search: 'red', standings: ['create'] })).toEqual([2]);
      expect(await products().listIds(hash, { after: null, limit: 9, warns: 'zero' })).toEqual([1, 3]);
      expect(await products().listIds(hash, { after: ids(1)[0]!, limit: 9, warns: 'price' })).toEqual([2]);
    });

    it('lists which of those that wait for a person name a candidate', async () => {
      const wanting = (...all: number[]) => ({ candidates: all.map((productId) => ({ productId, name: 'Tote' })) });
      await save(
        sampleHikeProduct(4, 'D', { plan: samplePlan('refused', wanting(70)) }),
        sampleHikeProduct(1, 'A', { plan: samplePlan('ambiguous', wanting(71, 70)) }),
        sampleHikeProduct(2, 'B', { plan: samplePlan('ignored', wanting(70)) }),
        sampleHikeProduct(3, 'C', { plan: null }),
      );
      expect(await products().listWanting(hash, [70, 72] as ProductId[])).toEqual([{ productId: 70, hikeId: 1 }, { productId: 70, hikeId: 4 }]);
      expect(await products().listWanting(hash, [])).toEqual([]);
      expect(await products().listWanting(newStoreHash(), [70] as ProductId[])).toEqual([]);
    });

    it('lists what a full reading missed, unless it is known to be gone', async () => {
      await save(sampleHikeProduct(3, 'A', { sweep: 1 }), sampleHikeProduct(2, 'B', { sweep: 0 }), sampleHikeProduct(1, 'C', { sweep: 2 }), sampleHikeProduct(4, 'D', { goneAt: at(1) }));
      expect(await products().listMissed(hash, 2, 10)).toEqual([2, 3]);
      expect(await products().listMissed(hash, 2, 1)).toEqual([2]);
    });

    it('keeps stores apart, and forgets the products of one', async () => {
      const other = newStoreHash();
      await save(sampleHikeProduct(1, 'One', { plan: samplePlan('create', { goesToZero: ['A'] }), types: [{ id: 1, name: 'Bags' }] }));
      expect(await products().findMany(other, ids(1))).toEqual([]);
      expect(await products().findByVariants(other, ids(1))).toEqual([]);
      expect(await products().listVariantsByKeys(other, { skus: ['sku-1'], barcodes: ['bar-1'] })).toEqual([]);
      expect(await products().count(other, { standings: [], search: '' })).toBe(0);
      expect(await products().sumPlans(other)).toEqual({ goesToZero: 0, levels: 0, priceAlarms: 0 });
      expect(await products().listTypes(other)).toEqual([]);
      expect(await products().listMissed(other, 9, 9)).toEqual([]);
      await products().saveMany(other, [sampleHikeProduct(1, 'Theirs')]);
      await products().savePlans(other, [{ id: ids(1)[0]!, plan: samplePlan('clash') }]);
      expect(await list({ standings: ['create'] })).toEqual([1]);
      await products().deleteAll(hash);
      expect(await list()).toEqual([]);
      expect(await products().findByVariants(hash, ids(1))).toEqual([]);
      expect(await products().findByVariants(other, ids(1))).toHaveLength(1);
    });
  });
};

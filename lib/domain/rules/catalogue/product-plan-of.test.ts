import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_OWNERS, PRODUCT_FIELDS, type FieldOwner, type ProductField } from '../../catalogue-words';
import type { HikeProduct } from '../../hike-product';
import { HikeProductId, VariantId } from '../../ids';
import { problem } from '../../problems';
import { ProductPlan } from '../../product-plan';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { linked, LINKED, someFacts } from '../../testing/plan-facts';
import { planProduct, type PlanFacts } from './product-plan-of';

const plan = (product: HikeProduct, facts: PlanFacts, context = aCatalogueContext()) => planProduct(product, facts, context);
const priced = (priceIncTax: string): HikeProduct => aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel({ priceIncTax })] })] });
const deletes = (how: string) => aCatalogueContext({}, { catalogue: { deletes: how } });

describe('planProduct', () => {
  it('creates what is only in Hike, after its categories', () => {
    const { plan: created, step } = plan(aHikeProduct({ types: [{ id: 3, name: 'Bags' }, { id: 9, name: 'Summer' }] }), someFacts());
    expect(created).toEqual({ standing: 'create', changes: [], levels: [], calls: 1, problem: null, candidates: [], goesToZero: [], priceMove: null });
    expect(step).toMatchObject({ kind: 'create', draft: { name: 'Canvas tote', categories: [23] }, missingCategories: ['Summer'] });
  });

  it('creates no category that nobody owns', () => {
    expect(plan(aHikeProduct({ types: [{ id: 9, name: 'Summer' }] }), someFacts(), aCatalogueContext({ categories: 'nobody' })).step).toMatchObject({ kind: 'create', missingCategories: [] });
  });

  it('does nothing where both sides agree and are linked', () => {
    expect(plan(aHikeProduct(), linked())).toMatchObject({ plan: { standing: 'unchanged', changes: [] }, step: { kind: 'nothing' } });
  });

  it('only links what agrees and was matched by its keys', () => {
    expect(plan(aHikeProduct(), someFacts([aStoreProduct()]))).toMatchObject({
      plan: { standing: 'unchanged' },
      step: { kind: 'link', productId: 111, newLinks: { productId: 111, variants: [{ hikeId: 812, variantId: 211 }] } },
    });
  });

  it('updates what differs, linking it on the way', () => {
    expect(plan(priced('25'), someFacts([aStoreProduct()]))).toMatchObject({
      plan: { standing: 'update', changes: [{ field: 'price', before: 'A$22.00', after: 'A$25.00' }], priceMove: null },
      step: { kind: 'update', productId: 111, change: { id: 111, price: '25' }, newLinks: { productId: 111 }, imagesDiffer: false },
    });
    expect(plan(priced('25'), linked()).step).toMatchObject({ newLinks: { productId: null, variants: [] } });
  });

  it('adds a variant and links those that are there', () => {
    const store = aStoreTee({ variants: [aStoreTee().variants[0]] });
    expect(plan(aHikeTee(), someFacts([store], { link: store.id }))).toMatchObject({
      plan: { standing: 'update' },
      step: { kind: 'update', missingVariants: [{ sku: 'TEE-M' }], newLinks: { productId: null, variants: [{ hikeId: 901, variantId: 191 }] } },
    });
  });

  it.each([
    ['rises', '33', 50],
    ['falls', '11', -50],
    ['moves by a third', '29.33', 33.3],
    ['moves by just the threshold', '28.60', null],
  ])('points out a price that %s', (_, price, move) => {
    expect(plan(priced(price), linked()).plan.priceMove).toBe(move);
  });

  it('names the largest move, whichever way it goes', () => {
    const [small, medium] = aHikeTee().variants;
    const product = aHikeTee({ variants: [{ ...small, levels: [anOutletLevel({ priceIncTax: '44' })] }, { ...medium, levels: [anOutletLevel({ priceIncTax: '5.5' })] }] });
    expect(plan(product, someFacts([aStoreTee()])).plan.priceMove).toBe(100);
  });

  it('names the SKUs that would fall to zero, and no others', () => {
    const stock = [[901, 4], [902, 0]].map(([id, before]) => ({ hikeId: HikeProductId.parse(id), location: '', before: before ?? null, after: 0 }));
    expect(plan(aHikeTee(), someFacts([aStoreTee()], { stock })).plan.goesToZero).toEqual(['TEE-S']);
  });

  it('lets a person decide about what is ambiguous, with the candidates', () => {
    const stores = [aStoreProduct(), aStoreProduct({ id: 112, name: 'Tote again', sku: 'X' })];
    const product = aHikeProduct({ variants: [aHikeVariant({ sku: '' })] });
    expect(plan(product, someFacts(stores))).toEqual({
      plan: {
        standing: 'ambiguous', changes: [], goesToZero: [], levels: [], calls: 0, priceMove: null,
        problem: { code: 'product-match-ambiguous', details: { product: 'Canvas tote', count: '2' } },
        candidates: [{ productId: 111, name: 'Canvas tote', skus: ['TOTE-01'] }, { productId: 112, name: 'Tote again', skus: ['TOTE-01'] }],
      },
      step: { kind: 'nothing' },
      removals: [],
    });
  });

  it.each<[string, HikeProduct, PlanFacts, object]>([
    ['a name that another product has', aHikeProduct(), someFacts([], { nameHolder: aStoreProduct({ id: 112 }) }), { problem: { code: 'product-name-taken' }, candidates: [{ productId: 112 }] }],
    ['what BigCommerce cannot hold', aHikeProduct({ name: 'x'.repeat(251) }), someFacts(), { problem: { code: 'product-name-too-long' }, candidates: [] }],
    ['an update that BigCommerce cannot hold', aHikeProduct({ variants: [aHikeVariant({ sku: 'A/1' })] }), linked(), { problem: { code: 'sku-not-allowed' } }],
    ['a product deleted in BigCommerce', aHikeProduct(), someFacts([], LINKED), { problem: { code: 'product-deleted-in-bigcommerce' } }],
    [
      'a new SKU that another product has',
      aHikeProduct({ variants: [aHikeVariant({ sku: 'NEW' })] }),
      someFacts([aStoreProduct(), aStoreProduct({ id: 112, variants: [aStoreVariant({ id: 212, sku: 'new' })] })], LINKED),
      { problem: { code: 'sku-taken', details: { sku: 'NEW' } }, candidates: [{ productId: 112 }] },
    ],
  ])('refuses %s', (_, product, facts, expected) => {
    expect(plan(product, facts)).toMatchObject({ plan: { standing: 'refused', ...expected }, step: { kind: 'nothing' } });
  });

  it('does not take the product’s own other variant for one in the way', () => {
    const variantLinks = new Map([[901, 192], [902, 191]].map(([hikeId, variantId]) => [HikeProductId.parse(hikeId), VariantId.parse(variantId)]));
    const store = aStoreTee();
    expect(plan(aHikeTee(), someFacts([store], { link: store.id, variantLinks })).step).toMatchObject({ kind: 'update', variantChanges: [{ id: 192, sku: 'TEE-S' }, { id: 191, sku: 'TEE-M' }] });
  });

  it('renames only to a name that is free', () => {
    const named = aCatalogueContext({ name: 'hike' });
    expect(plan(aHikeProduct({ name: 'Tote' }), linked({ nameHolder: aStoreProduct({ id: 112, name: 'Tote' }) }), named).plan).toMatchObject({ standing: 'refused', problem: { code: 'product-name-taken' } });
    expect(plan(aHikeProduct({ name: 'Tote' }), linked(), named).step).toMatchObject({ change: { name: 'Tote' } });
    expect(plan(aHikeProduct({ name: 'CANVAS TOTE' }), linked({ nameHolder: aStoreProduct() }), named).step).toMatchObject({ change: { name: 'CANVAS TOTE' } });
  });

  it('brings pictures over only where Hike owns them and has some', () => {
    const product = aHikeProduct({ images: [{ key: 'a', url: 'https://img.example/1.jpg', isPrimary: true }] });
    const owned = aCatalogueContext({ images: 'hike' });
    expect(plan(product, linked({ imagesDiffer: true }), owned)).toMatchObject({ plan: { changes: [{ field: 'images', before: '0 pictures', after: '1 picture in Hike' }] }, step: { kind: 'update', change: null, imagesDiffer: true } });
    expect(plan(product, linked(), owned).step).toEqual({ kind: 'nothing' });
    expect(plan(product, linked({ imagesDiffer: true })).step).toEqual({ kind: 'nothing' });
    expect(plan(aHikeProduct(), linked({ imagesDiffer: true }), owned).step).toEqual({ kind: 'nothing' });
  });

  it('tries pictures again that could not be sent, and stands where it was left until then', () => {
    const product = aHikeProduct({ images: [{ key: '1', url: 'https://img.example/1.jpg', isPrimary: true }] });
    const missed = { imagesMissed: problem('image-unreachable', { url: 'https://img.example/1.jpg' }) };
    expect(plan(product, linked(missed))).toMatchObject({ plan: { standing: 'refused', problem: missed.imagesMissed }, step: { kind: 'update', change: null, imagesDiffer: true } });
    const dearer = plan(product, linked(missed, aStoreProduct({ price: '21' })));
    expect(dearer).toMatchObject({ plan: { standing: 'update', problem: null }, step: { kind: 'update', imagesDiffer: true } });
    expect(plan(aHikeProduct(), linked(missed)).step).toEqual({ kind: 'nothing' });
    expect(plan(product, linked(missed), aCatalogueContext({ images: 'nobody' })).step).toEqual({ kind: 'nothing' });
  });

  describe('of what is not for the online shop', () => {
    it('puts aside what a person put aside, whatever else holds', () => {
      expect(plan(aHikeProduct({ isActive: false }), linked({ isIgnored: true }))).toMatchObject({ plan: { standing: 'ignored', problem: null }, step: { kind: 'nothing' } });
    });

    it.each<[string, Partial<HikeProduct>, boolean, string | undefined]>([
      ['not ticked for eCommerce', { isOnline: false }, false, 'product-not-online'],
      ['inactive', { isActive: false }, false, 'product-inactive'],
      ['gone', {}, true, undefined],
    ])('leaves out what is %s and was never sent, even where a key agrees', (_, change, isGone, code) => {
      expect(plan(aHikeProduct(change), someFacts([aStoreProduct()], { isGone }))).toMatchObject({ plan: { standing: 'left-out' }, step: { kind: 'nothing' } });
      expect(plan(aHikeProduct(change), someFacts([], { isGone })).plan.problem?.code).toBe(code);
    });

    it('asks about what was sent', () => {
      expect(plan(aHikeProduct(), linked({ isGone: true }))).toMatchObject({ plan: { standing: 'removed', problem: { code: 'product-gone-from-hike' }, changes: [] }, step: { kind: 'nothing' } });
    });

    it.each<[string, Partial<HikeProduct>, Partial<PlanFacts>, string, object, string?]>([
      ['deletes what is gone', {}, { isGone: true }, 'delete', { kind: 'remove', how: 'delete', productId: 111 }],
      ['hides what may come back', { isActive: false }, {}, 'delete', { kind: 'remove', how: 'hide', productId: 111 }],
      ['hides what a person wants hidden', { isOnline: false }, { removal: 'hide' }, 'ask', { kind: 'remove', how: 'hide', productId: 111 }],
      ['keeps what a person wants kept', {}, { isGone: true, removal: 'keep' }, 'delete', { kind: 'nothing' }, 'kept'],
      ['waits where too many go at once', {}, { isGone: true, removalsWait: true }, 'delete', { kind: 'nothing' }],
    ])('%s', (_, change, facts, how, step, standing = 'removed') => {
      expect(plan(aHikeProduct(change), linked(facts, aStoreProduct({ isVisible: true })), deletes(how))).toMatchObject({ plan: { standing }, step });
    });

    it.each<[string, Partial<PlanFacts>, string, string]>([
      ['asks nobody about what was hidden as decided', { removal: 'hide' }, 'ask', 'kept'],
      ['asks nobody about what was hidden by the setting', {}, 'hide', 'kept'],
      ['asks about what is hidden, as long as nobody decided', {}, 'ask', 'removed'],
    ])('%s', (_, facts, how, standing) => {
      const { problem: why, ...told } = plan(aHikeProduct({ isOnline: false }), linked(facts, aStoreProduct({ isVisible: false })), deletes(how)).plan;
      expect([told.standing, why === null]).toEqual([standing, standing === 'kept']);
    });

    it('does not hide what is hidden, nor remove what BigCommerce no longer has', () => {
      expect(plan(aHikeProduct({ isOnline: false }), linked(), deletes('hide')).step).toEqual({ kind: 'nothing' });
      expect(plan(aHikeProduct(), someFacts([], { ...LINKED, isGone: true }), deletes('delete'))).toMatchObject({ plan: { standing: 'left-out' }, step: { kind: 'nothing' } });
    });

    it('shows again what we hid, once it is back', () => {
      expect(plan(aHikeProduct(), linked({ wasHiddenByUs: true })).step).toMatchObject({ kind: 'update', change: { id: 111, isVisible: true } });
    });
  });

  describe('of variants that are gone from a product that lives', () => {
    const [SMALL, MEDIUM] = [191, 192].map((id) => VariantId.parse(id)) as [VariantId, VariantId];
    const small = (change: Parameters<typeof aHikeTee>[0] = {}) => aHikeTee({ variants: [aHikeTee().variants[0]], ...change });
    const tee = (change: Partial<PlanFacts> = {}, store = aStoreTee()) =>
      someFacts([store], { link: store.id, variantLinks: new Map([[HikeProductId.parse(901), SMALL]]), goneVariants: new Map([[MEDIUM, null]]), ...change });

    it('asks, naming them, and says so where other removed products stand', () => {
      expect(plan(small(), tee())).toMatchObject({
        plan: { standing: 'removed', problem: { code: 'variants-gone-from-hike', details: { product: 'Organic tee', variants: 'TEE-M' } }, changes: [] },
        step: { kind: 'nothing' },
        removals: [{ how: 'ask', variant: { id: 192 } }],
      });
    });

    it('changes the others meanwhile', () => {
      const dearer = small({ variants: [{ ...aHikeTee().variants[0], levels: [anOutletLevel({ priceIncTax: '25' })] }] });
      expect(plan(dearer, tee())).toMatchObject({ plan: { standing: 'removed', changes: [{ field: 'price' }] }, step: { kind: 'update', change: { price: '25' } } });
    });

    it.each([
      ['hide', 'not for sale'],
      ['delete', 'deleted'],
    ])('shows what becomes of them where the setting is %s', (how, after) => {
      expect(plan(small(), tee(), deletes(how))).toMatchObject({
        plan: { standing: 'update', problem: null, changes: [{ field: 'visibility', sku: 'TEE-M', before: 'for sale', after }] },
        removals: [{ how }],
      });
    });

    it('removes them of a product that is refused, too', () => {
      const unpriced = small({ variants: [{ ...aHikeTee().variants[0], sku: 'A/1' }] });
      expect(plan(unpriced, tee(), deletes('hide'))).toMatchObject({ plan: { standing: 'refused', problem: { code: 'sku-not-allowed' } }, removals: [{ how: 'hide' }] });
    });

    it('waits with the others where too many go at once', () => {
      expect(plan(small(), tee({ removalsWait: true }), deletes('delete'))).toMatchObject({ plan: { standing: 'removed' }, removals: [{ how: 'ask' }] });
    });

    it('says nothing once they are off sale', () => {
      const store = aStoreTee({ variants: [aStoreTee().variants[0], { ...aStoreTee().variants[1], isPurchasable: false }] });
      expect(plan(small(), tee({}, store), deletes('hide'))).toMatchObject({ plan: { standing: 'unchanged', problem: null }, removals: [] });
    });

    it('takes one that was made anew in Hike under its SKU for the same', () => {
      const anew = aHikeTee({ variants: [aHikeTee().variants[0], { ...aHikeTee().variants[1], id: 950 }] });
      expect(plan(anew, tee(), deletes('delete'))).toMatchObject({ step: { kind: 'link', newLinks: { variants: [{ hikeId: 950, variantId: 192 }] } }, removals: [] });
    });

    it('names five of many', () => {
      const values = Array.from({ length: 8 }, (_, index) => aStoreVariant({ id: 300 + index, sku: `TEE-${index}`, values: [{ option: 'Size', label: `${index}` }] }));
      const store = aStoreTee({ variants: [aStoreTee().variants[0], ...values] });
      const gone = new Map(values.map(({ id }) => [id, null]));
      expect(plan(small(), tee({ goneVariants: gone }, store)).plan.problem?.details.variants).toBe('TEE-0, TEE-1, TEE-2, TEE-3, TEE-4 and 3 more');
    });

    it('sells again what we took off sale, once it is back, and remembers it no longer', () => {
      const store = aStoreTee({ variants: [aStoreTee().variants[0], { ...aStoreTee().variants[1], isPurchasable: false }] });
      const back = { link: store.id, variantLinks: new Map([[901, SMALL], [902, MEDIUM]].map(([id, variantId]) => [HikeProductId.parse(id), variantId as VariantId])), offSale: new Set([MEDIUM]) };
      expect(plan(aHikeTee(), someFacts([store], back))).toMatchObject({
        plan: { changes: [{ field: 'visibility', sku: 'TEE-M', after: 'for sale' }] },
        step: { kind: 'update', variantChanges: [{ id: 192, productId: 190, isPurchasable: true }], newLinks: { variants: [] } },
      });
      expect(plan(aHikeTee(), someFacts([store], { ...back, offSale: new Set() })).step).toEqual({ kind: 'nothing' });
      expect(plan(aHikeTee(), someFacts([aStoreTee()], back)).step).toMatchObject({ kind: 'link', newLinks: { variants: [{ hikeId: 902, variantId: 192 }] } });
    });
  });

  it('comes through whatever can be told, with a plan that can be kept', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'TOTE-01', '<p>a</p>', '<<', 'S', 'Size', '0036000291452'));
    const price = fc.oneof(fc.constant(null), fc.stringMatching(/^-?[0-9]{1,30}(\.[0-9]{1,9})?$/));
    const images = fc.array(fc.record({ key: text, url: fc.constantFrom('https://img.example/1.jpg', 'https://img.example/2.jpg?sig=a#b'), isPrimary: fc.boolean() }), { maxLength: 2 });
    const levels = fc.array(fc.record({ outletId: fc.nat(2), priceIncTax: price, priceExTax: price }), { maxLength: 2 });
    const hikeVariant = fc.record({ name: text, sku: text, barcode: text, values: fc.array(text, { maxLength: 4 }), levels, images });
    const texts = { name: text, description: text, brand: text, seo: fc.record({ title: text, description: text, keywords: text }), options: fc.oneof(fc.constant([]), fc.constant(['Size']), fc.array(text, { maxLength: 4 })) };
    const hike = fc.record({
      ...texts, types: fc.array(fc.record({ id: fc.nat(), name: text }), { maxLength: 2 }), tags: fc.array(text), tracksStock: fc.boolean(), images,
      variants: fc.array(hikeVariant, { minLength: 1, maxLength: 4 }),
    });
    const prices = { price: price.map((told) => told ?? '0'), salePrice: price.map((told) => told ?? '0'), retailPrice: price.map((told) => told ?? '0') };
    const storeVariant = fc.record({ sku: text, barcode: text, values: fc.array(fc.record({ option: text, label: text }), { maxLength: 3 }), price, salePrice: price, retailPrice: price });
    const store = fc.record({ ...texts, ...prices, sku: text, barcode: text, categories: fc.array(fc.nat(30), { maxLength: 3 }), hasModifiers: fc.boolean(), variants: fc.array(storeVariant, { minLength: 1, maxLength: 4 }) });
    const owners = fc.record(Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, fc.constantFrom(...FIELD_OWNERS)])) as Record<ProductField, fc.Arbitrary<FieldOwner>>);
    fc.assert(
      fc.property(hike, store, owners, fc.record({ isLinked: fc.boolean(), isGone: fc.nat(9).map((chance) => chance === 0), imagesDiffer: fc.boolean(), salePrice: fc.constantFrom('price', 'sale_price', 'retail_price', null) }), (told, held, owned, given) => {
        const product = aHikeProduct({ ...told, variants: told.variants.map((variant, index) => aHikeVariant({ ...variant, id: 812 + index, levels: variant.levels.map(anOutletLevel) })) });
        const known = aStoreProduct({ ...held, variants: held.variants.map((variant, index) => aStoreVariant({ ...variant, id: 211 + index })) });
        const facts = someFacts([known], { ...(given.isLinked ? LINKED : {}), isGone: given.isGone, imagesDiffer: given.imagesDiffer });
        const planned = plan(product, facts, aCatalogueContext(owned, { salePrice: given.salePrice }));
        expect(ProductPlan.safeParse(planned.plan).success).toBe(true);
        if (planned.plan.problem !== null) expect(planned.step.kind).toMatch(/^(nothing|remove)$/);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Standing } from '../catalogue-words';
import type { ProductPlan } from '../product-plan';
import { problem } from '../problems';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../testing/a-store-product';
import { type ListedProduct, productRow, type ProductRowContext, storeProductRow } from './product-row';

const BASE = 'https://store.example';

const planOf = (standing: Standing, change: Partial<ProductPlan> = {}): ProductPlan => ({ standing, changes: [], problem: null, candidates: [], goesToZero: [], levels: [], calls: 0, priceMove: null, ...change });

const row = (change: Partial<ListedProduct> = {}, context: Partial<ProductRowContext> = {}) =>
  productRow({ product: aHikeProduct(), plan: null, isGone: false, partner: null, ...change }, { controlPanelUrl: BASE, isWriting: false, ...context });

const NOTHING = { link: false, linkCandidate: false, unlink: false, ignore: false, unignore: false, hide: false, delete: false, keep: false, sendToHike: false, retry: false };

describe('a Hike product on the match desk', () => {
  it('says nothing of BigCommerce before it was compared', () => {
    expect(row()).toEqual({
      key: 'hike:812',
      hike: { id: 812, name: 'Canvas tote', skus: ['TOTE-01'] },
      bigcommerce: null,
      standing: null,
      sentence: 'Not compared yet',
      problem: null,
      changes: [],
      levels: [],
      goesToZero: [],
      priceMove: null,
      duplicateIn: null,
      candidates: [],
      can: NOTHING,
    });
  });

  it('stands beside its partner, which can be opened', () => {
    expect(row({ plan: planOf('unchanged'), partner: aStoreProduct() })).toMatchObject({
      bigcommerce: { id: 111, name: 'Canvas tote', skus: ['TOTE-01'], url: 'https://store.example/manage/products/edit/111' },
      standing: 'unchanged',
      can: { ...NOTHING, unlink: true },
    });
  });

  it('names the SKUs that there are', () => {
    expect(row({ product: aHikeTee({ options: [], variants: [aHikeVariant({ sku: '' }), aHikeVariant({ id: 2, sku: 'B' })] }) }).hike?.skus).toEqual(['B']);
  });

  it.each<[Standing, boolean, string, object]>([
    ['create', false, 'Will be created in BigCommerce', { link: true, ignore: true }],
    ['create', true, 'Is being created in BigCommerce', { link: true, ignore: true }],
    ['ignored', false, 'Put aside by a person', { link: true, unignore: true }],
    ['removed', false, 'Still in BigCommerce', { ignore: true, hide: true, delete: true, keep: true }],
    ['ambiguous', false, 'Not in BigCommerce', { link: true, ignore: true }],
    ['clash', false, 'Not in BigCommerce', { link: true, ignore: true }],
    ['duplicate', false, 'Not in BigCommerce', { link: true, ignore: true }],
    ['refused', false, 'Not in BigCommerce', { link: true, ignore: true, retry: true }],
    ['left-out', false, 'Not in BigCommerce', {}],
  ])('that is “%s” and not linked (being written: %j) reads “%s”', (standing, isWriting, sentence, can) => {
    expect(row({ plan: planOf(standing) }, { isWriting })).toMatchObject({ standing, sentence, can: { ...NOTHING, ...can } });
  });

  const change = { field: 'price', sku: 'TOTE-01', before: '20.00', after: '22.00' } as const;

  it.each<[Standing, boolean, ProductPlan['changes'], string, object]>([
    ['update', false, [change], '1 field will change in BigCommerce', {}],
    ['update', false, [change, change], '2 fields will change in BigCommerce', {}],
    ['update', true, [change], 'Is being updated in BigCommerce', {}],
    ['unchanged', false, [], 'Linked, up to date', {}],
    ['removed', false, [], 'Still in BigCommerce', { hide: true, delete: true, keep: true }],
    ['ambiguous', false, [], 'Linked, but needs you', {}],
    ['clash', false, [], 'Linked, but needs you', {}],
    ['duplicate', false, [], 'Linked, but needs you', {}],
    ['refused', false, [], 'Linked, but needs you', { retry: true }],
    ['left-out', false, [], 'Linked, but needs you', {}],
    ['ignored', false, [], 'Put aside by a person', { unignore: true }],
  ])('that is “%s” and linked (being written: %j, changes: %j) reads “%s”', (standing, isWriting, changes, sentence, can) => {
    expect(row({ plan: planOf(standing, { changes }), partner: aStoreProduct() }, { isWriting })).toMatchObject({ sentence, can: { ...NOTHING, unlink: true, ...can } });
  });

  it('that is gone from both sides says so', () => {
    expect(row({ plan: planOf('left-out'), isGone: true })).toMatchObject({ sentence: 'Gone from Hike, and not in BigCommerce', can: NOTHING });
    expect(row({ plan: planOf('left-out') })).toMatchObject({ sentence: 'Not in BigCommerce' });
  });

  it.each<[string, boolean, boolean, string, object]>([
    ['not online and kept', false, true, 'No longer sold online in Hike; kept in BigCommerce', { hide: true }],
    ['not online and hidden', false, false, 'No longer sold online in Hike; hidden in BigCommerce', {}],
    ['gone and kept', true, true, 'Gone from Hike; kept in BigCommerce', { hide: true, delete: true }],
    ['gone and hidden', true, false, 'Gone from Hike; hidden in BigCommerce', { delete: true }],
  ])('that is %s says so, and can be decided anew', (_, isGone, isVisible, sentence, can) => {
    expect(row({ plan: planOf('kept'), isGone, partner: aStoreProduct({ isVisible }) })).toMatchObject({ standing: 'kept', sentence, can: { ...NOTHING, unlink: true, ...can } });
  });

  it('shows what will change, what falls to zero and which products could be meant', () => {
    const plan = planOf('update', { changes: [change, { field: 'name', sku: null, before: 'Tote', after: 'Canvas tote' }], goesToZero: ['TOTE-01'], candidates: [{ productId: 7, name: 'Tote', skus: ['TOTE-1'] }] });
    expect(row({ plan })).toMatchObject({
      changes: [
        { label: 'Price of TOTE-01', before: '20.00', after: '22.00' },
        { label: 'Name', before: 'Tote', after: 'Canvas tote' },
      ],
      goesToZero: ['TOTE-01'],
      candidates: [{ id: 7, name: 'Tote', skus: ['TOTE-1'], url: 'https://store.example/manage/products/edit/7' }],
    });
    expect(row({ plan: { ...plan, candidates: [{ productId: 7, name: 'Tote' }] } }, { controlPanelUrl: null }).candidates).toEqual([{ id: 7, name: 'Tote', skus: null, url: null }]);
  });

  it('shows the counts that would be published anew, apart from its fields', () => {
    const levels = [{ sku: 'TOTE-01', location: '', before: 5, after: 500 }, { sku: 'TOTE-01', location: 'Harbour', before: null, after: 2 }];
    expect(row({ plan: planOf('unchanged', { levels }), partner: aStoreProduct() })).toMatchObject({
      sentence: 'Linked; only its stock will change',
      changes: [],
      levels: [
        { label: 'Stock of TOTE-01', before: '5', after: '500' },
        { label: 'Stock of TOTE-01 at Harbour', before: 'not known yet', after: '2' },
      ],
    });
  });

  it.each([
    [44.6, '+45 %'],
    [-44.6, '−45 %'],
    [0, '−0 %'],
    [null, null],
  ])('shows a price that moves by %j percent as %j', (priceMove, text) => {
    expect(row({ plan: planOf('update', { priceMove }) }).priceMove).toBe(text);
  });

  it('explains its problem instead', () => {
    const plan = planOf('left-out', { problem: problem('product-match-ambiguous', { product: 'Canvas tote' }) });
    const { sentence, problem: view } = row({ plan });
    expect(view?.code).toBe('product-match-ambiguous');
    expect(sentence).toBe(view?.sentence);
  });
});

describe('a product that is in BigCommerce alone', () => {
  const product = aStoreProduct({ variants: [aStoreVariant(), aStoreVariant({ id: 212, sku: '' })] });
  const facts = {
    key: 'bigcommerce:111',
    hike: null,
    bigcommerce: { id: 111, name: 'Canvas tote', skus: ['TOTE-01'], url: 'https://store.example/manage/products/edit/111' },
    problem: null,
    changes: [],
    levels: [],
    goesToZero: [],
    priceMove: null,
    duplicateIn: null,
    candidates: [],
  };

  it('can be sent to Hike, or put aside', () => {
    expect(storeProductRow(product, { controlPanelUrl: BASE, isIgnored: false })).toEqual({
      ...facts,
      standing: null,
      sentence: 'Only in BigCommerce; left as it is',
      can: { ...NOTHING, ignore: true, sendToHike: true },
    });
  });

  it('can be taken back once it is put aside', () => {
    expect(storeProductRow(product, { controlPanelUrl: BASE, isIgnored: true })).toEqual({ ...facts, standing: 'ignored', sentence: 'Put aside by a person', can: { ...NOTHING, unignore: true } });
  });
});

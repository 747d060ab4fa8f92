import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import type { VariantId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import type { ProductDraft } from '../../../domain/store-product';
import type { MemberOutcome } from '../../ports/bigcommerce';
import { aPicture, at, contentAt, pictureShop, showing } from './testing/picture-shop';
import { changeVariantPictures, completeVariantPictures, withImagesOfVariants, withVariantPictures } from './variant-pictures';

/** The sizes S and M, 901 and 902 in Hike, 191 and 192 in BigCommerce. */
const tee = (small: string | null, medium: string | null) => {
  const picturesOf = (name: string | null) => (name === null ? [] : showing(name));
  return aHikeTee({ images: showing('main'), variants: aHikeTee().variants.map((variant, index) => ({ ...variant, images: picturesOf(index === 0 ? small : medium) })) });
};

/** What each of BigCommerce's sizes shows. */
const shown = (small: string, medium: string) =>
  aStoreTee({ variants: aStoreTee().variants.map((variant, index) => ({ ...variant, imageUrl: index === 0 ? small : medium })) });

const fetched = (...names: string[]) => names.map((name, index) => ({ ...aPicture(name, index === 0), type: 'image/jpeg' }));

const stored = (variantId: number, name: string) => `https://cdn.example/variants/${variantId}/${encodeURIComponent(at(name))}`;
const given = (variantId: number, name: string) => ({ variantId, content: contentAt(name), url: stored(variantId, name) });

const LINKS = { 901: 191, 902: 192 };

interface Given {
  small?: string | null;
  medium?: string | null;
  store?: ReturnType<typeof shown>;
  owner?: FieldOwner;
  /** What BigCommerce's sizes have from us. */
  sent?: ReturnType<typeof given>[];
  links?: Record<number, number>;
}

const shopOf = ({ small = null, medium = null, store = shown('', ''), owner, sent = [], links = LINKS }: Given) =>
  pictureShop({
    product: tee(small, medium),
    store,
    ...(owner === undefined ? {} : { owner }),
    written: { variantPictures: JSON.stringify({ productId: 190, pictures: sent }) },
    variantLinks: links,
  });

const changing = async (what: Given) => {
  const { context, update, vendors } = await shopOf(what);
  const names = ['main', what.small, what.medium].filter((name): name is string => typeof name === 'string');
  const change = (added: Parameters<typeof changeVariantPictures>[2]['added'] = []) =>
    changeVariantPictures(context, update, { store: what.store ?? shown('', ''), fetched: fetched(...names), added });
  return { context, vendors, change };
};

describe('a product that is created', () => {
  const draft = (...variants: unknown[]) => ({ name: 'Tee', variants }) as unknown as ProductDraft;

  it('brings the pictures of its variants that BigCommerce takes and can fetch', () => {
    const names = ['s', 'm'].map((name) => ({ ...aPicture(name), type: name === 's' ? 'image/png' : 'image/webp' }));
    expect(withVariantPictures(draft({ sku: 'S' }, { sku: 'M' }), tee('s', 'm'), names).variants).toEqual([{ sku: 'S', imageUrl: at('s') }, { sku: 'M' }]);
    const three = draft({ sku: 'S' }, { sku: 'M' }, { sku: 'L' });
    expect(withVariantPictures(three, tee('s', null), fetched('main', 's')).variants).toEqual([{ sku: 'S', imageUrl: at('s') }, { sku: 'M' }, { sku: 'L' }]);
  });

  it.each(['image/gif', 'image/jpeg', 'image/png'])('brings a picture of kind %s', (type) => {
    expect(withVariantPictures(draft({}), tee('s', null), [{ ...aPicture('s'), type }]).variants).toEqual([{ imageUrl: at('s') }]);
  });

  it('is known to have those that the call brought, and is given those that it lacks', async () => {
    const store = shown(stored(191, 's'), '');
    const { context, create } = await shopOf({ small: 's', medium: 'm', store });
    const { given: now, sent, missed } = await completeVariantPictures(context, create, { store, fetched: fetched('main', 's', 'm') });
    expect(now).toEqual([given(192, 'm')]);
    expect(sent).toEqual([given(191, 's'), given(192, 'm')]);
    expect(missed).toEqual([]);
  });

  it('has nothing from us where Hike’s picture cannot be had, or its variant has none', async () => {
    const store = shown('https://cdn.example/own.jpg', 'https://cdn.example/own.jpg');
    const { context, create, vendors } = await shopOf({ small: 's', store });
    expect(await completeVariantPictures(context, create, { store, fetched: fetched('main') })).toEqual({ given: [], sent: [], missed: [] });
    expect(vendors.calls).toEqual([]);
  });

  it('keeps a picture that somebody gave a variant meanwhile', async () => {
    const store = shown(stored(191, 'other'), stored(192, 'm'));
    const { context, create, vendors } = await shopOf({ small: 's', medium: 'm', store });
    await completeVariantPictures(context, create, { store, fetched: fetched('main', 's', 'm') });
    expect(vendors.variantChanges).toEqual([]);
  });
});

describe('the pictures of variants that are there', () => {
  it('are given where they are new, beside those that stay', async () => {
    const { change } = await changing({ small: 's', medium: 'm', store: shown(stored(191, 's'), stored(192, 'old')), sent: [given(191, 's'), given(192, 'old')] });
    expect(await change()).toEqual({ given: [given(192, 'm')], sent: [given(191, 's'), given(192, 'm')], missed: [] });
  });

  it('are given to variants that are linked or were added just now, and forgotten for those that are neither', async () => {
    const { change } = await changing({ small: 's', medium: 'm', sent: [given(193, 'gone')], links: { 901: 191 } });
    expect((await change()).sent).toEqual([given(191, 's')]);
    const two = await changing({ small: 's', medium: 'm', links: { 901: 191 } });
    expect((await two.change([{ hikeId: aHikeVariant({ id: 902 }).id, variantId: aStoreVariant({ id: 192 }).id }])).sent).toEqual([given(191, 's'), given(192, 'm')]);
  });

  it('stay as they are where Hike does not decide and BigCommerce shows one', async () => {
    const { change, vendors } = await changing({ small: 's', medium: 'm', store: shown('https://cdn.example/own.jpg', ''), owner: 'bigcommerce' });
    expect(await change()).toMatchObject({ given: [given(192, 'm')] });
    expect(vendors.variantChanges).toMatchObject([{ id: 192 }]);
  });

  const refused = (code: 'refused-by-bigcommerce' | 'sku-taken' | 'image-unreachable', details = {}) => ({ kind: 'refused' as const, problem: problem(code, details) });
  const ownWords = (words: string) => [problem('refused-by-bigcommerce', { message: `the picture ${at('s')}: ${words}` })];
  it.each<[string, MemberOutcome | undefined, unknown, number]>([
    ['refuses it in words of its own', refused('refused-by-bigcommerce', { message: 'Too dark.' }), ownWords('Too dark.'), 1],
    ['refuses it without a word', refused('refused-by-bigcommerce'), ownWords(''), 1],
    ['refuses it for what we know', refused('sku-taken', { sku: 'TEE-S' }), [problem('sku-taken', { sku: 'TEE-S' })], 1],
    ['cannot fetch it, and does not find the file', refused('image-unreachable', { url: at('s') }), [problem('image-unreachable', { url: at('s') })], 2],
    ['has the variant no longer', { kind: 'gone' }, [], 1],
    ['says nothing of it', undefined, [], 1],
  ])('are told or not where BigCommerce %s', async (_, outcome, missed, calls) => {
    const { context, change } = await changing({ small: 's' });
    let asked = 0;
    context.bigcommerce.catalogue.updateVariants = async () => ((asked += 1), new Map(outcome === undefined ? [] : [[191 as VariantId, outcome]]));
    expect([await change(), asked]).toEqual([{ given: [], sent: [], missed }, calls]);
  });

  it('are known as given, also where BigCommerce does not say where they stand', async () => {
    const { context, change } = await changing({ small: 's' });
    context.bigcommerce.catalogue.updateVariants = async () => new Map([[191 as VariantId, { kind: 'done' as const }]]);
    expect((await change()).given).toEqual([{ variantId: 191, content: contentAt('s'), url: '' }]);
  });

  it('are told where neither the address nor the file can be had', async () => {
    const { change, vendors } = await changing({ small: 's' });
    vendors.unreachable.add(at('s'));
    vendors.pictures.set(at('s'), null);
    expect((await change()).missed).toEqual([problem('image-unreachable', { url: at('s') })]);
    expect(vendors.calls.filter((name) => name === 'catalogue.updateVariants')).toHaveLength(1);
  });

  it.each([
    [1024 * 1024, true],
    [1024 * 1024 + 1, false],
  ])('of %i bytes are taken as a file: %s', async (size, isTaken) => {
    const { change, vendors } = await changing({ small: 's' });
    vendors.unreachable.add(at('s'));
    vendors.pictures.set(at('s'), 'x'.repeat(size));
    expect((await change()).missed).toEqual(isTaken ? [] : [problem('variant-image-not-taken', { url: at('s') })]);
  });
});

it('shows variants afterwards with what they were given, and the others as they were', () => {
  const store = shown('old', 'kept');
  expect(withImagesOfVariants(store, [given(191, 's') as never]).variants.map(({ imageUrl }) => imageUrl)).toEqual([stored(191, 's'), 'kept']);
  expect(withImagesOfVariants(store, [])).toBe(store);
});

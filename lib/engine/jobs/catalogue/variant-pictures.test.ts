import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import { aHikeTee } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreTee } from '../../../domain/testing/a-store-product';
import { LeaseLost, UnknownOutcome } from '../../ports/failures';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from './testing/catalogue-engine';
import { askForDryRun, startCatalogue } from './catalogue-run-steps';

const HOUR_MS = 60 * 60_000;
const at = (name: string) => `https://pics.example/${name}.jpg`;
const picture = (key: string, isPrimary = false) => ({ key, url: key.startsWith('https:') ? key : at(key), isPrimary });

/** A tee with a picture of its own, whose two sizes have these. */
const tee = (small: string | null, medium: string | null = null) =>
  aHikeTee({ types: [], images: [picture('main', true)], variants: aHikeTee().variants.map((variant, index) => ({ ...variant, images: [index === 0 ? small : medium].flatMap((key) => (key === null ? [] : [picture(key)])) })) });

const ownedBy = (images: FieldOwner) => {
  const { catalogue } = someSettings();
  return { catalogue: { ...catalogue, owners: { ...catalogue.owners, images } } };
};

const created = async (product: ReturnType<typeof tee>, owner: FieldOwner = 'hike', spoil: (engine: CatalogueEngine) => void = () => undefined): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine({ hike: [product] });
  await engine.change(ownedBy(owner));
  spoil(engine);
  await engine.act(askForDryRun);
  await engine.act(startCatalogue);
  await engine.pass(10 * 60_000, 20);
  return engine;
};

/** What each size shows, by the name of the picture. */
const shown = ({ vendors }: CatalogueEngine, id = 7001) => (vendors.storeProducts.get(id)?.variants ?? []).map(({ imageUrl }) => decodeURIComponent(imageUrl.split('/').at(-1) ?? '').replace(/^.*\/|\.jpg$/g, ''));

const quiet = async (engine: CatalogueEngine) => {
  engine.vendors.calls.length = 0;
  await engine.pass(24 * HOUR_MS, 24);
  expect(engine.writes()).toEqual([]);
};

describe('the pictures of variants', () => {
  it.each<FieldOwner>(['hike', 'bigcommerce'])('are given in the one call that creates the product, where images are owned by %s', async (owner) => {
    const engine = await created(tee('s', 'm'), owner);
    expect(shown(engine)).toEqual(['s', 'm']);
    expect(engine.writes()).toEqual(['catalogue.create', 'catalogue.assign']);
    expect(await engine.plan(900)).toMatchObject({ standing: 'unchanged' });
    await quiet(engine);
  });

  it('are left out where nobody owns images', async () => {
    expect(shown(await created(tee('s', 'm'), 'nobody'))).toEqual(['', '']);
  });

  it('follow as files where BigCommerce cannot fetch them, or by address where another was to blame', async () => {
    const engine = await created(tee('s', 'm'), 'hike', ({ vendors }) => vendors.unreachable.add(at('s')));
    expect(shown(engine)).toEqual(['s', 'm']);
    expect(engine.vendors.variantChanges.map(({ picture: source }) => source?.kind)).toEqual(['url', 'file']);
    await quiet(engine);
  });

  it('follow as files where the address is too long', async () => {
    const engine = await created(tee(`https://pics.example/${'x'.repeat(250)}.jpg`, 'm'));
    expect(engine.vendors.variantChanges).toMatchObject([{ picture: { kind: 'file' } }]);
    expect(shown(engine)[1]).toBe('m');
  });

  it.each([
    ['an answer is lost', () => new UnknownOutcome('cut')],
    ['the process is killed', () => new LeaseLost('killed')],
  ])('are there where %s while they follow', async (_, error) => {
    const engine = await created(tee('s', 'm'), 'hike', ({ vendors }) => {
      vendors.unreachable.add(at('s'));
      vendors.onCall = (moment) => {
        if (moment !== 'catalogue.updateVariants:done') return;
        vendors.onCall = () => undefined;
        throw error();
      };
    });
    expect(shown(engine)).toEqual(['s', 'm']);
    expect(engine.vendors.createdProducts).toHaveLength(1);
    await quiet(engine);
  });

  it('follow Hike where it owns images: another one in one call, and the product’s main one for what is gone', async () => {
    const engine = await created(tee('s', 'm'));
    engine.vendors.calls.length = 0;
    await engine.tell(tee('s2', 'm2'));
    expect(shown(engine)).toEqual(['s2', 'm2']);
    expect(engine.writes().filter((name) => name === 'catalogue.updateVariants')).toHaveLength(1);
    await engine.tell(tee('s2'));
    expect(shown(engine)).toEqual(['s2', 'main']);
    await quiet(engine);
  });

  it('are not touched any more where BigCommerce owns images', async () => {
    const engine = await created(tee('s', 'm'), 'bigcommerce');
    await engine.tell(tee('s2'));
    expect(shown(engine)).toEqual(['s', 'm']);
  });

  it('that a person gave stay unless Hike owns images', async () => {
    const store = aStoreTee();
    const own = { ...store, variants: store.variants.map((variant) => ({ ...variant, imageUrl: 'https://cdn.example/own.jpg' })) };
    for (const [owner, expected] of [['bigcommerce', ['own', 'own']], ['hike', ['s', 'own']]] as const) {
      const engine = await syncedEngine({ hike: [tee('s')], store: [own], settings: ownedBy(owner) });
      expect(shown(engine, 190)).toEqual(expected);
    }
  });

  it('that a person gave in place of ours stay where Hike’s is gone', async () => {
    const engine = await created(tee('s', 'm'));
    const product = engine.vendors.storeProducts.get(7001)!;
    engine.vendors.storeProducts.set(7001, { ...product, variants: product.variants.map((variant, index) => (index === 1 ? { ...variant, imageUrl: 'https://cdn.example/own.jpg' } : variant)), modifiedAt: engine.clock.now() });
    await engine.pass(2 * HOUR_MS, 4);
    await engine.tell(tee('s'));
    expect(shown(engine)).toEqual(['s', 'own']);
  });

  it.each<[string, (engine: CatalogueEngine) => void]>([
    ['its kind', ({ vendors }) => void vendors.pictureTypes.set(at('s'), 'image/webp')],
    ['a file of its size', ({ vendors }) => void (vendors.unreachable.add(at('s')), vendors.pictures.set(at('s'), 'x'.repeat(1024 * 1024 + 1)))],
  ])('are told where BigCommerce does not take %s', async (_, spoil) => {
    const engine = await created(tee('s'), 'hike', spoil);
    expect(shown(engine)).toEqual(['', '']);
    expect((await engine.entries()).find(({ thing }) => thing === 'product')).toMatchObject({ result: 'needs-you', problem: { code: 'variant-image-not-taken', details: { url: at('s') } } });
    await quiet(engine);
  });
});

import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aStoreTee } from '../../../domain/testing/a-store-product';
import { TransientFailure } from '../../ports/failures';
import { askForDryRun, startCatalogue } from './catalogue-run-steps';
import { retryProducts } from './product-decisions';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from './testing/catalogue-engine';

const [GOOD, BAD] = ['https://pics.example/good.jpg', 'https://pics.example/bad.jpg'];
const HOUR_MS = 60 * 60_000;

const image = (key: string, url: string, isPrimary = false) => ({ key, url, isPrimary });
const priced = (price: string) => [aHikeVariant({ levels: [anOutletLevel({ priceIncTax: price })] })];
const tote = (change: Partial<Parameters<typeof aHikeProduct>[0]> = {}): HikeProduct => aHikeProduct({ types: [], images: [image('1', GOOD, true), image('2', BAD)], ...change });

const own = async (engine: CatalogueEngine, images: FieldOwner): Promise<void> => {
  const { value } = await engine.database.tables.settings.get(engine.storeHash);
  await engine.change({ catalogue: { ...value.catalogue, owners: { ...value.catalogue.owners, images } } });
};

/** Created in BigCommerce while one of its two pictures could not be had. */
const created = async (owner: FieldOwner = 'bigcommerce'): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine({ hike: [tote()] });
  engine.vendors.pictures.set(BAD, null);
  await own(engine, owner);
  await engine.act(askForDryRun);
  await engine.act(startCatalogue);
  await engine.pass(10_000, 5);
  return engine;
};

const entriesOf = async (engine: CatalogueEngine) => (await engine.entries()).filter(({ thing }) => thing === 'product');

const storedImages = ({ vendors }: CatalogueEngine) => vendors.storeProducts.get(7001)?.images ?? [];

const retry = async (engine: CatalogueEngine): Promise<void> => {
  const [entry] = await entriesOf(engine);
  expect(await engine.pages.retryEntry(engine.storeHash, entry?.id ?? '')).toBe(true);
  await engine.settle();
};

const lookAgain = (engine: CatalogueEngine) => engine.act((tables, hash, now) => retryProducts(tables, hash, { hikeIds: [tote().id], now }));

describe('a picture that cannot be sent', () => {
  it('is told with the product, which is created without it', async () => {
    const engine = await created();
    expect(storedImages(engine)).toHaveLength(1);
    expect(await entriesOf(engine)).toMatchObject([
      { result: 'needs-you', problem: { code: 'image-unreachable', details: { url: BAD } }, message: `Created as product 7001. 1 picture could not be sent. The picture ${BAD} cannot be fetched.` },
    ]);
    expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: { code: 'image-unreachable' } });
  });

  it('is told by name where BigCommerce refuses it, and holds up none of the others', async () => {
    const engine = await catalogueEngine({ hike: [tote({ images: [image('2', BAD, true), image('1', GOOD)] })] });
    for (const url of [GOOD, BAD]) engine.vendors.unreachable.add(url);
    engine.vendors.unwelcome.add(BAD);
    await engine.act(askForDryRun);
    await engine.act(startCatalogue);
    expect(storedImages(engine)).toHaveLength(1);
    expect(await entriesOf(engine)).toMatchObject([{ result: 'needs-you', problem: { code: 'refused-by-bigcommerce' }, message: expect.stringContaining(`the picture ${BAD}: Not this one.`) as string }]);
  });

  it('is one of many in few sentences', async () => {
    const urls = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://pics.example/${name}.jpg`);
    const engine = await catalogueEngine({ hike: [tote({ images: urls.map((url, index) => image(`${index}`, url)) })] });
    for (const url of urls) engine.vendors.pictures.set(url, null);
    await engine.act(askForDryRun);
    await engine.act(startCatalogue);
    expect((await entriesOf(engine))[0]?.message).toMatch(/^Created as product 7001\. 5 pictures could not be sent\. .*c\.jpg cannot be fetched\. And 2 more\.$/);
  });

  it.each<FieldOwner>(['bigcommerce', 'hike'])('costs nothing while nothing changes, where images are owned by %s', async (owner) => {
    const engine = await created(owner);
    engine.vendors.calls.length = 0;
    await engine.pass(48 * HOUR_MS, 48);
    expect(engine.writes()).toEqual([]);
    expect(engine.vendors.calls.filter((name) => name === 'images.fetch')).toEqual([]);
  });

  it.each<FieldOwner>(['bigcommerce', 'hike'])('is still what the product lacks in a later dry run, where images are owned by %s', async (owner) => {
    const engine = await created(owner);
    await engine.act(askForDryRun);
    expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: { code: 'image-unreachable', details: { url: BAD } } });
    expect(await engine.run()).toMatchObject({ state: 'in-step' });
  });

  it.each<FieldOwner>(['bigcommerce', 'hike'])('is sent with Retry once it can be had, where images are owned by %s', async (owner) => {
    const engine = await created(owner);
    await retry(engine);
    expect(await entriesOf(engine)).toMatchObject([{ result: 'needs-you', message: `1 picture could not be sent. The picture ${BAD} cannot be fetched.` }]);
    engine.vendors.pictures.delete(BAD);
    await retry(engine);
    expect(engine.vendors.addedImages).toMatchObject([{ productId: 7001, draft: { source: { url: BAD }, position: 1 } }]);
    expect(await entriesOf(engine)).toMatchObject([{ result: 'done' }]);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged', problem: null });
  });

  it('is sent with the next change of the product, or what was loaded up in its place', async () => {
    const engine = await created();
    await engine.tell(tote({ variants: priced('30') }));
    expect(await entriesOf(engine)).toMatchObject([{ result: 'needs-you', message: expect.stringMatching(/^Updated: .*price.*\. 1 picture could not be sent\./i) as string }]);
    expect(engine.vendors.storeProducts.get(7001)?.price).toBe('30');
    await engine.tell(tote({ images: [image('1', GOOD, true), image('3', 'https://pics.example/new.jpg')], variants: priced('30') }));
    expect(engine.vendors.addedImages).toMatchObject([{ draft: { source: { url: 'https://pics.example/new.jpg' } } }]);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
    // What the creation owed is paid: further pictures are BigCommerce's own affair.
    await engine.tell(tote({ images: [image('1', GOOD), image('3', 'https://pics.example/new.jpg'), image('4', 'https://pics.example/more.jpg', true)], variants: priced('30') }));
    expect(engine.vendors.addedImages).toHaveLength(1);
  });

  it('is nobody’s concern once nobody owns images', async () => {
    const engine = await created();
    await own(engine, 'nobody');
    await lookAgain(engine);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
    expect((await entriesOf(engine)).some(({ result }) => result === 'needs-you')).toBe(false);
  });

  it('leaves what was there before to be compared again, should Hike go back to it', async () => {
    const engine = await syncedEngine({ hike: [tote({ images: [image('1', GOOD, true)] })] });
    await own(engine, 'hike');
    engine.vendors.pictures.set(BAD, null);
    await engine.tell(tote({ images: [image('3', 'https://pics.example/new.jpg', true), image('2', BAD)] }));
    expect(engine.vendors.deletedImages).toHaveLength(1);
    await engine.tell(tote({ images: [image('1', GOOD, true)] }));
    expect(engine.vendors.addedImages.map(({ draft }) => draft.source)).toMatchObject([{ url: 'https://pics.example/new.jpg' }, { url: GOOD }]);
  });

  it('does not send others for ever beside what waits for a person', async () => {
    const tee = (...sizes: string[]) => ({ ...aHikeTee({ types: [], images: [image('2', BAD, true)] }), variants: aHikeTee().variants.filter(({ values }) => sizes.some((size) => values.includes(size))) });
    const engine = await syncedEngine({ hike: [tee('S', 'M')], store: [aStoreTee()] });
    engine.vendors.unreachable.add(BAD);
    engine.vendors.unwelcome.add(BAD);
    await own(engine, 'hike');
    await engine.tell(tee('S'));
    engine.vendors.calls.length = 0;
    await engine.pass(24 * HOUR_MS, 48);
    expect(engine.vendors.calls.filter((name) => name === 'catalogue.addImage').length).toBeLessThanOrEqual(4);
    expect(await engine.plan(900)).toMatchObject({ standing: 'removed', problem: { code: 'variants-gone-from-hike' } });
    expect((await entriesOf(engine))[0]?.message).toContain('1 picture could not be sent.');
  });

  it('is waited for while its host does not answer, and at last the product is created without it', async () => {
    const engine = await catalogueEngine({ hike: [tote({ images: [image('2', BAD, true)] })] });
    engine.vendors.onCall = (moment) => {
      if (moment === 'images.fetch') throw new TransientFailure('503');
    };
    await engine.act(askForDryRun);
    await engine.act(startCatalogue);
    await engine.pass(60_000, 3);
    expect(engine.vendors.createdProducts).toEqual([]);
    await engine.pass(2 * HOUR_MS, 24);
    expect(engine.vendors.createdProducts).toHaveLength(1);
    expect(await entriesOf(engine)).toMatchObject([{ result: 'needs-you', problem: { code: 'image-unreachable' } }]);
  });
});

describe('a product that nobody owned the images of when it was created', () => {
  it('gets them once Hike does', async () => {
    const engine = await created('nobody');
    engine.vendors.pictures.delete(BAD);
    await own(engine, 'hike');
    await lookAgain(engine);
    expect(engine.vendors.addedImages).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import type { ImageId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const HOUR_MS = 60 * 60_000;
const at = (name: string) => `https://pics.example/${name}.jpg`;

/** The first is the primary one. */
const tote = (...names: string[]) => aHikeProduct({ types: [], images: names.map((name, index) => ({ key: name, url: at(name), isPrimary: index === 0 })) });

const ownedBy = (images: FieldOwner) => {
  const { catalogue } = someSettings();
  return { catalogue: { ...catalogue, owners: { ...catalogue.owners, images } } };
};

/** Created with these pictures, which Hike owns unless said otherwise. */
const showing = async (names: string[], owner: FieldOwner = 'hike'): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: [tote(...names)], settings: ownedBy(owner) });
  engine.vendors.calls.length = 0;
  return engine;
};

/** BigCommerce takes it neither by address nor as a file. */
const refuse = ({ vendors }: CatalogueEngine, name: string) => void [vendors.unreachable, vendors.unwelcome].map((set) => set.add(at(name)));

const storedIn = ({ vendors }: CatalogueEngine, id = 7001) => [...(vendors.storeProducts.get(id)?.images ?? [])].sort((a, b) => a.position - b.position);

const namesOf = async (engine: CatalogueEngine) => {
  const ours = await engine.database.tables.images.listOf(engine.storeHash, [tote().id]);
  return storedIn(engine).map(({ id }) => ours.find(({ imageId }) => imageId === id)?.key ?? 'lost');
};

const entry = async (engine: CatalogueEngine) => (await engine.entries()).find(({ thing }) => thing === 'product');

const retry = async (engine: CatalogueEngine) => {
  await engine.pages.retryEntry(engine.storeHash, (await entry(engine))?.id ?? '');
  await engine.settle();
};

/** As a merchant does it in the control panel. */
const deleteInStore = (engine: CatalogueEngine, imageId: ImageId | undefined) => {
  const product = engine.vendors.storeProducts.get(7001)!;
  engine.vendors.storeProducts.set(7001, { ...product, images: product.images.filter(({ id }) => id !== imageId) });
};

describe('a picture that takes another’s place', () => {
  it('is there before the other goes', async () => {
    const engine = await showing(['a']);
    await engine.tell(tote('b'));
    expect(engine.writes()).toEqual(['catalogue.addImage', 'catalogue.deleteImage']);
    expect(await namesOf(engine)).toEqual(['b']);
    expect(storedIn(engine)).toMatchObject([{ position: 0 }]);
  });

  it('leaves the other there where it is refused, and takes its place once it is taken', async () => {
    const engine = await showing(['a']);
    refuse(engine, 'b');
    await engine.tell(tote('b'));
    expect(engine.vendors.deletedImages).toEqual([]);
    expect(await namesOf(engine)).toEqual(['a']);
    expect(await entry(engine)).toMatchObject({ result: 'needs-you', problem: { code: 'refused-by-bigcommerce' } });
    for (const set of [engine.vendors.unreachable, engine.vendors.unwelcome]) set.clear();
    await retry(engine);
    expect(await namesOf(engine)).toEqual(['b']);
    expect(await entry(engine)).toMatchObject({ result: 'done' });
  });

  it('leaves the other there where Hike’s host does not have it', async () => {
    const engine = await showing(['a', 'x']);
    engine.vendors.pictures.set(at('b'), null);
    await engine.tell(tote('b', 'x'));
    expect(await namesOf(engine)).toEqual(['a', 'x']);
  });

  it('does not keep what nothing was to replace', async () => {
    const engine = await showing(['a', 'b', 'c']);
    refuse(engine, 'd');
    await engine.tell(tote('d'));
    expect(await namesOf(engine)).toEqual(['a']);
  });

  it('comes after the other where BigCommerce holds no more, and no other goes before its time', async () => {
    const full = aStoreProduct({ images: Array.from({ length: 998 }, (_, index) => ({ id: 5000 + index, position: 50, isThumbnail: index === 0 })) });
    const engine = await syncedEngine({ hike: [tote('a', 'b')], store: [full], settings: ownedBy('hike') });
    expect(storedIn(engine, full.id)).toHaveLength(1000);
    engine.vendors.calls.length = 0;
    await engine.tell(tote('c', 'd'));
    expect(engine.writes()).toEqual(['catalogue.deleteImage', 'catalogue.addImage', 'catalogue.deleteImage', 'catalogue.addImage']);
    expect(storedIn(engine, full.id)).toHaveLength(1000);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  });
});

describe('a picture of ours that somebody deleted in BigCommerce', () => {
  it('is sent again at its place where it was to be moved, once, and the log says why', async () => {
    const engine = await showing(['a', 'b']);
    deleteInStore(engine, storedIn(engine)[0]?.id);
    await engine.tell(tote('b', 'a'));
    expect(engine.vendors.addedImages.map(({ draft }) => draft.source)).toEqual([{ kind: 'url', url: at('a') }]);
    expect(await namesOf(engine)).toEqual(['b', 'a']);
    expect(await entry(engine)).toMatchObject({ result: 'done', message: 'Updated: Pictures. 1 picture was deleted in BigCommerce and has been sent again, because Hike decides about pictures.' });
    await engine.pass(24 * HOUR_MS, 24);
    expect(engine.vendors.addedImages).toHaveLength(1);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  });

  it('is the thumbnail again where it is the primary one', async () => {
    const engine = await showing(['a', 'b']);
    deleteInStore(engine, storedIn(engine)[1]?.id);
    await engine.tell(tote('b', 'a'));
    expect(engine.vendors.addedImages).toMatchObject([{ draft: { source: { url: at('b') }, isThumbnail: true } }]);
  });

  it('is told where it is refused this time, and not tried for ever', async () => {
    const engine = await showing(['a', 'b']);
    deleteInStore(engine, storedIn(engine)[0]?.id);
    refuse(engine, 'a');
    await engine.tell(tote('b', 'a'));
    expect(await entry(engine)).toMatchObject({ result: 'needs-you', problem: { code: 'refused-by-bigcommerce' } });
    engine.vendors.calls.length = 0;
    await engine.pass(24 * HOUR_MS, 24);
    expect(engine.writes()).toEqual([]);
  });

  it('is as good as removed where Hike has it no longer', async () => {
    const engine = await showing(['a', 'b']);
    deleteInStore(engine, storedIn(engine)[1]?.id);
    await engine.tell(tote('a'));
    expect(await namesOf(engine)).toEqual(['a']);
    expect(await entry(engine)).toMatchObject({ result: 'done' });
  });

  it('stays away where Hike does not decide about pictures', async () => {
    const engine = await showing(['a', 'b'], 'bigcommerce');
    deleteInStore(engine, storedIn(engine)[0]?.id);
    await engine.tell({ ...tote('b', 'a'), variants: [aHikeVariant({ levels: [anOutletLevel({ priceIncTax: '30' })] })] });
    expect(engine.writes()).toEqual(['catalogue.update']);
    expect(await namesOf(engine)).toEqual(['b']);
  });
});

import { describe, expect, it } from 'vitest';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { LeaseLost, UnknownOutcome } from '../../ports/failures';
import { askForDryRun, startCatalogue } from './catalogue-run-steps';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from './testing/catalogue-engine';

const start = async (engine: CatalogueEngine): Promise<CatalogueEngine> => {
  await engine.act(askForDryRun);
  await engine.act(startCatalogue);
  return engine;
};

describe('pictures', () => {
  const image = (key: string, url: string, isPrimary = false) => ({ key, url, isPrimary });
  const shirt = (...images: ReturnType<typeof image>[]) => aHikeProduct({ types: [], images });

  it('are sent in the call that creates the product, the same picture once', async () => {
    const engine = await catalogueEngine({ hike: [shirt(image('1', 'https://pics.example/a.jpg', true), image('2', 'https://pics.example/b.jpg'))] });
    engine.vendors.pictures.set('https://pics.example/b.jpg', 'https://pics.example/a.jpg');
    const synced = await start(engine);
    expect(synced.vendors.createdProducts[0]?.images).toMatchObject([{ source: { kind: 'url', url: 'https://pics.example/a.jpg' }, isThumbnail: true }]);
    expect(synced.vendors.addedImages).toEqual([]);
  });

  it('are sent as files where BigCommerce cannot fetch them or the address is too long', async () => {
    const long = `https://pics.example/${'x'.repeat(250)}.jpg`;
    const engine = await catalogueEngine({ hike: [shirt(image('1', 'https://pics.example/a.jpg', true), image('2', long))] });
    engine.vendors.unreachable.add('https://pics.example/a.jpg');
    const synced = await start(engine);
    expect(synced.vendors.addedImages.map(({ draft }) => draft.source.kind)).toEqual(['file', 'file']);
    expect(await synced.plan(812)).toMatchObject({ standing: 'unchanged' });
  });

  const ownedByHike = async (...images: ReturnType<typeof image>[]): Promise<CatalogueEngine> => {
    const engine = await syncedEngine({ hike: [shirt(...images)] });
    const { value } = await engine.database.tables.settings.get(engine.storeHash);
    await engine.change({ catalogue: { ...value.catalogue, owners: { ...value.catalogue.owners, images: 'hike' } } });
    return engine;
  };

  it.each([
    ['its answer is lost', () => new UnknownOutcome('cut')],
    ['the process is killed before it is kept', () => new LeaseLost('killed')],
  ])('are added once when %s', async (_, spoiled) => {
    const engine = await ownedByHike(image('1', 'https://pics.example/a.jpg', true));
    engine.vendors.onCall = (moment) => {
      if (moment !== 'catalogue.addImage:done') return;
      engine.vendors.onCall = () => undefined;
      throw spoiled();
    };
    await engine.tell(shirt(image('1', 'https://pics.example/a.jpg', true), image('2', 'https://pics.example/b.jpg')));
    await engine.pass(10 * 60_000, 20);
    expect(engine.vendors.addedImages).toHaveLength(1);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
    expect(await engine.database.tables.images.listOf(engine.storeHash, [aHikeProduct().id])).toHaveLength(2);
  });

  it('stay where Hike shows them but they cannot be fetched just now', async () => {
    const engine = await ownedByHike(image('1', 'https://pics.example/a.jpg', true), image('2', 'https://pics.example/b.jpg'));
    engine.vendors.pictures.set('https://pics.example/b.jpg', null);
    await engine.tell(shirt(image('1', 'https://pics.example/a.jpg'), image('2', 'https://pics.example/b.jpg', true)));
    expect(engine.vendors.deletedImages).toEqual([]);
  });

  it('follow Hike when Hike owns them: new ones are added, removed ones go', async () => {
    const engine = await syncedEngine({ hike: [shirt(image('1', 'https://pics.example/a.jpg', true))] });
    const { value } = await engine.database.tables.settings.get(engine.storeHash);
    await engine.change({ catalogue: { ...value.catalogue, owners: { ...value.catalogue.owners, images: 'hike' } } });
    await engine.tell(shirt(image('2', 'https://pics.example/b.jpg', true)));
    expect(engine.vendors.addedImages).toMatchObject([{ draft: { source: { url: 'https://pics.example/b.jpg' } } }]);
    expect(engine.vendors.deletedImages).toHaveLength(1);
    await engine.pass(60 * 60_000, 10);
    expect(engine.vendors.addedImages).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { LeaseLost, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { askForDryRun, startCatalogue } from './catalogue-run-steps';
import { type CatalogueEngine, catalogueEngine } from './testing/catalogue-engine';

const at = (name: string) => `https://pics.example/${name}.jpg`;

/** Created with these pictures, the first of which BigCommerce cannot fetch: they all follow one by one. */
const created = async (names: string[], strike: (engine: CatalogueEngine, moment: string, time: number) => void): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine({ hike: [aHikeProduct({ types: [], images: names.map((name, index) => ({ key: name, url: at(name), isPrimary: index === 0 })) })] });
  engine.vendors.unreachable.add(at(names[0] ?? ''));
  const times = new Map<string, number>();
  engine.vendors.onCall = (moment) => {
    times.set(moment, (times.get(moment) ?? 0) + 1);
    strike(engine, moment, times.get(moment) ?? 0);
  };
  await engine.act(askForDryRun);
  await engine.act(startCatalogue);
  await engine.pass(10 * 60_000, 20);
  return engine;
};

const sources = ({ vendors }: CatalogueEngine) => vendors.addedImages.map(({ draft: { source } }) => (source.kind === 'url' ? source.url : source.name));
const keysOf = async ({ database, storeHash }: CatalogueEngine) => (await database.tables.images.listOf(storeHash, [aHikeProduct().id])).map(({ key }) => key).sort();
const stored = ({ vendors }: CatalogueEngine) => vendors.storeProducts.get(7001)?.images ?? [];

describe('pictures that follow a creation one by one', () => {
  const losses: [string, () => Error][] = [
    ['an answer is lost', () => new UnknownOutcome('cut')],
    ['the process is killed', () => new LeaseLost('killed')],
  ];
  it.each(losses.flatMap(([what, error]) => [2, 3, 4].map((time) => [what, time, error] as const)))('are there once each where %s at call %i', async (_, time, error) => {
    const engine = await created(['a', 'b', 'c'], (__, moment, nth) => {
      if (moment === 'catalogue.addImage:done' && nth === time) throw error();
    });
    expect(stored(engine)).toHaveLength(3);
    expect([...sources(engine)].sort()).toEqual(['a.jpg', at('b'), at('c')].sort());
    expect(await keysOf(engine)).toEqual(['a', 'b', 'c']);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  });

  it('are not taken for the refused one before them, and not sent again for it', async () => {
    const engine = await created(['a', 'b'], ({ vendors }, moment, nth) => {
      vendors.unwelcome.add(at('a'));
      // The two tries for the first one were refused, this is the second one's.
      if (moment === 'catalogue.addImage:done' && nth === 3) throw new LeaseLost('killed');
    });
    expect(sources(engine)).toEqual([at('b')]);
    expect(await keysOf(engine)).toEqual(['b']);
    expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: { code: 'refused-by-bigcommerce' } });
  });

  it('leave a person’s own picture alone where nothing of them was sent', async () => {
    const engine = await created(['a', 'b'], ({ vendors }, moment, nth) => {
      if (moment !== 'catalogue.addImage' || nth !== 3) return;
      const product = vendors.storeProducts.get(7001)!;
      vendors.storeProducts.set(7001, { ...product, images: [...product.images, { id: 4711 as never, position: 9, isThumbnail: false }] });
      throw new TransientFailure('503');
    });
    expect(stored(engine).map(({ id }) => id)).toContain(4711);
    expect(stored(engine)).toHaveLength(3);
    const ours = await engine.database.tables.images.listOf(engine.storeHash, [aHikeProduct().id]);
    expect(ours.map(({ imageId }) => imageId)).not.toContain(4711);
    expect(await keysOf(engine)).toEqual(['a', 'b']);
  });
});

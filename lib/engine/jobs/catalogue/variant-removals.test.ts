import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreTee } from '../../../domain/testing/a-store-product';
import { LeaseLost, UnknownOutcome } from '../../ports/failures';
import { setLevel } from '../../testing/fake-inventory';
import { askForDryRun, startCatalogue } from './catalogue-run-steps';
import { decideRemoval } from './product-decisions';
import { withDecision } from './stray-variants';
import { catalogueEngine, type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

type Deletes = 'ask' | 'hide' | 'delete';

const TEE = 900 as HikeProductId;
const HOUR_MS = 60 * 60_000;

const settingOf = (deletes: Deletes) => ({ catalogue: { ...someSettings().catalogue, deletes } });

const tee = (...sizes: ('S' | 'M')[]): HikeProduct => aHikeTee({ types: [], variants: aHikeTee().variants.filter(({ values }) => sizes.some((size) => values.includes(size))) });

/** A linked tee in two sizes, five of each at the store. */
const selling = async (deletes: Deletes): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine({ hike: [tee('S', 'M')], store: [aStoreTee()] });
  for (const variantId of [191, 192]) setLevel(engine.vendors, { variantId, onHand: 12 });
  await engine.change(settingOf(deletes));
  await engine.act(askForDryRun);
  const { value } = await engine.database.tables.settings.get(engine.storeHash);
  await engine.change({ catalogue: { ...value.catalogue, startedAt: engine.clock.now() } });
  await engine.pass(60_000, 6);
  engine.vendors.calls.length = 0;
  return engine;
};

const variants = ({ vendors }: CatalogueEngine) => (vendors.storeProducts.get(190)?.variants ?? []).map(({ sku, isPurchasable }) => [sku, isPurchasable]);

const onHand = ({ vendors }: CatalogueEngine, variantId: number) => vendors.levels.find((level) => level.variantId === variantId)?.onHand;

const lose = async (engine: CatalogueEngine, left = tee('S')): Promise<void> => {
  await engine.tell(left);
  await engine.pass(2 * HOUR_MS, 12);
};

const decide = (engine: CatalogueEngine, removal: 'hide' | 'delete' | 'keep') =>
  engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [TEE], now, removal }));

const variantLink = async ({ database, storeHash }: CatalogueEngine, variantId: number) => (await database.tables.links.findByBigCommerce(storeHash, 'variant', [String(variantId)]))[0];

describe('a variant that was deleted in Hike while its product lives', () => {
  it('waits for a person, who is told, while the other variant goes on', async () => {
    const engine = await selling('ask');
    await lose(engine);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'removed', problem: { code: 'variants-gone-from-hike', details: { variants: 'TEE-M' } } });
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', true]]);
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ recordId: '900', result: 'needs-you', problem: expect.objectContaining({ code: 'variants-gone-from-hike' }) }));
    const [small] = tee('S').variants;
    await engine.tell({ ...tee('S'), variants: [{ ...small!, levels: [anOutletLevel({ priceIncTax: '25' })] }] });
    expect(engine.vendors.storeProducts.get(190)?.price).toBe('25');
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'removed' });
    expect((await engine.entries()).filter(({ recordId, result }) => recordId === '900' && result === 'needs-you')).toHaveLength(1);
  });

  it('is taken off sale with its stock at zero where the setting says hide, once', async () => {
    const engine = await selling('hide');
    await lose(engine);
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', false]]);
    expect([onHand(engine, 191), onHand(engine, 192)]).toEqual([12, 0]);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'unchanged', problem: null });
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ message: 'Taken off sale in BigCommerce, for it is gone from Hike: TEE-M.' }));
    await engine.pass(48 * HOUR_MS, 48);
    expect(engine.vendors.variantChanges).toHaveLength(1);
  });

  it('is deleted where the setting says so, and nothing of it is done again', async () => {
    const engine = await selling('delete');
    await lose(engine);
    expect(engine.vendors.deletedVariants).toEqual([192]);
    expect(await variantLink(engine, 192)).toBeUndefined();
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'unchanged' });
    await engine.tell({ ...tee('S'), name: 'Tee' });
    await engine.pass(48 * HOUR_MS, 48);
    expect(engine.vendors.deletedVariants).toEqual([192]);
    expect(variants(engine)).toEqual([['TEE-S', true]]);
  });

  it('is sold again once it is back', async () => {
    const engine = await selling('hide');
    await lose(engine);
    await lose(engine, tee('S', 'M'));
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', true]]);
    expect(onHand(engine, 192)).toBe(12);
    expect((await variantLink(engine, 192))?.facts).not.toHaveProperty('offSale');
    await lose(engine);
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', false]]);
  });

  it('is asked about again where it was back before a decision was carried out', async () => {
    const engine = await selling('ask');
    const link = await variantLink(engine, 192);
    if (link === undefined) throw new Error('not linked');
    await engine.database.tables.links.saveMany(engine.storeHash, [withDecision(link, 'delete')], engine.clock.now());
    await engine.tell({ ...tee('S', 'M'), name: 'Tee' });
    await lose(engine);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'removed', problem: { code: 'variants-gone-from-hike' } });
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', true]]);
  });

  it.each<['hide' | 'delete' | 'keep', [string, boolean][]]>([
    ['hide', [['TEE-S', true], ['TEE-M', false]]],
    ['delete', [['TEE-S', true]]],
    ['keep', [['TEE-S', true], ['TEE-M', true]]],
  ])('is dealt with as a person decided: %s', async (removal, left) => {
    const engine = await selling('ask');
    await lose(engine);
    expect(await decide(engine, removal)).toEqual([TEE]);
    await engine.pass(HOUR_MS, 6);
    expect(variants(engine)).toEqual(left);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'unchanged', problem: null });
    const [seen] = await engine.database.tables.hikeProducts.findMany(engine.storeHash, [TEE]);
    // What was decided about a variant says nothing about the product, should it go one day.
    expect(seen?.removal).toBeNull();
  });

  it('is asked about in Hike once, by the product itself', async () => {
    const engine = await selling('hide');
    await lose(engine);
    expect(engine.vendors.calls.filter((name) => name === 'products.find')).toHaveLength(1);
  });

  it('is not believed to be deleted because a list was cut short', async () => {
    const engine = await selling('delete');
    engine.vendors.cutShort.set(TEE, 1);
    await engine.tell(tee('S', 'M'));
    await engine.pass(HOUR_MS, 6);
    expect(engine.vendors.calls).toContain('products.find');
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', true]]);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'unchanged' });
  });

  it('is not believed to be deleted because an answer about the product was wrong once', async () => {
    const engine = await selling('delete');
    engine.vendors.cutShort.set(TEE, 1);
    let looks = 0;
    engine.vendors.onCall = (moment) => {
      if (moment !== 'products.find') return;
      looks += 1;
      engine.vendors.hikeProducts.set(TEE, looks > 1 ? tee('S', 'M') : tee('M'));
    };
    await engine.tell(tee('S', 'M'));
    await engine.pass(HOUR_MS, 6);
    expect(looks).toBe(2);
    expect(variants(engine)).toEqual([['TEE-S', true], ['TEE-M', true]]);
  });

  it('never takes the last variant with it', async () => {
    const engine = await selling('delete');
    const large = aHikeVariant({ id: 903, name: 'Organic tee / L', sku: 'TEE-L', barcode: '', values: ['L'] });
    await lose(engine, { ...tee(), options: ['Size'], variants: [large] });
    expect(engine.vendors.storeProducts.get(190)?.variants.length).toBeGreaterThan(0);
    // Once the new one is there, the old ones are not the last any more.
    await engine.tell({ ...tee(), name: 'Tee', options: ['Size'], variants: [large] });
    await engine.pass(HOUR_MS, 6);
    expect(variants(engine)).toEqual([['TEE-L', true]]);
  });

  it('stays when the other one went from BigCommerce meanwhile', async () => {
    const engine = await selling('delete');
    const store = engine.vendors.storeProducts.get(190)!;
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.find:done') engine.vendors.storeProducts.set(190, { ...store, variants: store.variants.filter(({ id }) => id === 192), modifiedAt: engine.clock.now() });
    };
    await lose(engine);
    expect(engine.vendors.deletedVariants).not.toContain(192);
  });

  it('waits with the others when many are gone at once', async () => {
    const sizes = Array.from({ length: 25 }, (_, index) => aHikeVariant({ id: 3000 + index, name: `Sock ${index}`, sku: `SOCK-${index}`, barcode: '', values: [`${index}`] }));
    const sock = aHikeTee({ id: 2999, name: 'Sock', types: [], variants: sizes });
    const engine = await syncedEngine({ hike: [sock], settings: settingOf('delete') });
    await lose(engine, { ...sock, variants: sizes.slice(0, 2) });
    expect(engine.vendors.deletedVariants).toEqual([]);
    expect(await engine.plan(2999)).toMatchObject({ standing: 'removed', problem: { details: { variants: 'SOCK-2, SOCK-3, SOCK-4, SOCK-5, SOCK-6 and 18 more' } } });
  });

  it('is named by the dry run before anything is written', async () => {
    const engine = await catalogueEngine({ hike: [tee('S', 'M')], store: [aStoreTee()] });
    await engine.act(askForDryRun);
    await engine.tell(tee('S'));
    await engine.pass(2 * HOUR_MS, 12);
    expect(await engine.plan(TEE)).toMatchObject({ standing: 'removed', problem: { code: 'variants-gone-from-hike' } });
    expect(engine.writes()).toEqual([]);
    await engine.act(startCatalogue);
    await engine.pass(60_000, 6);
    // The one that is left has its count published all the same.
    expect(engine.vendors.levelWrites.flat().map(({ variantId }) => variantId)).toEqual([191]);
  });

  // Half an hour has room for every retry; more would only add polls that find nothing.
  const loseSoon = async (engine: CatalogueEngine): Promise<void> => {
    await engine.tell(tee('S'));
    await engine.pass(HOUR_MS / 2, 4);
  };

  const blows: [string, () => Error, string][] = [
    ['the process is killed before', () => new LeaseLost('killed'), ''],
    ['the process is killed after', () => new LeaseLost('killed'), ':done'],
    ['nothing is known before', () => new UnknownOutcome('cut'), ''],
    ['an answer is lost after', () => new UnknownOutcome('cut'), ':done'],
  ];

  it.each((['hide', 'delete'] as const).flatMap((deletes) => blows.map((blow) => [deletes, ...blow] as const)))('ends the same (%s) where %s any call', async (deletes, _, spoil, suffix) => {
    const undisturbed = await selling(deletes);
    await loseSoon(undisturbed);
    const expected = { variants: variants(undisturbed), onHand: onHand(undisturbed, 192) };
    expect(undisturbed.vendors.calls).toContain({ hide: 'inventory.set', delete: 'catalogue.deleteVariant' }[deletes]);
    for (let at = 0; at < undisturbed.vendors.calls.length; at += 1) {
      const engine = await selling(deletes);
      let moments = -1;
      engine.vendors.onCall = (moment) => {
        if (moment.endsWith(':done') === (suffix === ':done') && (moments += 1) === at) throw spoil();
      };
      await loseSoon(engine);
      expect({ at, variants: variants(engine), onHand: onHand(engine, 192) }).toEqual({ at, ...expected });
      expect(engine.vendors.deletedVariants.filter((id) => id === 192).length).toBeLessThanOrEqual(1);
    }
  });
});

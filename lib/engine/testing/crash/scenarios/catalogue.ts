import type { HikeProductId, ProductId } from '../../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../../domain/testing/a-store-product';
import { askForDryRun } from '../../../jobs/catalogue/catalogue-run-steps';
import { decideRemoval, sendToHike } from '../../../jobs/catalogue/product-decisions';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from '../../../jobs/catalogue/testing/catalogue-engine';
import { ALL_STOCK } from '../../../jobs/stock/mark-all-stock';
import { BrokenContract, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../../ports/failures';
import { type Scenario, scenario } from '../scenario';
import { changeCatalogue, mark, pass, spoil } from './acts';

type Catalogues = NonNullable<Parameters<typeof catalogueEngine>[0]>;
type Step = Scenario<CatalogueEngine>['steps'][number];

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const TOTE = 812 as HikeProductId;

const picture = (key: string, isPrimary = false) => ({ key, url: `https://pics.example/${key}.jpg`, isPrimary });

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

/** The first sync itself is struck. */
const fresh = (name: string, catalogues: () => Catalogues, ...steps: Step[]) => scenario<CatalogueEngine>({ name, open: (options) => catalogueEngine({ ...catalogues(), ...options }), steps });
/** What comes after it is struck; it may be struck as well. */
const synced = (name: string, catalogues: () => Catalogues, ...steps: Step[]) => scenario<CatalogueEngine>({ name, open: (options) => syncedEngine({ ...catalogues(), ...options }), steps });

const dryRun: Step = (engine) => engine.act(askForDryRun);
const start: Step = (engine) => engine.pages.actOnProducts(engine.storeHash, { action: 'start' });
const sync: Step[] = [dryRun, pass(1_000, 2), start, pass(10_000, 5)];

const tell = (...products: (() => ReturnType<typeof aHikeProduct>)[]): Step => (engine) => engine.tell(...products.map((make) => make()));
const tote = (change: Parameters<typeof aHikeProduct>[0] = {}) => () => aHikeProduct({ types: [], ...change });

const TOTES = (): Catalogues => ({ hike: [tote()()], store: [aStoreProduct({ isVisible: true })] });

const tee = (priceIncTax = '22') => aHikeTee({ types: [], variants: aHikeTee().variants.map((variant) => ({ ...variant, levels: variant.levels.map((level) => ({ ...level, priceIncTax })) })) });

/** Still there when it is compared, gone when it is sent. */
const withdraw: Step = async ({ vendors }) => {
  const { url } = picture('4');
  vendors.unreachable.add(url);
  vendors.onCall = (moment) => {
    if (moment === 'catalogue.addImage') vendors.pictures.set(url, null);
  };
};

const showsInStore = (id: number, key: string): Step => async ({ vendors }) => void vendors.storePictures.set(`https://cdn.example/${id}.jpg`, picture(key).url);

const ownImages = changeCatalogue(({ owners }) => ({ owners: { ...owners, images: 'hike' } }));

/** BigCommerce alone has it. */
const LAMP = 131 as ProductId;
const lamp = () => aStoreProduct({ id: LAMP, name: 'Lamp', sku: 'LAMP-1', barcode: '', variants: [aStoreVariant({ id: 231, sku: 'LAMP-1', barcode: '' })] });
const stray = (id: number) => aStoreProduct({ id, name: `Stray ${id}`, sku: `STRAY-${id}`, barcode: '', variants: [aStoreVariant({ id: id + 100, sku: `STRAY-${id}`, barcode: '' })] });
const LAMPS = (): Catalogues => ({ ...TOTES(), store: [aStoreProduct({ isVisible: true }), lamp()] });
const sendLamp: Step = (engine) => engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [LAMP], now }));

const lost = () => new UnknownOutcome('cut');
const refused = () => new RefusedByVendor({ side: 'hike', status: 400, reason: 'No.' });

export const FIRST_SYNC_SCENARIOS: Scenario[] = [
  fresh('a first sync creates, updates and links', () => ({ hike: [aHikeProduct(), aHikeTee()], store: [aStoreProduct({ price: '20' })] }), ...sync),
  fresh('a first sync finds all in step', () => ({ hike: [tote()()], store: [aStoreProduct()] }), ...sync),
  fresh('a first sync whose product never arrived', () => ({ hike: [aHikeProduct()] }), spoil('catalogue.create', lost), ...sync),
  fresh('a first sync in which BigCommerce refuses', () => ({ hike: [aHikeProduct(), aMug(1001)] }), spoil('catalogue.create', () => new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'No.' }), { always: true }), ...sync),
  fresh('a first sync whose product has no SKU, and never arrived', () => ({ hike: [aHikeProduct({ types: [], variants: [aHikeVariant({ sku: '' })] })] }), spoil('catalogue.create', lost), ...sync),
  fresh('a first sync meets a name that was taken meanwhile', () => ({ hike: [tote()()] }), dryRun, async ({ vendors }) => void vendors.storeProducts.set(131, { ...lamp(), name: 'Canvas tote' }), start),
  fresh('products are read before anybody asked', TOTES, mark('hike-products'), mark('store-products'), mark('product', '812')),
];

export const CATALOGUE_SCENARIOS: Scenario[] = [
  synced('a price moves', TOTES, tell(tote({ variants: [aHikeVariant({ levels: [{ ...aHikeVariant().levels[0], priceIncTax: '30' }] })] }))),
  synced('a variant comes', () => ({ hike: [aHikeTee({ types: [] })] }), tell(() => ({ ...aHikeTee({ types: [] }), variants: [...aHikeTee().variants, aHikeVariant({ id: 903, name: 'Organic tee / L', sku: 'TEE-L', barcode: '', values: ['L'] })] }))),
  synced('pictures change', () => ({ hike: [tote({ images: [picture('1', true), picture('2')] })()] }), ownImages, tell(tote({ images: [picture('3'), picture('2', true)] }))),
  synced('a product is hidden', TOTES, changeCatalogue(() => ({ deletes: 'hide' })), tell(tote({ isOnline: false }))),
  synced('a product is deleted', TOTES, changeCatalogue(() => ({ deletes: 'delete' })), async ({ vendors }) => void vendors.hikeProducts.delete(TOTE), pass(2 * DAY_MS, 12)),
  synced('a product is hidden by a person', TOTES, tell(tote({ isOnline: false })), (engine) => engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [TOTE], now, removal: 'hide' }))),
  synced('a product goes to Hike', LAMPS, sendLamp),
  synced('a product never arrived in Hike', LAMPS, spoil('products.create', lost), sendLamp),
  synced('a product is refused by Hike', LAMPS, spoil('products.create', refused, { always: true }), sendLamp),
  synced('a product goes to Hike twice', LAMPS, sendLamp, mark('product-to-hike', String(LAMP))),
  synced('a product changes in BigCommerce', TOTES, async ({ vendors, clock }) => void vendors.storeProducts.set(111, { ...aStoreProduct({ price: '1' }), modifiedAt: clock.now() }), mark('store-product', '111')),
  synced('a product is gone from BigCommerce', LAMPS, async ({ vendors }) => void vendors.storeProducts.delete(LAMP), pass(8 * DAY_MS, 24)),
  synced('BigCommerce’s list leaves most out', () => ({ ...TOTES(), store: [aStoreProduct({ isVisible: true }), ...Array.from({ length: 24 }, (_, index) => stray(300 + index))] }), async ({ vendors }) => Array.from({ length: 24 }, (_, index) => vendors.unlistedInStore.add(300 + index)), pass(8 * DAY_MS, 24)),
  synced('Hike’s list leaves a product out', () => ({ hike: [aMug(1001), aMug(1002)] }), async ({ vendors }) => void vendors.unlisted.add(1002), pass(2 * DAY_MS, 12)),
  synced('Hike’s list leaves most out', () => ({ hike: Array.from({ length: 40 }, (_, index) => aMug(1001 + index)) }), async ({ vendors }) => Array.from({ length: 39 }, (_, index) => vendors.unlisted.add(1002 + index)), pass(2 * DAY_MS, 12)),
  synced('a product is not understood', TOTES, async ({ vendors }) => void vendors.unlisted.add(TOTE), spoil('products.find', () => new BrokenContract('hike', 'no id'), { always: true }), pass(2 * DAY_MS, 12)),
  synced('a variant’s price moves', () => ({ hike: [tee()] }), tell(() => ({ ...tee(), variants: [...tee('30').variants.slice(0, 1), ...tee().variants.slice(1)] }))),
  synced('a variant goes', () => ({ hike: [tee()] }), changeCatalogue(() => ({ deletes: 'delete' })), tell(() => ({ ...tee(), variants: tee().variants.slice(0, 1) })), pass(2 * HOUR_MS, 12)),
  synced('a product comes that BigCommerce has', LAMPS, tell(() => tote({ id: 1003, name: 'Lamp', images: [], variants: [aHikeVariant({ id: 1003, name: 'Lamp', sku: 'LAMP-1', barcode: '' })] })())),
  synced('BigCommerce has a picture already', () => ({ hike: [tote()()], store: [aStoreProduct({ isVisible: true, images: [{ id: 11, position: 0, isThumbnail: true }] })] }), ownImages, showsInStore(11, '1'), tell(tote({ images: [picture('2', true), picture('1')] }))),
  synced('a picture cannot be had', () => ({ hike: [tote({ images: [picture('1', true)] })()] }), ownImages, withdraw, tell(tote({ images: [picture('1', true), picture('4')] }))),
  synced('the settings are not complete', TOTES, (engine) => engine.change({ outletId: null, registerId: null }), mark('product', '812')),
  synced('all stock is looked at', TOTES, mark('stock', ALL_STOCK)),
  synced('updates fail together', TOTES, spoil('catalogue.update', () => new TransientFailure('503')), tell(tote({ variants: [aHikeVariant({ levels: [{ ...aHikeVariant().levels[0], priceIncTax: '30' }] })] }))),
];

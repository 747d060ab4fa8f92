import { ORDER_STATUS } from '../../lib/domain/order';
import { CategoryId, CustomerId, ImageId, LocationId, OrderId, ProductId, SaleId, StoreHash, VariantId } from '../../lib/domain/ids';
import { Instant } from '../../lib/domain/instant';
import { Decimal } from '../../lib/domain/money';
import { anAddress } from '../../lib/domain/testing/an-order';
import { orderDraftOf } from '../../lib/adapters/bigcommerce/testing/order-draft';
import type { BigCommerce } from '../../lib/engine/ports/bigcommerce';
import {
  extensionsSample, grantSample, hookSample, levelSample, listOf, locationSample, optionSample, orderLineSample, orderSample, productSample, statusesSample, storeSample, taxClassesSample,
} from '../samples/bigcommerce-samples';
import type { Truth } from './hostile-vendor';

/** Every method of a port with what to ask; the compiler holds the list complete. */
export type Calls<Vendor> = { [Room in keyof Vendor]: { [Method in keyof Vendor[Room]]: (vendor: Vendor) => Promise<unknown> } };

const since = Instant.parse('2026-01-15T03:20:00.000Z');
const product = ProductId.parse(118);
const variant = VariantId.parse(93);
const location = LocationId.parse(1);
const image = ImageId.parse(382);
const price = Decimal.parse('22');
const person = { firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '0400', company: '', address: anAddress() };
const other = { ...person, email: 'bo@example.com', firstName: 'Bo' };
const file = { kind: 'file', name: 'x.png', type: 'image/png', bytes: Uint8Array.of(1, 2) } as const;
const picture = { position: 0, isThumbnail: true };
const draft = {
  name: 'Tote', categories: [CategoryId.parse(18)], price, isVisible: true, tracking: 'variant' as const, sku: 'TOTE', brand: 'Acme',
  variants: [{ sku: 'DUST1', values: [{ option: 'Size', label: 'S' }] }], images: [{ ...picture, source: { kind: 'url' as const, url: 'https://cdn.example/1.png' } }],
};
const hooks = { destination: hookSample.destination, secret: 'secret', scopes: ['store/order/*', 'store/product/*'], onSilent: async () => undefined };

export const BIGCOMMERCE_CALLS: Calls<BigCommerce> = {
  orders: {
    listModifiedSince: ({ orders }) => orders.listModifiedSince(since, 1),
    listByIds: ({ orders }) => orders.listByIds([OrderId.parse(218)]),
    listArchivedSince: ({ orders }) => orders.listArchivedSince(since, 1),
    listBySale: ({ orders }) => orders.listBySale(SaleId.parse(71)),
    create: ({ orders }) => orders.create(orderDraftOf(SaleId.parse(71), { productId: product, variantId: variant, sku: 'DUST1' } as Parameters<typeof orderDraftOf>[1])),
    update: ({ orders }) => orders.update(OrderId.parse(218), { statusId: ORDER_STATUS.Refunded, staffNotes: 'x' }),
  },
  customers: {
    findByEmail: ({ customers }) => customers.findByEmail('jane@example.com'),
    listByEmails: ({ customers }) => customers.listByEmails(['jane@example.com', 'bo@example.com']),
    create: ({ customers }) => customers.create(person),
    createMany: ({ customers }) => customers.createMany([person, other]),
    updateMany: ({ customers }) => customers.updateMany([{ id: CustomerId.parse(11), draft: person }, { id: CustomerId.parse(12), draft: other }]),
  },
  products: {
    listBySku: ({ products }) => products.listBySku(['DUST1']),
    listTaxClasses: ({ products }) => products.listTaxClasses([product]),
  },
  catalogue: {
    listProducts: ({ catalogue }) => catalogue.listProducts(null),
    listModifiedSince: ({ catalogue }) => catalogue.listModifiedSince(since, 1),
    listByIds: ({ catalogue }) => catalogue.listByIds([product]),
    exists: ({ catalogue }) => catalogue.exists(product),
    findByName: ({ catalogue }) => catalogue.findByName('Dustpan & Brush'),
    findBySku: ({ catalogue }) => catalogue.findBySku('DUST1'),
    listImages: ({ catalogue }) => catalogue.listImages(product),
    fetchImage: ({ catalogue }) => catalogue.fetchImage('https://93.184.216.34/tote.png'),
    hasModifiers: ({ catalogue }) => catalogue.hasModifiers(product),
    create: ({ catalogue }) => catalogue.create(draft),
    update: ({ catalogue }) => catalogue.update([{ id: product, name: 'Tote', price }, { id: ProductId.parse(119), name: 'Tee' }]),
    updateVariants: ({ catalogue }) => catalogue.updateVariants([{ id: variant, productId: product, price }, { id: VariantId.parse(94), productId: product, sku: 'B', picture: file }]),
    addVariant: ({ catalogue }) => catalogue.addVariant({ productId: product, productName: 'Dustpan', sku: 'DUST2', values: [{ option: 'Size', label: 'M' }] }),
    deleteVariant: ({ catalogue }) => catalogue.deleteVariant(product, variant),
    delete: ({ catalogue }) => catalogue.delete([product]),
    listCategories: ({ catalogue }) => catalogue.listCategories(),
    createCategory: ({ catalogue }) => catalogue.createCategory('Bags'),
    addImage: ({ catalogue }) => catalogue.addImage(product, { ...picture, source: file }),
    changeImage: ({ catalogue }) => catalogue.changeImage(product, image, picture),
    deleteImage: ({ catalogue }) => catalogue.deleteImage(product, image),
    assignToDefaultChannel: ({ catalogue }) => catalogue.assignToDefaultChannel([product]),
  },
  inventory: {
    listLevels: ({ inventory }) => inventory.listLevels([variant], [location]),
    listAllLevels: ({ inventory }) => inventory.listAllLevels([location], 1),
    setLevels: ({ inventory }) => inventory.setLevels([{ variantId: variant, locationId: location, quantity: 3 }, { variantId: VariantId.parse(94), locationId: location, quantity: 0 }]),
  },
  store: {
    probe: ({ store }) => store.probe(),
    getProfile: ({ store }) => store.getProfile(),
    reconcileHooks: ({ store }) => store.reconcileHooks(hooks),
    reconcileExtensions: ({ store }) => store.reconcileExtensions([{ model: 'ORDERS', context: 'PANEL', url: '/extension/abc123/orders/$' + '{id}', label: 'Import to Hike' }]),
  },
};

export const BIGCOMMERCE_TRUTH: Truth = [
  ['POST', /\/v2\/orders$/, { id: 218 }],
  ['PUT', /\/v2\/orders\/\d+$/, { id: 218 }],
  [null, /\/v2\/orders\/\d+\/products$/, [orderLineSample]],
  [null, /\/v2\/orders$/, [orderSample]],
  [null, /\/v2\/store$/, storeSample],
  [null, /\/v2\/tax_classes$/, taxClassesSample],
  [null, /\/v2\/order_statuses$/, statusesSample],
  [null, /\/customers/, listOf({ id: 11, email: 'jane@example.com' })],
  [null, /\/trees$/, listOf({ id: 1 })],
  [null, /\/trees\/categories$/, listOf({ category_id: 18, name: 'Home', parent_id: 0 })],
  [null, /\/brands$/, listOf({ id: 36, name: 'Acme' })],
  [null, /\/options$/, listOf(optionSample)],
  ['POST', /\/(values|variants|images)$/, { data: { id: 5 } }],
  [null, /\/variants$/, listOf({ id: 93, product_id: 118, sku: 'DUST1' })],
  [null, /\/modifiers$/, listOf()],
  ['POST', /\/catalog\/products$/, { data: productSample }],
  ['PUT', /\/catalog\/products\/\d+$/, { data: productSample }],
  [null, /\/catalog\/products$/, listOf(productSample)],
  [null, /\/inventory\/items$/, listOf(levelSample)],
  [null, /\/inventory\/locations$/, listOf(locationSample)],
  [null, /\/hooks/, listOf(hookSample)],
  [null, /\/graphql$/, extensionsSample],
  [null, /\/oauth2\/token$/, grantSample],
];

export const BIGCOMMERCE_STORE = StoreHash.parse('abc123');

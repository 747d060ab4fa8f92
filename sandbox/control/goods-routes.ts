import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { catalogueIndex, folded } from '../bigcommerce/catalogue/catalogue-index.ts';
import { imagePost, productPost, productPut } from '../bigcommerce/catalogue/product-input.ts';
import { productView } from '../bigcommerce/catalogue/product-view.ts';
import { defaultLocationId, levelSeen, moveStock, stockIdOf, variantsOf } from '../bigcommerce/catalogue/stock.ts';
import { addImage, deleteImage } from '../bigcommerce/catalogue/write-images.ts';
import { createProduct, deleteProduct, updateProduct } from '../bigcommerce/catalogue/write-products.ts';
import { checkedImage } from '../bigcommerce/images/image-file.ts';
import { nextId, type Product, type Store } from '../bigcommerce/model/store.ts';
import { findBySku } from '../bigcommerce/orders/placed-lines.ts';
import { note, type Platform } from '../bigcommerce/platform.ts';
import { withFile, withFiles } from '../bigcommerce/routes/read-image.ts';
import { controlBody, ControlRefusal } from './control-answer.ts';
import { storeIn } from './store-desk.ts';

const modifiers = z.array(z.object({ display_name: z.string(), type: z.string().default('dropdown'), required: z.boolean().default(false), labels: z.array(z.string()).default([]) }));
const editInput = productPut.extend({ oldOptionSet: z.boolean().optional(), modifiers: modifiers.optional() });
const imageInput = z.union([imagePost, imagePost.omit({ image_url: true }).extend({ base64: z.base64() })]);
const stockInput = z.object({ sku: z.string(), quantity: z.int(), locationId: z.int().optional() });

function productIn(context: Context, store: Store): Product {
  const product = store.products.get(Number(context.req.param('id')));
  if (!product) throw new ControlRefusal(404, `The store ${store.hash} has no product ${context.req.param('id')}.`);
  return product;
}

/** A product as the API shows it with all that hangs on it, and what only the sandbox knows: contents of images, stock per location. */
function productAnswer(platform: Platform, store: Store, product: Product) {
  const stock = variantsOf(store, product.id).flatMap((variant) =>
    [...store.locations.values()].map((location) => {
      const { onHand, safety } = levelSeen(store, stockIdOf(product, variant), location.id);
      return { sku: variant.sku, variantId: variant.id, locationId: location.id, onHand, safety };
    }),
  );
  const view = productView({ store, origin: platform.publicUrl() }, product, ['variants', 'images', 'custom_fields', 'options', 'modifiers', 'channels']);
  const contents = product.images.map((image) => ({ id: image.id, contentHash: image.contentHash ?? null }));
  return { ...view, oldOptionSet: product.oldOptionSet ?? false, imageContents: contents, stock };
}

/** By SKU (of the product or of a variant), by name, or a page of all. */
function wanted(store: Store, query: Record<string, string>): Product[] {
  const index = catalogueIndex(store);
  if (query['sku'] !== undefined) return [findBySku(store, query['sku'])?.product].filter((product) => product !== undefined);
  if (query['name'] !== undefined) return [index.productByName.get(folded(query['name']))].filter((product) => product !== undefined);
  const limit = Number(query['limit'] ?? 50);
  return index.products.slice((Number(query['page'] ?? 1) - 1) * limit).slice(0, limit);
}

function products(app: Hono, platform: Platform): void {
  app.get('/stores/:hash/products', (context) => {
    const store = storeIn(context, platform);
    return context.json(wanted(store, context.req.query()).map((product) => productAnswer(platform, store, product)) as never);
  });
  app.post('/stores/:hash/products', async (context) => {
    const store = storeIn(context, platform);
    const product = createProduct(platform, store, await withFiles(await controlBody(context, productPost)));
    return context.json(productAnswer(platform, store, product) as never, 201);
  });
  app.get('/stores/:hash/products/:id', (context) => {
    const store = storeIn(context, platform);
    return context.json(productAnswer(platform, store, productIn(context, store)) as never);
  });
  app.patch('/stores/:hash/products/:id', async (context) => {
    const store = storeIn(context, platform);
    const { oldOptionSet, modifiers: choices, ...input } = await withFiles(await controlBody(context, editInput));
    const product = updateProduct(platform, store, { product: productIn(context, store), input });
    if (oldOptionSet !== undefined) product.oldOptionSet = oldOptionSet;
    if (choices) product.modifiers = choices.map((choice) => ({ id: nextId(store, 'modifier', 300), ...choice }));
    return context.json(productAnswer(platform, store, product) as never);
  });
  app.delete('/stores/:hash/products/:id', (context) => {
    const store = storeIn(context, platform);
    deleteProduct(platform, store, productIn(context, store));
    return context.body(null, 204);
  });
}

function images(app: Hono, platform: Platform): void {
  app.post('/stores/:hash/products/:id/images', async (context) => {
    const store = storeIn(context, platform);
    productIn(context, store);
    const asked = await controlBody(context, imageInput);
    const input = 'base64' in asked ? { ...asked, file: checkedImage(Buffer.from(asked.base64, 'base64')) } : await withFile(asked);
    const product = productIn(context, store);
    addImage(platform, store, { product, input });
    return context.json(productAnswer(platform, store, product) as never, 201);
  });
  app.delete('/stores/:hash/products/:id/images/:image', (context) => {
    const store = storeIn(context, platform);
    const product = productIn(context, store);
    const image = product.images.find((candidate) => candidate.id === Number(context.req.param('image')));
    if (!image) throw new ControlRefusal(404, `The product has no image ${context.req.param('image')}.`);
    deleteImage(platform, store, { product, image });
    return context.body(null, 204);
  });
}

/** The catalogue as a merchant changes it in the control panel: products, images, counts of stock. */
export function goodsRoutes(platform: Platform): Hono {
  const app = new Hono();
  products(app, platform);
  images(app, platform);
  app.post('/stores/:hash/stock', async (context) => {
    const store = storeIn(context, platform);
    const { sku, quantity, locationId = defaultLocationId(store) } = await controlBody(context, stockInput);
    const item = findBySku(store, sku);
    if (!item) throw new ControlRefusal(404, `The store has no SKU ${sku}.`);
    moveStock(platform, store, { ...item, locationId, method: 'absolute', value: quantity, byOrder: false });
    note(platform, store, { kind: 'stock.counted', id: item.variant.id, reference: sku, data: { locationId, quantity } });
    return context.json({ sku, locationId, quantity });
  });
  return app;
}

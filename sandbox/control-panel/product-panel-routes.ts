import { Hono, type Context } from 'hono';
import { ApiRefusal } from '../bigcommerce/api-refusal.ts';
import { levelSeen, moveStock, stockIdOf } from '../bigcommerce/catalogue/stock.ts';
import { deleteProduct, updateProduct } from '../bigcommerce/catalogue/write-products.ts';
import type { Product, Store } from '../bigcommerce/model/store.ts';
import { note, type Platform } from '../bigcommerce/platform.ts';
import { panelBase, type Markup, type Viewer } from './page-shell.ts';
import { countedVariants, productPage } from './product-page.ts';
import { productsPage } from './products-page.ts';

type Handler = (context: Context, viewer: Viewer) => Promise<Response | Markup> | Response | Markup;
type SignedIn = (handler: Handler) => (context: Context) => Promise<Response>;
type Form = Record<string, string>;

/** What a person counted, where it differs from what the store believed. */
function saveStock(platform: Platform, store: Store, target: { product: Product; form: Form }): void {
  const { product, form } = target;
  for (const variant of countedVariants(store, product)) {
    for (const location of store.locations.values()) {
      const text = form[`stock-${variant.id}-${location.id}`] ?? '';
      const quantity = Number(text);
      if (text === '' || !Number.isInteger(quantity) || quantity < 0) continue;
      if (levelSeen(store, stockIdOf(product, variant), location.id).onHand === quantity) continue;
      moveStock(platform, store, { product, variant, locationId: location.id, method: 'absolute', value: quantity, byOrder: false });
      note(platform, store, { kind: 'stock.counted', id: variant.id, reference: variant.sku, data: { locationId: location.id, quantity } });
    }
  }
}

/** Only what was changed is written: saving stock alone is no change of the product. */
function saveFields(platform: Platform, store: Store, target: { product: Product; form: Form }): void {
  const { product, form } = target;
  const price = Number(form['price']);
  if (!Number.isFinite(price) || price < 0) throw new ApiRefusal(422, 'The price must be a number.');
  const visible = form['visible'] !== 'no';
  const input = {
    ...(form['name'] === undefined || form['name'] === product.fields.name ? {} : { name: form['name'] }),
    ...(price === product.fields.price ? {} : { price }),
    ...(visible === (product.fields['is_visible'] !== false) ? {} : { is_visible: visible }),
  };
  if (Object.keys(input).length > 0) updateProduct(platform, store, { product, input });
}

async function save(platform: Platform, context: Context, target: { viewer: Viewer; product: Product }): Promise<Response | Markup> {
  const { viewer, product } = target;
  const form = (await context.req.parseBody()) as Form;
  const origin = platform.publicUrl();
  try {
    saveFields(platform, viewer.store, { product, form });
    saveStock(platform, viewer.store, { product, form });
    return productPage(viewer, product, { origin, notice: 'Saved.' });
  } catch (error) {
    if (error instanceof ApiRefusal) return productPage(viewer, product, { origin, problem: error.message });
    throw error;
  }
}

/** The control panel's products: the list, one product, and what staff change. */
export function productPanelRoutes(platform: Platform, signedIn: SignedIn): Hono {
  const app = new Hono();
  const base = '/:store{store-[a-z0-9]+}/manage/products';
  const list = (viewer: Viewer) => `${panelBase(viewer.store)}/manage/products`;
  const withProduct = (act: (context: Context, target: { viewer: Viewer; product: Product }) => Promise<Response | Markup> | Response | Markup) =>
    signedIn((context, viewer) => {
      const product = viewer.store.products.get(Number(context.req.param('product')));
      return product ? act(context, { viewer, product }) : context.redirect(list(viewer));
    });

  app.get(base, signedIn((context, viewer) => {
    const page = Math.max(Math.trunc(Number(context.req.query('page') ?? 1)) || 1, 1);
    return productsPage(viewer, { search: context.req.query('search') ?? '', page, origin: platform.publicUrl() });
  }));
  app.get(`${base}/:product`, withProduct((_context, { viewer, product }) => productPage(viewer, product, { origin: platform.publicUrl() })));
  app.post(`${base}/:product`, withProduct((context, target) => save(platform, context, target)));
  app.post(`${base}/:product/delete`, withProduct((context, { viewer, product }) => {
    deleteProduct(platform, viewer.store, product);
    return context.redirect(list(viewer), 303);
  }));
  return app;
}

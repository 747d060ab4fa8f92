import { Hono, type Context } from 'hono';
import { addImage, imageOrder, imageToAdd, orderImages, removeImage } from '../images/change-images.ts';
import { addVariant, variantToAdd } from '../products/add-variant.ts';
import { deleteProduct } from '../products/delete-product.ts';
import { editProduct, productChange } from '../products/edit-product.ts';
import { productAnswer } from '../products/product-answer.ts';
import { productBody } from '../products/product-body.ts';
import { rowById } from '../products/product-index.ts';
import type { ProductRow } from '../products/product-row.ts';
import { saveProduct } from '../products/save-product.ts';
import { components, setComponents } from '../products/set-components.ts';
import { setStock, stockChange } from '../products/set-stock.ts';
import type { Desk } from '../state/desk.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import { controlBody, deskOf, type ControlParts } from './control-desk.ts';

const PRODUCT = '/shops/:shopId/products/:id';

function atProduct(parts: ControlParts, context: Context): { desk: Desk; row: ProductRow } {
  const desk = deskOf(parts, context);
  const id = context.req.param('id') ?? '';
  const row = rowById(desk.shop, Number(id));
  if (!row) throw Refusal.notFound(`Product ${id}`);
  return { desk, row };
}

function imageControls(routes: Hono, parts: ControlParts): void {
  const images = `${PRODUCT}/images`;
  routes.post(images, async (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, addImage(desk, row, parseBody(imageToAdd, await controlBody(context)))), 201);
  });
  routes.put(images, async (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, orderImages(desk, row, parseBody(imageOrder, await controlBody(context)))));
  });
  routes.delete(`${images}/:imageId`, (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, removeImage(desk, row, context.req.param('imageId'))));
  });
}

/** Goods as people keep them in Hike. The control API and the till's page of products share these. */
export function productControls(parts: ControlParts): Hono {
  const routes = new Hono();
  routes.get(PRODUCT, (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, row));
  });
  routes.post('/shops/:shopId/products', async (context) => {
    const desk = deskOf(parts, context);
    return context.json(productAnswer(desk, saveProduct(desk, parseBody(productBody, await controlBody(context))).product), 201);
  });
  routes.patch(PRODUCT, async (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, editProduct(desk, row, parseBody(productChange, await controlBody(context)))));
  });
  routes.delete(PRODUCT, (context) => {
    const { desk, row } = atProduct(parts, context);
    deleteProduct(desk, row);
    return context.body(null, 204);
  });
  routes.post(`${PRODUCT}/stock`, async (context) => {
    const { desk, row } = atProduct(parts, context);
    setStock(desk, row, parseBody(stockChange, await controlBody(context)));
    return context.json(productAnswer(desk, row));
  });
  routes.post(`${PRODUCT}/variants`, async (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, addVariant(desk, row, parseBody(variantToAdd, await controlBody(context)))), 201);
  });
  routes.put(`${PRODUCT}/components`, async (context) => {
    const { desk, row } = atProduct(parts, context);
    return context.json(productAnswer(desk, setComponents(desk, row, parseBody(components, await controlBody(context)))));
  });
  imageControls(routes, parts);
  return routes;
}

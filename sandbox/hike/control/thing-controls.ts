import { Hono } from 'hono';
import { z } from 'zod';
import { customerBody } from '../customers/customer-body.ts';
import { saveCustomer } from '../customers/save-customer.ts';
import { deleteProduct } from '../products/delete-product.ts';
import { productAnswer } from '../products/product-answer.ts';
import { productBody } from '../products/product-body.ts';
import { saveOutlets } from '../products/save-outlets.ts';
import { saveProduct } from '../products/save-product.ts';
import type { Desk } from '../state/desk.ts';
import { amount } from '../wire/wire-types.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import { closeRegister } from './close-register.ts';
import { controlBody, deskOf, type ControlParts } from './control-desk.ts';

const registerChange = z.strictObject({ name: z.string().min(1).optional(), isActive: z.boolean().optional(), outletID: z.number().int().optional() });
const paymentTypeChange = z.strictObject({ payment_name: z.string().min(1).optional(), isActive: z.boolean().optional() });
const taxChange = z.strictObject({ name: z.string().min(1).optional(), rate: z.number().min(0).optional(), isActive: z.boolean().optional() });
const productChange = z.strictObject({
  name: z.string().min(1).optional(),
  description: z.string().optional(),
  isActive: z.boolean().optional(),
  /** At every outlet; with or without tax, as the shop's rule has it. */
  price: amount.optional(),
  /** Sets what is on hand, at `outletId` or else the first outlet. */
  onHand: amount.optional(),
  outletId: z.number().int().optional(),
});

function byId<T extends { id: number }>(things: T[], id: string, what: string): T {
  const found = things.find((thing) => String(thing.id) === id);
  if (!found) throw Refusal.notFound(`${what} ${id}`);
  return found;
}

function changeProduct(desk: Desk, id: string, { price, onHand, outletId, ...values }: z.output<typeof productChange>) {
  const { shop } = desk;
  const product = byId(shop.products, id, 'Product');
  const parentName = product.name;
  Object.assign(product, values, { last_modified: desk.now().toISOString() });
  for (const child of shop.products.filter((row) => row.parentId === product.id)) child.name = child.name.replace(`${parentName} / `, `${product.name} / `);
  const place = outletId ?? shop.outlets[0]?.id;
  const rows = shop.outlets.map((outlet) => ({
    outlet_id: outlet.id,
    ...(price === undefined ? {} : shop.taxInclusive ? { price_inc_tax: price } : { price_ex_tax: price }),
    ...(onHand !== undefined && outlet.id === place ? { on_hand_inventory: onHand } : {}),
  }));
  product.product_outlets = saveOutlets(shop, rows, product.product_outlets);
  return productAnswer(shop, product);
}

/** Registers, payment types, taxes, goods and customers, as the merchant changes them in Hike. */
export function thingControls(parts: ControlParts): Hono {
  const routes = new Hono();
  routes.patch('/shops/:shopId/registers/:id', async (context) => {
    const register = byId(deskOf(parts, context).shop.registers, context.req.param('id'), 'Register');
    return context.json(Object.assign(register, parseBody(registerChange, await controlBody(context))));
  });
  routes.post('/shops/:shopId/registers/:id/close', (context) => {
    const desk = deskOf(parts, context);
    return context.json(closeRegister(desk, byId(desk.shop.registers, context.req.param('id'), 'Register')));
  });
  routes.patch('/shops/:shopId/payment-types/:id', async (context) => {
    const type = byId(deskOf(parts, context).shop.paymentTypes, context.req.param('id'), 'Payment type');
    return context.json(Object.assign(type, parseBody(paymentTypeChange, await controlBody(context))));
  });
  routes.patch('/shops/:shopId/taxes/:id', async (context) => {
    const tax = byId(deskOf(parts, context).shop.taxes, context.req.param('id'), 'Tax');
    return context.json(Object.assign(tax, parseBody(taxChange, await controlBody(context))));
  });
  routes.post('/shops/:shopId/products', async (context) => {
    const desk = deskOf(parts, context);
    return context.json(productAnswer(desk.shop, saveProduct(desk, parseBody(productBody, await controlBody(context))).product), 201);
  });
  routes.patch('/shops/:shopId/products/:id', async (context) =>
    context.json(changeProduct(deskOf(parts, context), context.req.param('id'), parseBody(productChange, await controlBody(context)))),
  );
  routes.delete('/shops/:shopId/products/:id', (context) => {
    const desk = deskOf(parts, context);
    deleteProduct(desk, byId(desk.shop.products, context.req.param('id'), 'Product'));
    return context.body(null, 204);
  });
  routes.post('/shops/:shopId/customers', async (context) =>
    context.json(saveCustomer(deskOf(parts, context), parseBody(customerBody, await controlBody(context))).customer, 201),
  );
  return routes;
}

import { Hono } from 'hono';
import { z } from 'zod';
import { customerBody } from '../customers/customer-body.ts';
import { customerChange, deleteCustomer, editCustomer } from '../customers/edit-customer.ts';
import { saveCustomer } from '../customers/save-customer.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import { closeRegister } from './close-register.ts';
import { controlBody, deskOf, type ControlParts } from './control-desk.ts';

const registerChange = z.strictObject({ name: z.string().min(1).optional(), isActive: z.boolean().optional(), outletID: z.number().int().optional() });
const paymentTypeChange = z.strictObject({ payment_name: z.string().min(1).optional(), isActive: z.boolean().optional() });
const taxChange = z.strictObject({ name: z.string().min(1).optional(), rate: z.number().min(0).optional(), isActive: z.boolean().optional() });

function byId<T extends { id: number }>(things: T[], id: string, what: string): T {
  const found = things.find((thing) => String(thing.id) === id);
  if (!found) throw Refusal.notFound(`${what} ${id}`);
  return found;
}

function customerControls(routes: Hono, parts: ControlParts): void {
  const path = '/shops/:shopId/customers/:id' as const;
  routes.post('/shops/:shopId/customers', async (context) =>
    context.json(saveCustomer(deskOf(parts, context), parseBody(customerBody, await controlBody(context))).customer, 201),
  );
  routes.patch(path, async (context) => {
    const desk = deskOf(parts, context);
    const customer = byId(desk.shop.customers, context.req.param('id'), 'Customer');
    return context.json(editCustomer(desk, customer, parseBody(customerChange, await controlBody(context))));
  });
  routes.delete(path, (context) => {
    const desk = deskOf(parts, context);
    deleteCustomer(desk, byId(desk.shop.customers, context.req.param('id'), 'Customer'));
    return context.body(null, 204);
  });
}

/** Registers, payment types, taxes and customers, as the merchant changes them in Hike. */
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
  customerControls(routes, parts);
  return routes;
}

import { Hono } from 'hono';
import { exchangeInput, payInput, refundInput, ringUpInput, voidInput } from '../counter/counter-input.ts';
import { exchangeGoods } from '../counter/exchange-goods.ts';
import { findSale } from '../counter/find-things.ts';
import { paySale } from '../counter/pay-sale.ts';
import { refundSale } from '../counter/refund-sale.ts';
import { ringUp } from '../counter/ring-up.ts';
import { voidSale } from '../counter/void-sale.ts';
import { parseBody } from '../wire/parse-body.ts';
import { controlBody, deskOf, type ControlParts } from './control-desk.ts';

/** What people do at the till. The control API and the till page share these. */
export function saleControls(parts: ControlParts): Hono {
  const routes = new Hono();
  routes.get('/shops/:shopId/sales', (context) => context.json(deskOf(parts, context).shop.sales));
  routes.get('/shops/:shopId/sales/:saleId', (context) => context.json(findSale(deskOf(parts, context).shop, context.req.param('saleId'))));

  routes.post('/shops/:shopId/sales', async (context) =>
    context.json(ringUp(deskOf(parts, context), parseBody(ringUpInput, await controlBody(context))), 201),
  );
  routes.post('/shops/:shopId/sales/:saleId/pay', async (context) => {
    const desk = deskOf(parts, context);
    return context.json(paySale(desk, findSale(desk.shop, context.req.param('saleId')), parseBody(payInput, await controlBody(context))));
  });
  routes.post('/shops/:shopId/sales/:saleId/void', async (context) => {
    const desk = deskOf(parts, context);
    const { note } = parseBody(voidInput, await controlBody(context));
    return context.json(voidSale(desk, findSale(desk.shop, context.req.param('saleId')), note));
  });
  routes.post('/shops/:shopId/sales/:saleId/refund', async (context) => {
    const desk = deskOf(parts, context);
    return context.json(refundSale(desk, findSale(desk.shop, context.req.param('saleId')), parseBody(refundInput, await controlBody(context))), 201);
  });
  routes.post('/shops/:shopId/sales/:saleId/exchange', async (context) => {
    const desk = deskOf(parts, context);
    return context.json(exchangeGoods(desk, findSale(desk.shop, context.req.param('saleId')), parseBody(exchangeInput, await controlBody(context))), 201);
  });
  return routes;
}

import { z } from 'zod';
import { OrderId } from '../../domain/ids';
import type { Order } from '../../domain/order';
import type { BigCommerceOrders } from '../../engine/ports/bigcommerce';
import type { Query } from '../http/http-call';
import type { BigCommerceApi } from './bigcommerce-api';
import { orderBody, orderChangeBody } from './order-body';
import { orderFromWire } from './order-from-wire';
import { orderLineWire, type OrderLineWire } from './order-line-wire';
import { orderChangeToWire, orderToWire } from './order-to-wire';
import { orderWire, type OrderWire } from './order-wire';
import { spansOfIds } from './spans-of-ids';
import { wholeSecond } from './whole-second';
import { listOf } from './wire-values';

const ORDERS = '/v2/orders';
const PAGE = 250;
const MOST_LINE_PAGES = 100;
const WITH_LINES = { include: 'consignments,consignments.line_items,fees', consignment_structure: 'object', limit: PAGE };

const orderList = listOf(orderWire);
const lineList = listOf(orderLineWire);
const created = z.object({ id: OrderId });

const allLinesOf = async (api: BigCommerceApi, id: number): Promise<OrderLineWire[]> => {
  const lines: OrderLineWire[] = [];
  for (let page = 1; page <= MOST_LINE_PAGES; page += 1) {
    const some = await api.get(`${ORDERS}/${id}/products`, { limit: PAGE, page }, lineList);
    lines.push(...some);
    if (some.length < PAGE) break;
  }
  return lines;
};

type ListOrders = (query: Query) => Promise<OrderWire[]>;

/** Reads on from the last id: should a page hold fewer orders than asked for, those behind it are not taken for gone. */
const listSpan = async (list: ListOrders, { min, max }: { min: number; max: number }): Promise<OrderWire[]> => {
  const orders: OrderWire[] = [];
  for (let next = min; next <= max; next = (orders.at(-1)?.id ?? max) + 1) {
    const some = await list({ min_id: next, max_id: max, sort: 'id:asc' });
    if (some.length === 0) break;
    orders.push(...some);
  }
  return orders;
};

export const createOrders = (api: BigCommerceApi, appId: string): BigCommerceOrders => {
  const list: ListOrders = (query) => api.get(ORDERS, { ...WITH_LINES, ...query }, orderList);

  const completed = async (wire: OrderWire): Promise<Order> => {
    const order = orderFromWire(wire);
    return order.linesComplete ? order : orderFromWire(wire, await allLinesOf(api, wire.id));
  };

  return {
    listModifiedSince: async (since, page) =>
      (await list({ min_date_modified: wholeSecond(since), sort: 'date_modified:asc', page })).map((order) => orderFromWire(order)),

    listByIds: async (ids) => {
      const wanted = new Set<number>(ids);
      const orders: Order[] = [];
      for (const span of spansOfIds(ids, PAGE)) {
        for (const order of await listSpan(list, span)) if (wanted.has(order.id)) orders.push(await completed(order));
      }
      return orders;
    },

    listBySale: async (saleId) => {
      const query = { external_order_id: String(saleId), sort: 'id:asc' };
      // Archived orders are asked for apart: whether the list holds them unasked is not documented.
      const found = [...(await list(query)), ...(await list({ ...query, is_deleted: true }))];
      const ours = found.filter((order) => order.external_order_id === String(saleId));
      return [...new Map(ours.map((order) => [order.id, orderFromWire(order)])).values()];
    },

    create: async (draft) => {
      const body = { schema: orderBody, value: orderToWire(draft, appId) };
      return (await api.send('POST', { path: ORDERS, body }, created)).id;
    },

    update: async (id, change) => {
      const body = { schema: orderChangeBody, value: orderChangeToWire(change) };
      await api.send('PUT', { path: `${ORDERS}/${id}`, body }, created);
    },
  };
};

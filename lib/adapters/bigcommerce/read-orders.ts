import type { Order } from '../../domain/order';
import type { BigCommerceOrders } from '../../engine/ports/bigcommerce';
import type { MeetOdd } from '../../engine/ports/odd-item';
import type { Query } from '../http/http-call';
import type { BigCommerceApi } from './bigcommerce-api';
import { createListOrders, type ListedOrder, listSpan, ORDERS, PAGE, refuseOdd } from './list-orders';
import { orderFromWire } from './order-from-wire';
import { orderLineWire, type OrderLineWire } from './order-line-wire';
import { spansOfIds } from './spans-of-ids';
import { wholeSecond } from './whole-second';
import { listOf } from './wire-values';

const MOST_LINE_PAGES = 100;

const lineList = listOf(orderLineWire);

const allLinesOf = async (api: BigCommerceApi, id: number): Promise<OrderLineWire[]> => {
  const lines: OrderLineWire[] = [];
  for (let page = 1; page <= MOST_LINE_PAGES; page += 1) {
    const some = await api.get(`${ORDERS}/${id}/products`, { limit: PAGE, page }, lineList);
    lines.push(...some);
    if (some.length < PAGE) break;
  }
  return lines;
};

const completed = async (api: BigCommerceApi, { wire, order }: ListedOrder): Promise<Order> => (order.linesComplete ? order : orderFromWire(wire, await allLinesOf(api, order.id)));

const createListByIds = (api: BigCommerceApi): BigCommerceOrders['listByIds'] => {
  const list = createListOrders(api);
  return async (ids, meetOdd = refuseOdd) => {
    const missing = new Set<number>(ids);
    const orders: Order[] = [];
    // Archived orders are asked for apart, and only where the list left something out: archiving is news like any other.
    for (const filter of [{}, { is_deleted: true }]) {
      for (const span of spansOfIds([...missing], PAGE)) {
        const found = await listSpan(list, { ...span, ...filter });
        found.odd.filter(({ id }) => missing.delete(Number(id))).forEach(meetOdd);
        for (const listed of found.orders) if (missing.delete(listed.order.id)) orders.push(await completed(api, listed));
      }
    }
    return orders;
  };
};

export const createReadOrders = (api: BigCommerceApi): Omit<BigCommerceOrders, 'create' | 'update'> => {
  const list = createListOrders(api);

  const listAll = async (query: Query, meetOdd: MeetOdd = refuseOdd): Promise<Order[]> => {
    const { orders, odd } = await list(query);
    odd.forEach(meetOdd);
    return orders.map(({ order }) => order);
  };

  return {
    listModifiedSince: (since, page, meetOdd) => listAll({ min_date_modified: wholeSecond(since), sort: 'date_modified:asc', page }, meetOdd),

    listArchivedSince: async (since, page, meetOdd) =>
      (await listAll({ min_date_modified: wholeSecond(since), sort: 'date_modified:asc', is_deleted: true, page }, meetOdd)).filter(({ isArchived }) => isArchived),

    listByIds: createListByIds(api),

    listBySale: async (saleId) => {
      const query = { external_order_id: String(saleId), sort: 'id:asc' };
      // Archived orders are asked for apart: whether the list holds them unasked is not documented.
      const found = [...(await listAll(query)), ...(await listAll({ ...query, is_deleted: true }))];
      const ours = found.filter(({ externalOrderId }) => externalOrderId === String(saleId));
      return [...new Map(ours.map((order) => [order.id, order])).values()];
    },
  };
};

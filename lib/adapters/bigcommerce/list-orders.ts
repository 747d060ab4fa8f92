import { z } from 'zod';
import type { Order } from '../../domain/order';
import { BrokenContract } from '../../engine/ports/failures';
import type { OddItem } from '../../engine/ports/odd-item';
import type { Query } from '../http/http-call';
import { readEach } from '../http/read-each';
import type { BigCommerceApi } from './bigcommerce-api';
import { orderFromWire } from './order-from-wire';
import { orderWire, type OrderWire } from './order-wire';
import { listOf } from './wire-values';

export const ORDERS = '/v2/orders';
export const PAGE = 250;
const WITH_LINES = { include: 'consignments,consignments.line_items,fees', consignment_structure: 'object', limit: PAGE };

/** As it came, and as the rules read it. */
export interface ListedOrder {
  wire: OrderWire;
  order: Order;
}

interface OrdersPage {
  orders: ListedOrder[];
  odd: OddItem[];
}

type ListOrders = (query: Query) => Promise<OrdersPage>;

const listed = (wire: OrderWire): ListedOrder => ({ wire, order: orderFromWire(wire) });

const anyList = listOf(z.unknown());

export const createListOrders =
  (api: BigCommerceApi): ListOrders =>
  async (query) => {
    const { items: orders, odd } = readEach(await api.get(ORDERS, { ...WITH_LINES, ...query }, anyList), (item) => listed(orderWire.parse(item)));
    return { orders, odd };
  };

/** For a list that must not leave anything out. */
export const refuseOdd = ({ id, why }: OddItem): never => {
  throw new BrokenContract('bigcommerce', `bigcommerce, GET ${ORDERS}: order ${id ?? 'without an id'}: ${why}`);
};

/** Reads on from the last id: should a page hold fewer orders than asked for, those behind it are not taken for gone. */
export const listSpan = async (list: ListOrders, { min, max, ...filter }: { min: number; max: number; is_deleted?: boolean }): Promise<OrdersPage> => {
  const span: OrdersPage = { orders: [], odd: [] };
  for (let next = min; next <= max; ) {
    const { orders, odd } = await list({ ...filter, min_id: next, max_id: max, sort: 'id:asc' });
    if (orders.length + odd.length === 0) break;
    // Which one it is, and what stands behind it, nobody could say.
    odd.filter(({ id }) => id === null).forEach(refuseOdd);
    const last = Math.max(...orders.map(({ order }) => order.id), ...odd.map(({ id }) => Number(id)));
    // Asked again it would answer the same for ever; and to stop would take orders behind it for gone.
    if (!(last >= next)) throw new BrokenContract('bigcommerce', `bigcommerce, GET ${ORDERS}: asked for ids from ${next}, it ends with ${last}`);
    span.orders.push(...orders);
    span.odd.push(...odd);
    next = last + 1;
  }
  return span;
};

import { z } from 'zod';
import { OrderId, SaleId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Currency } from '../../../domain/money';
import { OrderStatusId } from '../../../domain/order';
import { Problem } from '../../../domain/problems';
import { SEEN_ORDER_STATES, type SeenOrder, type SeenOrderFilter, type SeenOrders } from '../../../engine/ports/tables';
import { Prisma, type SeenOrder as SeenOrderRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { escapePattern } from '../escape-pattern';
import { nullableJson } from '../nullable-json';

const State = z.enum(SEEN_ORDER_STATES);

export const postgresSeenOrders = (connection: Connection): SeenOrders => ({
  async findMany(storeHash, ids) {
    const rows = await connection.seenOrder.findMany({ where: { storeHash, orderId: { in: ids.map(BigInt) } } });
    return rows.map(readOrder);
  },
  async save(storeHash, order) {
    const columns = { storeHash, ...columnsOf(order) };
    const where = { storeHash_orderId: { storeHash, orderId: columns.orderId } };
    await connection.seenOrder.upsert({ where, create: columns, update: columns });
  },
  async list(storeHash, filter) {
    const ids = await listIds(connection, storeHash, filter);
    const rows = await connection.seenOrder.findMany({ where: { storeHash, orderId: { in: ids } }, orderBy: NEWEST_FIRST });
    return rows.map(readOrder);
  },
  async countByState(storeHash) {
    const groups = await connection.seenOrder.groupBy({ by: ['state'], where: { storeHash }, _count: true });
    const countOf = (state: string) => groups.find((group) => group.state === state)?._count ?? 0;
    return Object.fromEntries(SEEN_ORDER_STATES.map((state) => [state, countOf(state)])) as Record<SeenOrder['state'], number>;
  },
  async listPaymentMethods(storeHash) {
    const groups = await connection.seenOrder.groupBy({
      by: ['paymentMethod'],
      where: { storeHash, paymentMethod: { not: '' } },
      _count: { orderId: true },
      orderBy: [{ _count: { orderId: 'desc' } }, { paymentMethod: 'asc' }],
    });
    return groups.map((group) => ({ method: group.paymentMethod, orders: group._count.orderId }));
  },
});

const NEWEST_FIRST: Prisma.SeenOrderOrderByWithRelationInput[] = [{ createdAt: 'desc' }, { orderId: 'desc' }];

/** In SQL, because Prisma cannot look for a part of a number. */
const listIds = async (connection: Connection, storeHash: string, filter: SeenOrderFilter): Promise<bigint[]> => {
  const conditions = [Prisma.sql`store_hash = ${storeHash}`];
  if (filter.states.length > 0) conditions.push(Prisma.sql`state IN (${Prisma.join([...filter.states])})`);
  if (filter.search !== '') {
    const pattern = `%${escapePattern(filter.search)}%`;
    conditions.push(Prisma.sql`(order_id::text LIKE ${pattern} OR customer_name ILIKE ${pattern} OR email ILIKE ${pattern})`);
  }
  const rows = await connection.$queryRaw<{ order_id: bigint }[]>`
    SELECT order_id FROM seen_orders WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY created_at DESC, order_id DESC LIMIT ${filter.limit}::int OFFSET ${filter.offset}::int`;
  return rows.map((row) => row.order_id);
};

const columnsOf = (order: SeenOrder) => ({
  orderId: BigInt(order.id),
  statusId: order.statusId,
  createdAt: new Date(order.createdAt),
  modifiedAt: new Date(order.modifiedAt),
  totalIncTaxMinor: BigInt(order.total.incTax.minor),
  totalExTaxMinor: BigInt(order.total.exTax.minor),
  currency: order.total.incTax.currency,
  paymentMethod: order.paymentMethod,
  customerName: order.customerName,
  email: order.email,
  itemCount: order.itemCount,
  externalSource: order.externalSource,
  state: order.state,
  problem: nullableJson(order.problem),
  saleId: order.saleId === null ? null : BigInt(order.saleId),
  saleNumber: order.saleNumber,
});

const readOrder = (row: SeenOrderRow): SeenOrder => {
  const currency = Currency.parse(row.currency);
  return {
    id: OrderId.parse(Number(row.orderId)),
    statusId: OrderStatusId.parse(row.statusId),
    createdAt: instantFromDate(row.createdAt),
    modifiedAt: instantFromDate(row.modifiedAt),
    total: { incTax: { minor: Number(row.totalIncTaxMinor), currency }, exTax: { minor: Number(row.totalExTaxMinor), currency } },
    paymentMethod: row.paymentMethod,
    customerName: row.customerName,
    email: row.email,
    itemCount: row.itemCount,
    externalSource: row.externalSource,
    state: State.parse(row.state),
    problem: Problem.nullable().parse(row.problem),
    saleId: row.saleId === null ? null : SaleId.parse(Number(row.saleId)),
    saleNumber: row.saleNumber,
  };
};

import { z } from 'zod';
import { OrderId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Sale } from '../../../domain/sale';
import { SEEN_SALE_STATES, UNSETTLED_SALE_STATES, type SeenSale, type SeenSales } from '../../../engine/ports/tables';
import type { SeenSale as SeenSaleRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

const State = z.enum(SEEN_SALE_STATES);

export const postgresSeenSales = (connection: Connection): SeenSales => ({
  async findMany(storeHash, ids) {
    const rows = await connection.seenSale.findMany({ where: { storeHash, saleId: { in: ids.map(BigInt) } } });
    return rows.map(readSale);
  },
  async save(storeHash, { sale, fingerprint, orderId, state }, at) {
    const columns = {
      storeHash,
      saleId: BigInt(sale.id),
      number: sale.number,
      status: sale.status,
      transactionDate: new Date(sale.transactionDate),
      originalSaleId: sale.originalSaleId === null ? null : BigInt(sale.originalSaleId),
      sale,
      fingerprint,
      orderId: orderId === null ? null : BigInt(orderId),
      state,
      seenAt: new Date(at),
    };
    await connection.seenSale.upsert({ where: { storeHash_saleId: { storeHash, saleId: columns.saleId } }, create: columns, update: columns });
  },
  async oldestOpen(storeHash, openStatuses) {
    const { _min } = await connection.seenSale.aggregate({ where: { storeHash, status: { in: [...openStatuses] } }, _min: { transactionDate: true } });
    return _min.transactionDate && instantFromDate(_min.transactionDate);
  },
  async newest(storeHash) {
    const { _max } = await connection.seenSale.aggregate({ where: { storeHash }, _max: { transactionDate: true } });
    return _max.transactionDate && instantFromDate(_max.transactionDate);
  },
  listUnsettled: async (storeHash) =>
    (await connection.seenSale.findMany({ where: { storeHash, state: { in: [...UNSETTLED_SALE_STATES] } }, orderBy: { saleId: 'asc' } })).map((row) => readSale(row).sale.id),
  async listByOriginal(storeHash, originalSaleId) {
    const rows = await connection.seenSale.findMany({ where: { storeHash, originalSaleId: BigInt(originalSaleId) }, orderBy: { saleId: 'asc' } });
    return rows.map((row) => readSale(row).sale);
  },
  async deleteAll(storeHash) {
    await connection.seenSale.deleteMany({ where: { storeHash } });
  },
});

const readSale = (row: SeenSaleRow): SeenSale => ({
  sale: Sale.parse(row.sale),
  fingerprint: row.fingerprint,
  orderId: row.orderId === null ? null : OrderId.parse(Number(row.orderId)),
  state: State.parse(row.state),
});

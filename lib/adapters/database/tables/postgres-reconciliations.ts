import { z } from 'zod';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Difference, Reconciliation } from '../../../domain/reconciliation';
import { DIFFERENCE_STATES, type Differences, type Reconciliations, type SeenDifference } from '../../../engine/ports/tables';
import type { Difference as DifferenceRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows, upsertRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

export const postgresReconciliations = (connection: Connection): Reconciliations => ({
  async save(storeHash, reconciliation) {
    const { number, startedAt } = reconciliation;
    const columns = { storeHash, number, startedAt: new Date(startedAt), result: reconciliation };
    await connection.reconciliation.upsert({ where: { storeHash_number: { storeHash, number } }, create: columns, update: columns });
  },
  async list(storeHash, limit) {
    const rows = await connection.reconciliation.findMany({ where: { storeHash }, orderBy: { number: 'desc' }, take: limit });
    return rows.map(({ result }) => Reconciliation.parse(result));
  },
  async deleteOlderThan(at) {
    await connection.reconciliation.deleteMany({ where: { startedAt: { lt: new Date(at) } } });
  },
  async deleteAll(storeHash) {
    await connection.reconciliation.deleteMany({ where: { storeHash } });
  },
});

const DIFFERENCES = {
  table: 'differences',
  key: ['key'],
  columns: { key: 'text', state: 'text', found_at: 'timestamptz', number: 'int', closed_at: 'timestamptz', difference: 'jsonb' },
} as const;

export const postgresDifferences = (connection: Connection): Differences => ({
  async findMany(storeHash, keys) {
    const rows = await connection.difference.findMany({ where: { storeHash, key: { in: [...keys] } }, orderBy: { key: 'asc' } });
    return rows.map(readDifference);
  },
  async saveMany(storeHash, seen) {
    for (const chunk of statementChunks(seen, ({ key }) => [key])) {
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${givenRows(DIFFERENCES.columns, chunk.map(columnsOf))})
        ${upsertRows(storeHash, DIFFERENCES, 'given')}`;
    }
  },
  async list(storeHash, { states, offset, limit }) {
    const rows = await connection.difference.findMany({
      where: { storeHash, state: { in: [...states] } },
      orderBy: [{ foundAt: 'desc' }, { key: 'asc' }],
      skip: offset,
      take: limit,
    });
    return rows.map(readDifference);
  },
  async count(storeHash, states) {
    return connection.difference.count({ where: { storeHash, state: { in: [...states] } } });
  },
  async deleteClosedBefore(at) {
    await connection.difference.deleteMany({ where: { closedAt: { lt: new Date(at) } } });
  },
  async deleteAll(storeHash) {
    await connection.difference.deleteMany({ where: { storeHash } });
  },
});

const columnsOf = ({ foundAt, closedAt, ...seen }: SeenDifference) => ({ ...seen, found_at: foundAt, closed_at: closedAt });

const State = z.enum(DIFFERENCE_STATES);

const readDifference = ({ key, state, foundAt, number, closedAt, difference }: DifferenceRow): SeenDifference => ({
  key,
  difference: Difference.parse(difference),
  state: State.parse(state),
  foundAt: instantFromDate(foundAt),
  number,
  closedAt: closedAt && instantFromDate(closedAt),
});

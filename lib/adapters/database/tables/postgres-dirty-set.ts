import { z } from 'zod';
import { Trigger } from '../../../domain/entry';
import { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { JOB_THINGS, type DirtyKind, type DirtyRow, type DirtySet } from '../../../engine/ports/tables';
import type { Dirty } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const JobThing = z.enum(JOB_THINGS);

export const postgresDirtySet = (connection: Connection): DirtySet => ({ ...marksIn(connection), ...endsIn(connection), ...readsFrom(connection) });

const MARK_COLUMNS = { thing: 'text', id: 'text', priority: 'int', not_before: 'timestamptz', trigger: 'text' };
const VERSION_COLUMNS = { thing: 'text', id: 'text', version: 'int' };

const keysOf = ({ thing, id }: Pick<DirtyRow, 'thing' | 'id'>): string[] => [`${thing} ${id}`];

const marksIn = (connection: Connection): Pick<DirtySet, 'mark' | 'markMany'> => {
  const markMany: DirtySet['markMany'] = async (storeHash, marks) => {
    for (const chunk of statementChunks(marks, keysOf)) {
      const given = givenRows(MARK_COLUMNS, chunk.map(({ notBefore, ...mark }) => ({ ...mark, not_before: notBefore })));
      await connection.$executeRaw`
        INSERT INTO dirty AS known (store_hash, thing, id, version, priority, not_before, attempts, trigger, marked_at)
        SELECT ${storeHash}, thing, id, 1, priority, not_before, 0, trigger, clock_timestamp() FROM ${given}
        ON CONFLICT (store_hash, thing, id) DO UPDATE SET
          version = known.version + 1,
          priority = LEAST(known.priority, EXCLUDED.priority),
          not_before = LEAST(known.not_before, EXCLUDED.not_before),
          trigger = CASE WHEN EXCLUDED.priority <= known.priority THEN EXCLUDED.trigger ELSE known.trigger END,
          attempts = 0`;
    }
  };
  return { mark: (storeHash, mark) => markMany(storeHash, [mark]), markMany };
};

const endsIn = (connection: Connection): Pick<DirtySet, 'settle' | 'settleMany' | 'postpone' | 'rest' | 'deleteThing' | 'deleteAll'> => ({
  async settle(storeHash, { thing, id, version }) {
    await connection.dirty.deleteMany({ where: { storeHash, thing, id, version } });
  },
  async settleMany(storeHash, rows) {
    for (const chunk of statementChunks(rows, keysOf)) {
      const given = givenRows(VERSION_COLUMNS, chunk.map(({ thing, id, version }) => ({ thing, id, version })));
      await connection.$executeRaw`
        DELETE FROM dirty AS known USING ${given}
        WHERE known.store_hash = ${storeHash} AND known.thing = given.thing AND known.id = given.id AND known.version = given.version`;
    }
  },
  async postpone(storeHash, { thing, id, version }, notBefore) {
    await connection.dirty.updateMany({ where: { storeHash, thing, id, version }, data: { notBefore: new Date(notBefore), attempts: { increment: 1 } } });
  },
  async rest(storeHash, { thing, id, version }, notBefore) {
    await connection.dirty.updateMany({ where: { storeHash, thing, id, version }, data: { notBefore: new Date(notBefore) } });
  },
  async deleteThing(storeHash, thing) {
    await connection.dirty.deleteMany({ where: { storeHash, thing } });
  },
  async deleteAll(storeHash) {
    await connection.dirty.deleteMany({ where: { storeHash } });
  },
});

const readsFrom = (connection: Connection): Omit<DirtySet, keyof ReturnType<typeof marksIn> | keyof ReturnType<typeof endsIn>> => ({
  async find(storeHash, thing, id) {
    const row = await connection.dirty.findUnique({ where: { storeHash_thing_id: { storeHash, thing, id } } });
    return row && readRow(row);
  },
  async listDue(storeHash, now, limit) {
    const rows = await connection.dirty.findMany({
      where: { storeHash, notBefore: { lte: new Date(now) } },
      orderBy: [{ priority: 'asc' }, { notBefore: 'asc' }, { markedAt: 'asc' }, { thing: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(readRow);
  },
  listDueKinds: (storeHash, now) => listDueKinds(connection, storeHash, now),
  async listDueOf(storeHash, { thing, priority }, { now, limit }) {
    const rows = await connection.dirty.findMany({
      where: { storeHash, thing, priority, notBefore: { lte: new Date(now) } },
      orderBy: [{ notBefore: 'asc' }, { markedAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(readRow);
  },
  async listStoresDue(now) {
    const rows = await connection.$queryRaw<{ store_hash: string }[]>`
      SELECT store_hash FROM dirty
      WHERE not_before <= ${now}::timestamptz AND NOT EXISTS (
        SELECT 1 FROM leases
        WHERE leases.store_hash = dirty.store_hash AND leases.expires_at > ${now}::timestamptz
      )
      GROUP BY store_hash ORDER BY min(priority), min(not_before)`;
    return rows.map((row) => StoreHash.parse(row.store_hash));
  },
  async nextDue(storeHash) {
    const { _min } = await connection.dirty.aggregate({ where: { storeHash }, _min: { notBefore: true } });
    return _min.notBefore && instantFromDate(_min.notBefore);
  },
  async count(storeHash, thing) {
    return connection.dirty.count({ where: { storeHash, thing } });
  },
});

/** From one kind to the next by the index: a store may have tens of thousands of rows, but never many kinds. */
const listDueKinds = async (connection: Connection, storeHash: StoreHash, now: Instant): Promise<DirtyKind[]> => {
  const kinds = await connection.$queryRaw<{ thing: string; priority: number }[]>`
    WITH RECURSIVE kinds AS (
      (SELECT thing, priority FROM dirty WHERE store_hash = ${storeHash} ORDER BY thing, priority LIMIT 1)
      UNION ALL
      SELECT next.* FROM kinds CROSS JOIN LATERAL (
        SELECT thing, priority FROM dirty
        WHERE store_hash = ${storeHash} AND (thing, priority) > (kinds.thing, kinds.priority) ORDER BY thing, priority LIMIT 1
      ) AS next
    )
    SELECT thing, priority FROM kinds CROSS JOIN LATERAL (
      SELECT not_before, marked_at FROM dirty
      WHERE store_hash = ${storeHash} AND thing = kinds.thing AND priority = kinds.priority AND not_before <= ${now}::timestamptz
      ORDER BY not_before, marked_at LIMIT 1
    ) AS head
    ORDER BY priority, not_before, marked_at, thing`;
  return kinds.map(({ thing, priority }) => ({ thing: JobThing.parse(thing), priority }));
};

const readRow = (row: Dirty): DirtyRow => ({
  thing: JobThing.parse(row.thing),
  id: row.id,
  version: row.version,
  priority: row.priority,
  notBefore: instantFromDate(row.notBefore),
  attempts: row.attempts,
  trigger: Trigger.parse(row.trigger),
});

import { z } from 'zod';
import { Trigger } from '../../../domain/entry';
import { StoreHash } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { JOB_THINGS, type DirtyRow, type DirtySet } from '../../../engine/ports/tables';
import type { Dirty } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

const JobThing = z.enum(JOB_THINGS);

export const postgresDirtySet = (connection: Connection): DirtySet => ({ ...writesTo(connection), ...readsFrom(connection) });

const writesTo = (connection: Connection): Pick<DirtySet, 'mark' | 'settle' | 'postpone' | 'deleteAll'> => ({
  async mark(storeHash, { thing, id, priority, notBefore, trigger }) {
    await connection.$executeRaw`
      INSERT INTO dirty AS known (store_hash, thing, id, version, priority, not_before, attempts, trigger, marked_at)
      VALUES (${storeHash}, ${thing}, ${id}, 1, ${priority}::int, ${notBefore}::timestamptz, 0, ${trigger}, clock_timestamp())
      ON CONFLICT (store_hash, thing, id) DO UPDATE SET
        version = known.version + 1,
        priority = LEAST(known.priority, EXCLUDED.priority),
        not_before = LEAST(known.not_before, EXCLUDED.not_before),
        trigger = CASE WHEN EXCLUDED.priority <= known.priority THEN EXCLUDED.trigger ELSE known.trigger END,
        attempts = 0`;
  },
  async settle(storeHash, { thing, id, version }) {
    await connection.dirty.deleteMany({ where: { storeHash, thing, id, version } });
  },
  async postpone(storeHash, { thing, id, version }, notBefore) {
    await connection.dirty.updateMany({ where: { storeHash, thing, id, version }, data: { notBefore: new Date(notBefore), attempts: { increment: 1 } } });
  },
  async deleteAll(storeHash) {
    await connection.dirty.deleteMany({ where: { storeHash } });
  },
});

const readsFrom = (connection: Connection): Omit<DirtySet, keyof ReturnType<typeof writesTo>> => ({
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
  async listStoresDue(now) {
    const rows = await connection.$queryRaw<{ store_hash: string }[]>`
      SELECT store_hash FROM dirty
      WHERE not_before <= ${now}::timestamptz AND NOT EXISTS (
        SELECT 1 FROM leases
        WHERE leases.store_hash = dirty.store_hash AND leases.owner IS NOT NULL AND leases.expires_at > ${now}::timestamptz
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

const readRow = (row: Dirty): DirtyRow => ({
  thing: JobThing.parse(row.thing),
  id: row.id,
  version: row.version,
  priority: row.priority,
  notBefore: instantFromDate(row.notBefore),
  attempts: row.attempts,
  trigger: Trigger.parse(row.trigger),
});

import type { Instant } from '../../../domain/instant';
import { instantFromMillis, millisOfInstant } from '../../../domain/instant-arithmetic';
import type { ApiCalls } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

const MINUTE_MS = 60_000;
const minuteOf = (at: Instant): Instant => instantFromMillis(Math.floor(millisOfInstant(at) / MINUTE_MS) * MINUTE_MS);

export const postgresApiCalls = (connection: Connection): ApiCalls => ({
  async add(storeHash, at) {
    await connection.$executeRaw`
      INSERT INTO api_calls AS known (store_hash, minute, calls) VALUES (${storeHash}, ${minuteOf(at)}::timestamptz, 1)
      ON CONFLICT (store_hash, minute) DO UPDATE SET calls = known.calls + 1`;
  },
  async countSince(storeHash, since) {
    const { _sum } = await connection.apiCalls.aggregate({ where: { storeHash, minute: { gte: new Date(minuteOf(since)) } }, _sum: { calls: true } });
    return _sum.calls ?? 0;
  },
  async deleteOlderThan(at) {
    await connection.apiCalls.deleteMany({ where: { minute: { lt: new Date(at) } } });
  },
});

import { instantPlus } from '../../../domain/instant-arithmetic';
import { LeaseLost } from '../../../engine/ports/failures';
import type { Leases } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

interface TokenRow {
  token: bigint;
}

export const postgresLeases = (connection: Connection): Leases => ({
  async acquire(storeHash, owner, { now, ttlMs }) {
    // One statement decides: of two who come at the same moment, the second waits for the first's row and then sees it taken.
    const [row] = await connection.$queryRaw<TokenRow[]>`
      INSERT INTO leases AS known (store_hash, owner, token, expires_at)
      VALUES (${storeHash}, ${owner}, 1, ${instantPlus(now, ttlMs)}::timestamptz)
      ON CONFLICT (store_hash) DO UPDATE SET owner = EXCLUDED.owner, token = known.token + 1, expires_at = EXCLUDED.expires_at
      WHERE known.owner IS NULL OR known.expires_at <= ${now}::timestamptz
      RETURNING token`;
    return row?.token ?? null;
  },
  async renew(storeHash, token, { now, ttlMs }) {
    const data = { expiresAt: new Date(instantPlus(now, ttlMs)) };
    const { count } = await connection.lease.updateMany({ where: { storeHash, token, owner: { not: null } }, data });
    return count === 1;
  },
  async release(storeHash, token, restUntil = null) {
    await connection.lease.updateMany({ where: { storeHash, token }, data: { owner: null, expiresAt: new Date(restUntil ?? 0) } });
  },
  async revoke(storeHash) {
    await connection.lease.updateMany({ where: { storeHash }, data: { owner: null, token: { increment: 1 }, expiresAt: new Date(0) } });
  },
  async assertHeld(storeHash, token) {
    // The share lock makes whoever wants to take the lease wait until this transaction has ended.
    const rows = await connection.$queryRaw<TokenRow[]>`
      SELECT token FROM leases WHERE store_hash = ${storeHash} AND token = ${token}::bigint AND owner IS NOT NULL FOR SHARE`;
    if (rows.length === 0) throw new LeaseLost(`another process took over store ${storeHash}`);
  },
});

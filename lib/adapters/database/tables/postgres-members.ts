import { UserId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import type { Members } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

export const postgresMembers = (connection: Connection): Members => ({
  async find(storeHash, userId) {
    const row = await connection.membership.findUnique({ where: { storeHash_userId: { storeHash, userId: BigInt(userId) } }, include: { user: true } });
    return (
      row && {
        storeHash,
        user: { id: UserId.parse(Number(row.userId)), email: row.user.email, locale: row.user.locale },
        isOwner: row.isOwner,
        sessionsSince: instantFromDate(row.sessionsSince),
      }
    );
  },
  async save({ storeHash, user, isOwner, sessionsSince }) {
    // One statement: between two, the person could be removed from their last other store.
    await connection.$executeRaw`
      WITH person AS (
        INSERT INTO users (id, email, locale) VALUES (${user.id}::bigint, ${user.email}, ${user.locale})
        ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email, locale = EXCLUDED.locale
        RETURNING id
      )
      INSERT INTO memberships (store_hash, user_id, is_owner, sessions_since)
      SELECT ${storeHash}, id, ${isOwner}::boolean, ${sessionsSince}::timestamptz FROM person
      ON CONFLICT (store_hash, user_id) DO UPDATE SET is_owner = EXCLUDED.is_owner`;
  },
  async endSessions(storeHash, userId, at) {
    await connection.membership.updateMany({ where: { storeHash, userId: BigInt(userId) }, data: { sessionsSince: new Date(at) } });
  },
  async delete(storeHash, userId) {
    await connection.$executeRaw`
      WITH gone AS (
        DELETE FROM memberships WHERE store_hash = ${storeHash} AND user_id = ${userId}::bigint RETURNING user_id
      )
      DELETE FROM users USING gone
      WHERE users.id = gone.user_id
        AND NOT EXISTS (SELECT 1 FROM memberships other WHERE other.user_id = gone.user_id AND other.store_hash <> ${storeHash})`;
  },
});

import { createHash } from 'node:crypto';
import type { OneTimeCodes } from '../../../engine/ports/tables';
import type { Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

interface RedeemedRow {
  value: unknown;
  is_valid: boolean;
}

export const postgresOneTimeCodes = (connection: Connection): OneTimeCodes => ({
  async create(code, purpose, { value, expiresAt }) {
    const data = { purpose, digest: digestOf(code), value: value as Prisma.InputJsonValue, expiresAt: new Date(expiresAt) };
    const { count } = await connection.oneTimeCode.createMany({ data, skipDuplicates: true });
    return count === 1;
  },
  async redeem(code, purpose, now) {
    // Deleting is what hands out the value, so of two who come at the same moment one gets nothing.
    const [row] = await connection.$queryRaw<RedeemedRow[]>`
      DELETE FROM one_time_codes WHERE purpose = ${purpose} AND digest = ${digestOf(code)}
      RETURNING value, expires_at > ${now}::timestamptz AS is_valid`;
    return row?.is_valid ? row.value : null;
  },
  async deleteExpired(now) {
    await connection.oneTimeCode.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
  },
});

const digestOf = (code: string): string => createHash('sha256').update(code).digest('hex');

import type { Cursors } from '../../../engine/ports/tables';
import { Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

export const postgresCursors = (connection: Connection): Cursors => ({
  async find(storeHash, name) {
    const row = await connection.cursor.findUnique({ where: { storeHash_name: { storeHash, name } } });
    return row?.value ?? null;
  },
  async save(storeHash, name, value) {
    const json = (value ?? Prisma.JsonNull) as Prisma.InputJsonValue;
    await connection.cursor.upsert({ where: { storeHash_name: { storeHash, name } }, create: { storeHash, name, value: json }, update: { value: json } });
  },
});

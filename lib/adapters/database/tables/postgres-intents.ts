import { z } from 'zod';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { INTENT_KINDS, INTENT_STATES, type Intents } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

const Kind = z.enum(INTENT_KINDS);
const State = z.enum(INTENT_STATES);

export const postgresIntents = (connection: Connection): Intents => ({
  async find(storeHash, kind, key) {
    const row = await connection.intent.findUnique({ where: { storeHash_kind_key: { storeHash, kind, key } } });
    return (
      row && {
        kind: Kind.parse(row.kind),
        key: row.key,
        state: State.parse(row.state),
        reference: row.reference,
        remoteId: row.remoteId,
        looks: row.looks,
        updatedAt: instantFromDate(row.updatedAt),
      }
    );
  },
  async listUnanswered(storeHash, kind) {
    const rows = await connection.intent.findMany({ where: { storeHash, kind, state: { in: ['sending', 'unknown'] } }, select: { key: true } });
    return rows.map(({ key }) => key);
  },
  async save(storeHash, { kind, key, updatedAt, ...rest }) {
    const columns = { storeHash, kind, key, ...rest, updatedAt: new Date(updatedAt) };
    await connection.intent.upsert({ where: { storeHash_kind_key: { storeHash, kind, key } }, create: columns, update: columns });
  },
  async deleteAll(storeHash) {
    await connection.intent.deleteMany({ where: { storeHash } });
  },
});

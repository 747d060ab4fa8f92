import { z } from 'zod';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { INTENT_KINDS, INTENT_STATES, type Intent, type Intents } from '../../../engine/ports/tables';
import type { Intent as IntentRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows, upsertRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const Kind = z.enum(INTENT_KINDS);
const State = z.enum(INTENT_STATES);

const INTENTS = {
  table: 'intents',
  key: ['kind', 'key'],
  columns: { kind: 'text', key: 'text', state: 'text', reference: 'text', remote_id: 'text', looks: 'int', updated_at: 'timestamptz' },
} as const;

export const postgresIntents = (connection: Connection): Intents => {
  const findMany: Intents['findMany'] = async (storeHash, kind, keys) => {
    const rows = await connection.intent.findMany({ where: { storeHash, kind, key: { in: [...keys] } } });
    return rows.map(readIntent);
  };
  const saveMany: Intents['saveMany'] = async (storeHash, intents) => {
    for (const chunk of statementChunks(intents, ({ kind, key }) => [`${kind} ${key}`])) {
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${givenRows(INTENTS.columns, chunk.map(columnsOf))})
        ${upsertRows(storeHash, INTENTS, 'given')}`;
    }
  };
  return {
    find: async (storeHash, kind, key) => (await findMany(storeHash, kind, [key]))[0] ?? null,
    findMany,
    async listUnanswered(storeHash, kind) {
      const rows = await connection.intent.findMany({ where: { storeHash, kind, state: { in: ['sending', 'unknown'] } }, select: { key: true } });
      return rows.map(({ key }) => key);
    },
    save: (storeHash, intent) => saveMany(storeHash, [intent]),
    saveMany,
    async deleteAll(storeHash) {
      await connection.intent.deleteMany({ where: { storeHash } });
    },
  };
};

const columnsOf = ({ remoteId, updatedAt, ...rest }: Intent) => ({ ...rest, remote_id: remoteId, updated_at: updatedAt });

const readIntent = (row: IntentRow): Intent => ({
  kind: Kind.parse(row.kind),
  key: row.key,
  state: State.parse(row.state),
  reference: row.reference,
  remoteId: row.remoteId,
  looks: row.looks,
  updatedAt: instantFromDate(row.updatedAt),
});

import type { Inbox } from '../../../engine/ports/tables';
import type { Connection } from '../connection';
import { givenRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const COLUMNS = { webhook_id: 'text', scope: 'text', body: 'text', received_at: 'timestamptz' };

export const postgresInbox = (connection: Connection): Inbox => ({
  async createMany(storeHash, deliveries) {
    const fresh = new Set<string>();
    for (const chunk of statementChunks(deliveries, ({ webhookId }) => [webhookId])) {
      const given = givenRows(COLUMNS, chunk.map(({ webhookId, scope, body, receivedAt }) => ({ webhook_id: webhookId, scope, body, received_at: receivedAt })));
      const rows = await connection.$queryRaw<{ webhook_id: string }[]>`
        INSERT INTO inbox (store_hash, webhook_id, scope, body, received_at)
        SELECT ${storeHash}, webhook_id, scope, body, received_at FROM ${given}
        ON CONFLICT DO NOTHING RETURNING webhook_id`;
      for (const { webhook_id: webhookId } of rows) fresh.add(webhookId);
    }
    return [...fresh];
  },
  async deleteOlderThan(at) {
    await connection.inbox.deleteMany({ where: { receivedAt: { lt: new Date(at) } } });
  },
});

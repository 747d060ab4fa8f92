import type { Inbox } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

export const postgresInbox = (connection: Connection): Inbox => ({
  async create(storeHash, { webhookId, scope, body, receivedAt }) {
    const data = { storeHash, webhookId, scope, body, receivedAt: new Date(receivedAt) };
    const { count } = await connection.inbox.createMany({ data, skipDuplicates: true });
    return count === 1;
  },
  async deleteOlderThan(at) {
    await connection.inbox.deleteMany({ where: { receivedAt: { lt: new Date(at) } } });
  },
});

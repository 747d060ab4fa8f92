import { startTestServer } from '../../lib/adapters/database/testing/test-server.ts';

/** Not awaited: tests that need no database do not wait for one, and those that do wait in `createTestDatabase`. */
export default function setup(): () => Promise<void> {
  const server = startTestServer();
  server.catch((error: unknown) => console.error(error));
  return async () => (await server).stop();
}

import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  url: string;
  close(): void;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Serves an application; port 0 takes a free one. */
export async function listen(app: { fetch: Fetch }, at: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${at.host}:${port}`,
    close() {
      server.close();
      // Calls that a fault keeps hanging must not keep the process.
      server.closeAllConnections();
    },
  };
}

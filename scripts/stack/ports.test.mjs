import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePorts } from './ports.mjs';

it.each(['127.0.0.1', '::1'])('names a port that is taken on %s, and the option for another', async (host) => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address();
  const check = () => requireFreePorts([{ purpose: 'the app', port, option: '--app-port' }]);
  await expect(check()).rejects.toThrow(`port ${port} (the app)`);
  await expect(check()).rejects.toThrow(`--app-port ${port + 1000}`);
  server.close();
  await once(server, 'close');
  await expect(check()).resolves.toBeUndefined();
});

import { Hono } from 'hono';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { callbackUrl, grantToken } from './lifecycle.ts';

const exchange = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string(),
  context: z.string(),
  scope: z.string(),
  grant_type: z.literal('authorization_code'),
  redirect_uri: z.string(),
});

type Exchange = z.output<typeof exchange>;

/** Redeems a code. Every field must be what the callback carried; the redirect address must be the same byte for byte. */
function redeem(platform: Platform, input: Exchange) {
  const { app } = platform;
  if (input.client_id !== app.clientId || input.client_secret !== app.clientSecret) return { error: 'invalid_client' };
  if (input.redirect_uri !== callbackUrl(platform, 'auth')) return { error: 'redirect_uri_mismatch' };
  const store = platform.stores.get(/^stores\/([a-z0-9]+)$/.exec(input.context)?.[1] ?? '');
  const code = store?.codes.find((candidate) => candidate.code === input.code);
  if (!store || !code || code.used || code.expiresAt < Date.now()) return { error: 'invalid_grant' };
  // A code is spent by the first try, also by one that fails further down.
  code.used = true;
  if (code.scope !== input.scope) return { error: 'invalid_scope' };
  const user = store.users.find((candidate) => candidate.id === code.userId);
  const owner = store.users.find((candidate) => candidate.owner);
  if (!user || !owner) return { error: 'invalid_grant' };
  const install = grantToken(platform, store, { scope: code.scope, userId: user.id });
  const person = ({ id, username, email }: typeof user) => ({ id, username, email });
  return {
    access_token: install.token,
    scope: install.scope,
    user: person(user),
    owner: person(owner),
    context: `stores/${store.hash}`,
    account_uuid: store.accountUuid,
  };
}

/** The login host: the token exchange, and the pages that end an install from outside the control panel. */
export function tokenEndpoint(platform: Platform): Hono {
  const app = new Hono();
  app.post('/oauth2/token', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const parsed = exchange.safeParse(body);
    if (!parsed.success) return context.json({ error: 'invalid_request' }, 400);
    const answer = redeem(platform, parsed.data);
    if ('error' in answer) return context.json({ error: answer.error }, answer.error === 'invalid_client' ? 401 : 400);
    return context.json(answer);
  });
  for (const result of ['succeeded', 'failed']) {
    app.get(`/app/:clientId/install/${result}`, (context) => context.html(`<!doctype html><html lang="en"><title>Install ${result}</title><main><h1>Install ${result}</h1></main></html>`));
  }
  return app;
}

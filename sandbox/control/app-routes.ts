import { Hono } from 'hono';
import { z } from 'zod';
import { issueLoadJwt } from '../bigcommerce/app/issue-load-jwt.ts';
import { callbackUrl, grantToken, removeUser, startInstall, uninstall } from '../bigcommerce/app/lifecycle.ts';
import { nextId } from '../bigcommerce/model/store.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { controlBody } from './control-answer.ts';
import { storeIn, userIn } from './store-desk.ts';

const FLAWS = ['expired', 'not-yet-valid', 'wrong-audience', 'wrong-issuer', 'wrong-secret', 'alg-none', 'alg-hs512', 'no-subject', 'bad-subject'] as const;

const person = z.object({ userId: z.int().optional() });
const installInput = person.extend({ scope: z.string().optional() });
const loadInput = person.extend({ url: z.string().default('/'), channelId: z.int().nullable().default(null), flaw: z.enum(FLAWS).optional(), callback: z.enum(['load', 'uninstall', 'remove-user']).default('load') });
const uninstallInput = person.extend({ silent: z.boolean().default(false) });
const userInput = z.object({ email: z.email(), name: z.string().default('New Person'), locale: z.string().default('en-AU'), id: z.int().optional() });

function people(app: Hono, platform: Platform): void {
  app.post('/stores/:hash/users', async (context) => {
    const store = storeIn(context, platform);
    const input = await controlBody(context, userInput);
    const user = { id: input.id ?? nextId(store, 'user', 9_200_001), email: input.email, username: input.email, name: input.name, locale: input.locale, owner: false };
    store.users.push(user);
    return context.json(user, 201);
  });
  app.delete('/stores/:hash/users/:user', async (context) => {
    const store = storeIn(context, platform);
    return context.json(await removeUser(platform, store, userIn(store, Number(context.req.param('user')))));
  });
}

/** The app in a store: install, load, token, uninstall, users. */
export function appRoutes(platform: Platform): Hono {
  const app = new Hono();
  people(app, platform);
  app.post('/stores/:hash/install', async (context) => {
    const store = storeIn(context, platform);
    const { userId, scope } = await controlBody(context, installInput);
    return context.json({ url: startInstall(platform, store, { user: userIn(store, userId), scope }) }, 201);
  });
  app.post('/stores/:hash/load', async (context) => {
    const store = storeIn(context, platform);
    const { userId, callback, ...input } = await controlBody(context, loadInput);
    const jwt = await issueLoadJwt(platform.app, { store, user: userIn(store, userId), ...input });
    return context.json({ jwt, url: `${callbackUrl(platform, callback)}?${new URLSearchParams({ signed_payload_jwt: jwt }).toString()}` }, 201);
  });
  app.post('/stores/:hash/token', async (context) => {
    const store = storeIn(context, platform);
    const { scope } = await controlBody(context, z.object({ scope: z.string().optional() }));
    const install = grantToken(platform, store, { scope: scope ?? platform.app.scope, userId: userIn(store, undefined).id });
    return context.json({ accessToken: install.token, scope: install.scope, context: `stores/${store.hash}` }, 201);
  });
  app.post('/stores/:hash/revoke-token', (context) => {
    storeIn(context, platform).install = null;
    return context.body(null, 204);
  });
  app.post('/stores/:hash/uninstall', async (context) => {
    const store = storeIn(context, platform);
    const { userId, silent } = await controlBody(context, uninstallInput);
    return context.json(await uninstall(platform, store, { user: userIn(store, userId), silent }));
  });
  return app;
}

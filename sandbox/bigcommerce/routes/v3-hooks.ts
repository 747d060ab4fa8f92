import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { nextId, type Hook, type Store } from '../model/store.ts';
import { cutPage, pageMeta } from '../paging.ts';
import { note, type Platform } from '../platform.ts';
import { expireQuietHooks } from '../webhooks/expire-quiet-hooks.ts';
import { TOPICS } from '../webhooks/topics.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const PER_SCOPE = 10;

const hookPost = z.object({
  scope: z.string().min(1),
  destination: z.string().min(1),
  is_active: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).nullable().optional(),
});
const hookPut = hookPost.partial();

/** HTTPS on port 443 is the rule. This machine itself is let through, or nobody could try a webhook without a certificate. */
function assertDestination(destination: string): void {
  const url = URL.parse(destination);
  const local = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const secure = url?.protocol === 'https:' && (url.port === '' || url.port === '443');
  if (!local && !secure) throw new ApiRefusal(422, 'The destination must be an https address on port 443.', { destination: 'invalid' });
}

function assertFree(store: Store, hook: Pick<Hook, 'scope' | 'destination'>, ownId: number | undefined): void {
  if (!TOPICS.includes(hook.scope)) throw new ApiRefusal(422, 'The scope is not a known webhook topic.', { scope: `Unknown scope ${hook.scope}` });
  assertDestination(hook.destination);
  const sameScope = [...store.hooks.values()].filter((other) => other.scope === hook.scope && other.id !== ownId);
  if (sameScope.some((other) => other.destination === hook.destination)) {
    throw new ApiRefusal(422, 'A hook with this scope and destination already exists.', { destination: 'duplicate' });
  }
  if (sameScope.length >= PER_SCOPE) throw new ApiRefusal(422, `At most ${PER_SCOPE} hooks are allowed per scope.`, { scope: 'limit reached' });
}

function addHook(platform: Platform, store: Store, input: z.output<typeof hookPost>): Hook {
  const now = platform.core.clock.now().getTime();
  const seconds = Math.floor(now / 1000);
  const { scope, destination, is_active: active = true, headers = null } = input;
  const hook: Hook = { id: nextId(store, 'hook', 20_000_001), scope, destination, is_active: active, headers, created_at: seconds, updated_at: seconds, lastEventAt: now };
  store.hooks.set(hook.id, hook);
  note(platform, store, { kind: 'hook.created', id: hook.id, reference: hook.scope, data: hook });
  return hook;
}

function findHook(context: ApiContext): Hook {
  const hook = context.var.store.hooks.get(idParam(context, 'id'));
  if (!hook) throw notFound();
  return hook;
}

type View = (store: Store, hook: Hook) => object;

function admin(app: Hono<ApiEnv>, view: View): void {
  app.get('/hooks/admin', (context) => {
    const { store } = context.var;
    const page = cutPage([...store.hooks.values()], {});
    const hooks = page.items.map((hook) => ({ ...view(store, hook), status: hook.is_active ? 'active' : 'deactivated' }));
    return context.json({ data: { emails: store.hookEmails, hooks_list: hooks, blocked_domains: [] }, meta: pageMeta(page, {}) });
  });
  app.put('/hooks/admin', async (context) => {
    context.var.store.hookEmails = parseV3(z.object({ emails: z.array(z.email()) }), await jsonBody(context)).emails;
    return context.body(null, 204);
  });
}

export function v3Hooks(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const now = () => Math.floor(platform.core.clock.now().getTime() / 1000);
  const view = (store: Store, { lastEventAt: _last, ...hook }: Hook) => ({ ...hook, client_id: platform.app.clientId, store_hash: store.hash });
  app.use('/hooks/*', async (context, next) => {
    expireQuietHooks(platform, context.var.store);
    await next();
  });
  admin(app, view);

  app.get('/hooks', (context) => {
    const query = context.req.query();
    const matching = [...context.var.store.hooks.values()].filter(
      (hook) =>
        (query['scope'] === undefined || hook.scope === query['scope']) &&
        (query['destination'] === undefined || hook.destination === query['destination']) &&
        (query['is_active'] === undefined || hook.is_active === (query['is_active'] === 'true')),
    );
    const page = cutPage(matching, query);
    return context.json({ data: page.items.map((hook) => view(context.var.store, hook)), meta: pageMeta(page, query) });
  });
  app.post('/hooks', async (context) => {
    const { store } = context.var;
    const input = parseV3(hookPost, await jsonBody(context));
    assertFree(store, input, undefined);
    const hook = addHook(platform, store, input);
    return context.json({ data: view(store, hook), meta: {} }, 201);
  });
  app.get('/hooks/:id', (context) => context.json({ data: view(context.var.store, findHook(context)), meta: {} }));
  app.put('/hooks/:id', async (context) => {
    const hook = findHook(context);
    const input = parseV3(hookPut, await jsonBody(context));
    assertFree(context.var.store, { scope: input.scope ?? hook.scope, destination: input.destination ?? hook.destination }, hook.id);
    const awake = input.is_active === true ? { lastEventAt: now() * 1000 } : {};
    Object.assign(hook, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)), awake, { updated_at: now() });
    return context.json({ data: view(context.var.store, hook), meta: {} });
  });
  deleteHook(app, platform, view);
  return app;
}

function deleteHook(app: Hono<ApiEnv>, platform: Platform, view: View): void {
  app.delete('/hooks/:id', (context) => {
    const hook = findHook(context);
    context.var.store.hooks.delete(hook.id);
    note(platform, context.var.store, { kind: 'hook.deleted', id: hook.id, reference: hook.scope, data: {} });
    return context.json({ data: view(context.var.store, hook), meta: {} });
  });
}

import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z, ZodError } from 'zod';
import { ApiRefusal } from '../bigcommerce/api-refusal.ts';
import type { BigCommerce } from '../bigcommerce/create-bigcommerce.ts';
import type { RunningCore } from '../core/create-core.ts';
import type { Hike } from '../hike/create-hike.ts';
import { buildStore } from '../worlds/build-store.ts';
import { WORLD_NAMES, type WorldName } from '../worlds/world-names.ts';
import { appRoutes } from './app-routes.ts';
import { controlBody, ControlRefusal } from './control-answer.ts';
import { coreRoutes } from './core-routes.ts';
import { goodsRoutes } from './goods-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { storeRoutes } from './store-routes.ts';

export interface Sandbox {
  core: RunningCore;
  bigcommerce: BigCommerce;
  hike: Hike;
}

/** Hashes of real stores are short, lower-case and alphanumeric, and the app may count on it. */
const hash = z.string().regex(/^[a-z0-9]{3,20}$/, 'must be 3 to 20 lower-case letters and digits');
const worldInput = z.object({ name: z.enum(WORLD_NAMES), storeHash: hash.optional(), shopId: z.string().regex(/^[a-z0-9-]{1,40}$/).optional() });

const freshName = () => `s${randomBytes(5).toString('hex')}`;

export interface World {
  name: WorldName;
  storeHash: string;
  shopId: string;
}

/** Makes a store and a shop that know the same goods. */
export function buildWorld(sandbox: Sandbox, world: World): World {
  buildStore(sandbox.bigcommerce.platform, world.name, world.storeHash);
  sandbox.hike.createWorld(world.name, world.shopId);
  return world;
}

const asProblems = (errors: Record<string, string>) => Object.entries(errors).map(([field, message]) => ({ field, message }));

function refusalAnswer(error: Error): Response | undefined {
  if (error instanceof ControlRefusal) return Response.json({ message: error.message, errors: error.problems }, { status: error.status });
  if (error instanceof ApiRefusal) return Response.json({ message: error.message, errors: asProblems(error.errors) }, { status: error.status });
  if (error instanceof ZodError) return Response.json({ message: 'The body is not understood.', errors: error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })) }, { status: 422 });
  return undefined;
}

const batchInput = z.array(z.object({ method: z.enum(['POST', 'PATCH', 'DELETE']), path: z.string().startsWith('/'), body: z.unknown() }));

/** What many people did in one moment: whoever asks the platforms sees none of it or all. */
function batch(app: Hono): void {
  app.post('/batch', async (context) => {
    const done: { status: number; body: unknown }[] = [];
    for (const { method, path, body } of await controlBody(context, batchInput)) {
      const answer = await app.request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
      done.push({ status: answer.status, body: answer.status === 204 ? null : await answer.json() });
    }
    return context.json(done as never);
  });
}

/** The sandbox's own API: what tests and demos use to set the scene. See README.md. */
export function createControlApi(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { platform } = sandbox.bigcommerce;
  app.get('/', (context) => context.json({ sandbox: true, worlds: WORLD_NAMES, stores: [...platform.stores.keys()] }));
  app.post('/worlds', async (context) => {
    const input = await controlBody(context, worldInput);
    const storeHash = input.storeHash ?? freshName();
    const world = buildWorld(sandbox, { name: input.name, storeHash, shopId: input.shopId ?? storeHash });
    return context.json({ ...world, controlPanelUrl: `${platform.publicUrl()}/store-${storeHash}` }, 201);
  });
  app.route('/', coreRoutes(sandbox.core, sandbox.bigcommerce));
  app.route('/', orderRoutes(platform));
  app.route('/', appRoutes(platform));
  app.route('/', storeRoutes(platform));
  app.route('/', goodsRoutes(platform));
  app.route('/hike', sandbox.hike.control);
  batch(app);
  app.notFound((context) => context.json({ message: `There is no control ${context.req.method} ${context.req.path}. See sandbox/README.md.`, errors: [] }, 404));
  app.onError((error) => {
    const refused = refusalAnswer(error);
    if (refused) return refused;
    sandbox.core.log(`control: ${error.stack ?? error.message}`);
    return Response.json({ message: error.message, errors: [] }, { status: 500 });
  });
  return app;
}

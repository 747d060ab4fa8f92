import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Keepable, SandboxCore } from '../core/contract.ts';
import { withCore } from '../core/with-core.ts';
import { createTill } from '../till/create-till.ts';
import { limitAnswer } from './api/call-limits.ts';
import { createApi } from './api/create-api.ts';
import { createControl } from './control/create-control.ts';
import { imageRoutes } from './images/image-routes.ts';
import { bearerGrant } from './oauth/bearer-grant.ts';
import { createOAuth } from './oauth/create-oauth.ts';
import { Grants } from './oauth/grants.ts';
import type { HikeApp } from './oauth/hike-apps.ts';
import { HikeState } from './state/hike-state.ts';
import { Refusal, refusalAnswer } from './wire/refusal.ts';
import type { WorldName } from '../worlds/world-names.ts';
import { buildWorld } from './worlds/build-world.ts';

export interface HikeOptions {
  /** The applications registered with Hike: at least the connector under test. */
  apps: HikeApp[];
  /** Where its server is reached, for the addresses of images; asked when something is answered. */
  publicUrl?: () => string;
}

export interface Hike extends Keepable {
  /** The public API, OAuth, the images and the till page. Serve this. */
  app: Hono<{ Bindings: HttpBindings }>;
  /** Mount under `/hike` of the control API. */
  control: Hono;
  /** Builds a shop, in the place of the one with this id; whoever was connected to that one no longer is. */
  createWorld(name: WorldName, shopId: string): void;
  /** Forgets every shop and token. */
  clear(): void;
}

/** An imitation of Hike POS: its public API over HTTP, with state, limits and a till. */
export function createHike(core: SandboxCore, options: HikeOptions): Hike {
  const state = new HikeState(options.publicUrl);
  const grants = new Grants(core, state);
  const parts = { core, state, grants, apps: options.apps };
  const inner = new Hono();
  inner.route('/oauth', createOAuth(parts));
  inner.route('/api/v1', createApi(core, state));
  inner.route('/images', imageRoutes());
  inner.route('/till', createTill(parts));

  const app = withCore(inner, {
    side: 'hike',
    core,
    tenantOf: (request) => bearerGrant(core, state, request.headers.get('authorization'))?.shopId,
    answers: {
      failure: (status) => refusalAnswer(new Refusal(status, 'The sandbox was told to fail.')),
      throttled: (_request, withHeaders) => limitAnswer(withHeaders ? 'Minute' : undefined),
    },
    covers: (path) => path.startsWith('/api/') || path === '/oauth/token',
  });

  return {
    app,
    control: createControl(parts),
    createWorld(name, shopId) {
      grants.revoke(shopId);
      state.forgetCalls(shopId);
      buildWorld(parts, name, shopId);
    },
    snapshot: () => state.snapshot(),
    restore: (snapshot) => state.restore(snapshot),
    clear: () => state.clear(),
  };
}

import { createMiddleware } from 'hono/factory';
import type { Platform } from './platform.ts';
import { ApiRefusal, BatchRefusal } from './api-refusal.ts';
import { enterEndpoint } from './concurrency-limits.ts';
import { batchErrorResponse, errorResponse } from './error-body.ts';
import { countCall, quotaHeaders, throttled } from './rate-limit.ts';
import type { ApiEnv } from './routes/api-env.ts';
import { allows } from './scopes.ts';

/** Every API call passes here: is the token alive, is the scope granted, is there quota left. */
export function apiGate(platform: Platform) {
  return createMiddleware<ApiEnv>(async (context, next) => {
    const path = context.req.path;
    const store = platform.stores.get(context.req.param('hash') ?? '');
    const token = context.req.header('x-auth-token');
    if (!store || store.install === null || token !== store.install.token) {
      return errorResponse(path, { status: 401, title: 'Unauthorized', errors: {} });
    }
    const inner = path.slice(`/stores/${store.hash}`.length);
    const place = enterEndpoint(store, context.req.method, inner);
    if (!place) return throttled(path, undefined);
    const quota = countCall(store, platform.core.clock.now().getTime());
    if (quota.exceeded) {
      place.leave();
      return throttled(path, quota);
    }
    context.set('store', store);
    try {
      await platform.core.latency.wait();
      if (allows(store.install?.scope ?? '', context.req.method, inner)) await next();
      else context.res = errorResponse(path, { status: 403, title: 'You do not have a required scope to access the endpoint', errors: {} });
    } finally {
      place.leave();
    }
    for (const [name, value] of Object.entries(quotaHeaders(quota))) context.res.headers.set(name, value);
    return undefined;
  });
}

/** Words a refusal thrown by a route. Anything else is a mistake of the sandbox and says so. */
export function refusalResponse(platform: Platform, error: Error, path: string): Response {
  if (error instanceof BatchRefusal) return batchErrorResponse(path, error.status, error.items.map((item) => ({ status: item.status, title: item.message, errors: item.errors })));
  if (error instanceof ApiRefusal) return errorResponse(path, { status: error.status, title: error.message, errors: error.errors });
  platform.core.log(`bigcommerce: the sandbox failed on ${path}: ${error.stack ?? String(error)}`);
  return errorResponse(path, { status: 500, title: `The sandbox failed: ${error.message}`, errors: {} });
}

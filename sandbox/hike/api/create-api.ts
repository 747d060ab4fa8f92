import { Hono, type MiddlewareHandler } from 'hono';
import type { SandboxCore } from '../../core/contract.ts';
import { bearerGrant } from '../oauth/bearer-grant.ts';
import type { HikeState } from '../state/hike-state.ts';
import { Refusal, refusalAnswer } from '../wire/refusal.ts';
import type { ApiEnv } from './api-env.ts';
import { countCall, limitAnswer } from './call-limits.ts';
import { customerRoutes } from './customer-routes.ts';
import { productRoutes } from './product-routes.ts';
import { saleRoutes } from './sale-routes.ts';
import { shopRoutes } from './shop-routes.ts';

const PREFIX = '/api/v1';

/** Who calls, whether too often, and whether the shop's plan has this: in this order. */
function admit(core: SandboxCore, state: HikeState): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const grant = bearerGrant(core, state, context.req.header('authorization'));
    const shop = grant && state.findShop(grant.shopId);
    if (!grant || !shop) throw new Refusal(401, 'The access token is invalid or has expired.');
    const limited = countCall(state, grant, core.clock.now().getTime());
    if (limited) return limitAnswer(limited);
    const path = new URL(context.req.url).pathname.slice(PREFIX.length).toLowerCase();
    const hasApi = shop.plan === 'Plus' || shop.plan === 'Enterprise';
    if (!hasApi || shop.missingEndpoints.some((missing) => path.startsWith(missing.toLowerCase())))
      throw new Refusal(501, `This is not available on the shop's plan (${shop.plan}).`);
    context.set('desk', { core, state, shop, by: 'api', now: () => core.clock.now() });
    return next();
  };
}

export function createApi(core: SandboxCore, state: HikeState): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.use('*', admit(core, state));
  api.route('/products', productRoutes());
  api.route('/customers', customerRoutes());
  api.route('/sales', saleRoutes());
  api.route('/', shopRoutes());
  api.notFound(() => refusalAnswer(Refusal.notFound('This resource')));
  api.onError((error) => {
    if (error instanceof Refusal) return refusalAnswer(error);
    core.log(`hike: ${error.stack ?? error.message}`);
    return refusalAnswer(new Refusal(500, 'An internal error occurred during your request!'));
  });
  return api;
}

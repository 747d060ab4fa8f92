import { Hono } from 'hono';
import { z } from 'zod';
import type { HikeState } from '../state/hike-state.ts';
import { authorizePage, authorizeProblemPage } from './authorize-page.ts';
import type { Grants } from './grants.ts';
import type { HikeApp } from './hike-apps.ts';

interface OAuth {
  state: HikeState;
  grants: Grants;
  apps: HikeApp[];
}

const authorizeRequest = z.object({ client_id: z.string(), redirect_uri: z.url(), state: z.string().optional() });
type AuthorizeRequest = z.output<typeof authorizeRequest>;

const decisionForm = authorizeRequest.extend({ shop: z.string().optional(), decision: z.enum(['allow', 'deny']) });

/** The app that asks, or a sentence why nobody may be sent back to it. */
function askingApp(apps: HikeApp[], request: AuthorizeRequest): HikeApp | string {
  const app = apps.find((other) => other.clientId === request.client_id);
  if (!app) return 'There is no application with this client_id.';
  if (app.returnUris && !app.returnUris.includes(request.redirect_uri)) return 'The redirect_uri is not one of the application’s Return URIs.';
  return app;
}

function backTo(request: AuthorizeRequest, params: Record<string, string>): string {
  const url = new URL(request.redirect_uri);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return url.toString();
}

const tokenRequest = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('authorization_code'), client_id: z.string(), client_secret: z.string(), code: z.string(), redirect_uri: z.string() }),
  z.object({ grant_type: z.literal('refresh_token'), client_id: z.string(), client_secret: z.string(), refresh_token: z.string() }),
]);

function refusedToken(error: string, description: string, status = 400): Response {
  return Response.json({ error, error_description: description }, { status });
}

function answerToken({ grants, apps }: OAuth, form: unknown): Response {
  const parsed = tokenRequest.safeParse(form);
  if (!parsed.success) return refusedToken('invalid_request', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const request = parsed.data;
  const app = apps.find((other) => other.clientId === request.client_id && other.clientSecret === request.client_secret);
  if (!app) return refusedToken('invalid_client', 'The client_id or client_secret is wrong.', 401);
  const tokens =
    request.grant_type === 'authorization_code'
      ? grants.redeemCode(request.code, app.clientId, request.redirect_uri)
      : grants.refresh(request.refresh_token, app.clientId);
  if (!tokens) return refusedToken('invalid_grant', 'The code or refresh token is invalid, has expired or was used.');
  return Response.json(tokens, { headers: { 'Cache-Control': 'no-store' } });
}

export function createOAuth(oauth: OAuth): Hono {
  const routes = new Hono();

  routes.get('/authorize', (context) => {
    const parsed = authorizeRequest.safeParse(context.req.query());
    if (!parsed.success) return context.html(authorizeProblemPage('The request lacks a client_id or a valid redirect_uri.'), 400);
    const request = parsed.data;
    const app = askingApp(oauth.apps, request);
    if (typeof app === 'string') return context.html(authorizeProblemPage(app), 400);
    if (context.req.query('response_type') !== 'code') return context.redirect(backTo(request, { error: 'unsupported_response_type' }));
    if (context.req.query('scope') !== 'all') return context.redirect(backTo(request, { error: 'invalid_scope' }));
    const { state, ...hidden } = request;
    const shops = oauth.state.shops.map(({ id, name }) => ({ id, name }));
    return context.html(authorizePage({ appName: app.name, shops, hidden: { ...hidden, ...(state === undefined ? {} : { state }) } }));
  });

  routes.post('/authorize', async (context) => {
    const parsed = decisionForm.safeParse(await context.req.parseBody());
    if (!parsed.success) return context.html(authorizeProblemPage('The form is incomplete.'), 400);
    const form = parsed.data;
    const app = askingApp(oauth.apps, form);
    if (typeof app === 'string') return context.html(authorizeProblemPage(app), 400);
    if (form.decision === 'deny') return context.redirect(backTo(form, { error: 'access_denied' }));
    const shop = oauth.state.findShop(form.shop ?? '');
    if (!shop) return context.html(authorizeProblemPage('There is no such shop.'), 400);
    return context.redirect(backTo(form, { code: oauth.grants.code({ shopId: shop.id, clientId: app.clientId }, form.redirect_uri) }));
  });

  routes.post('/token', async (context) => {
    const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim();
    if (type !== 'application/x-www-form-urlencoded') return refusedToken('invalid_request', 'The body must be form-encoded.');
    return answerToken(oauth, await context.req.parseBody());
  });
  return routes;
}

import { Hono } from 'hono';
import { z } from 'zod';
import type { BigCommerce } from '../bigcommerce/create-bigcommerce.ts';
import type { Side } from '../core/contract.ts';
import type { RunningCore } from '../core/create-core.ts';
import { controlBody, ControlRefusal } from './control-answer.ts';

const side = z.enum(['bigcommerce', 'hike']);

const faultInput = z.object({
  side,
  tenant: z.string().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  when: z.enum(['before', 'after']).default('before'),
  kind: z.enum(['drop', 'hang', 'truncate', 'html', 'garbage', 'status', 'throttle', 'throttle-without-headers', 'delay']),
  status: z.int().min(200).max(599).optional(),
  delayMs: z.number().min(0).optional(),
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
});

const webhookFaultInput = z.object({
  kind: z.enum(['duplicate', 'reorder', 'drop', 'delay']),
  tenant: z.string().optional(),
  scope: z.string().optional(),
  delayMs: z.number().min(0).optional(),
  times: z.int().min(1).optional(),
});

const clockInput = z.object({ advanceMs: z.number().min(0).optional(), to: z.iso.datetime().optional(), scale: z.number().min(0.01).max(10_000).optional() });

const onlyGiven = (query: Record<string, string>, names: string[]) => Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));

function record(app: Hono, core: RunningCore): void {
  app.get('/ledger', (context) => context.json(core.ledger.list(onlyGiven(context.req.query(), ['side', 'tenant', 'kind'])) as never));
  app.get('/exchanges', (context) => {
    const query = context.req.query();
    const found = core.exchanges.list(onlyGiven(query, ['side', 'tenant', 'path']) as { side?: Side; tenant?: string; path?: string });
    return context.json(found.slice(-Number(query['limit'] ?? 1000)) as never);
  });
  app.get('/calls', (context) => context.json(core.exchanges.counts(onlyGiven(context.req.query(), ['side', 'tenant'])) as never));
  app.delete('/exchanges', (context) => {
    core.exchanges.clear();
    return context.body(null, 204);
  });
}

function faults(app: Hono, core: RunningCore, bigcommerce: BigCommerce): void {
  app.get('/faults', (context) => context.json(core.faults.list()));
  app.post('/faults', async (context) => context.json(core.faults.add(await controlBody(context, faultInput)), 201));
  app.delete('/faults', (context) => {
    core.faults.clear();
    return context.body(null, 204);
  });
  app.delete('/faults/:id', (context) => {
    core.faults.clear(context.req.param('id'));
    return context.body(null, 204);
  });
  const { webhookFaults } = bigcommerce.platform;
  app.get('/webhook-faults', (context) => context.json(webhookFaults));
  app.post('/webhook-faults', async (context) => context.json(bigcommerce.addWebhookFault(await controlBody(context, webhookFaultInput)), 201));
  app.delete('/webhook-faults', (context) => {
    webhookFaults.splice(0);
    return context.body(null, 204);
  });
}

/** What belongs to no side alone: clock, ledger, exchanges, faults. */
export function coreRoutes(core: RunningCore, bigcommerce: BigCommerce): Hono {
  const app = new Hono();
  record(app, core);
  faults(app, core, bigcommerce);
  const shown = () => ({ now: core.clock.now().toISOString(), offsetMs: Math.round(core.clock.offset()), scale: core.clock.scale() });
  app.get('/clock', (context) => context.json(shown()));
  app.post('/clock', async (context) => {
    const { to, advanceMs = 0, scale } = await controlBody(context, clockInput);
    const now = core.clock.now().getTime();
    const target = to === undefined ? now + advanceMs : Date.parse(to);
    if (target < now) throw new ControlRefusal(422, 'The clock only moves forward.');
    if (scale !== undefined) core.clock.setScale(scale);
    if (target > now) await core.clock.moveTo(new Date(target));
    return context.json(shown());
  });
  return app;
}

import type { Context } from 'hono';
import type { Grants } from '../oauth/grants.ts';
import type { HikeApp } from '../oauth/hike-apps.ts';
import type { SandboxCore } from '../../core/contract.ts';
import type { Desk } from '../state/desk.ts';
import type { HikeState } from '../state/hike-state.ts';
import { Refusal } from '../wire/refusal.ts';

export interface ControlParts {
  core: SandboxCore;
  state: HikeState;
  grants: Grants;
  apps: HikeApp[];
}

/** The till of the shop in the path. */
export function deskOf(parts: ControlParts, context: Context): Desk {
  const id = context.req.param('shopId') ?? '';
  const shop = parts.state.findShop(id);
  if (!shop) throw Refusal.notFound(`Shop ${id}`);
  return { core: parts.core, state: parts.state, shop, by: 'till', now: () => parts.core.clock.now() };
}

/** The JSON body of a control call; none counts as an empty object. */
export async function controlBody(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
}

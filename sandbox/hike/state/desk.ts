import type { SandboxCore } from '../../core/contract.ts';
import type { HikeState } from './hike-state.ts';
import type { Shop } from './shop.ts';

/** Who works in a shop at a moment: the API, a person at the till, or the seeding of a world. All go through the same rules. */
export interface Desk {
  core: SandboxCore;
  state: HikeState;
  shop: Shop;
  by: 'api' | 'till' | 'seed';
  now(): Date;
}

/**
 * Writes an accepted effect to the ledger; what the till did carries the prefix `till.`.
 * Seeding leaves no rows, so a test sees the effects of its own actions alone.
 */
export function record(desk: Desk, kind: string, row: { id: number; reference?: string; data: unknown }): void {
  if (desk.by === 'seed') return;
  desk.core.ledger.append({
    side: 'hike',
    tenant: desk.shop.id,
    kind: desk.by === 'api' ? kind : `till.${kind}`,
    id: row.id,
    reference: row.reference,
    data: row.data,
  });
}

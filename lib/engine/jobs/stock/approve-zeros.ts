import type { StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { quantityFromUnits } from '../../../domain/quantity';
import { PRIORITY } from '../../priorities';
import type { SeenLevel, Tables } from '../../ports/tables';
import { HELD_RECORD } from './stock-entries';
import { markStock } from './mark-stock';
import { WHOLE_STOCK } from './stock-subject';

/** Of all that is held the timeline names so many; approving itself knows no bound. */
const NAMED = 5000;

/** A person lets held zeros through: those of these variants, or all. Inside a transaction; the caller wakes the pump. */
export const approveZeros = async (
  tables: Tables,
  storeHash: StoreHash,
  { variantIds, now, who }: { variantIds: readonly VariantId[] | null; now: Instant; who: string },
): Promise<void> => {
  const held = (variantIds === null ? await tables.levels.listHeld(storeHash, NAMED) : await tables.levels.findByVariants(storeHash, variantIds)).filter(
    ({ heldSince }) => heldSince !== null,
  );
  const hikeIds = await tables.levels.approve(storeHash, variantIds);
  if (hikeIds.length === 0) return;
  await tables.moves.record(storeHash, held.map((level) => approvalOf(level, { now, who })));
  await markStock(tables, storeHash, { hikeIds, now, priority: PRIORITY.person });
  if ((await tables.levels.countHeld(storeHash)) > 0) return;
  await tables.entries.record(storeHash, {
    ...WHOLE_STOCK,
    at: now,
    recordId: HELD_RECORD,
    result: 'done',
    problem: null,
    message: `${who} approved the zeros.`,
    trigger: 'person',
    nextTryAt: null,
    detail: null,
  });
};

const approvalOf = ({ hikeId, variantId, locationId, onHand }: SeenLevel, { now, who }: { now: Instant; who: string }) => ({
  at: now,
  hikeId,
  variantId,
  locationId,
  side: 'bigcommerce' as const,
  before: onHand === null ? null : quantityFromUnits(onHand),
  after: quantityFromUnits(0),
  reason: 'approved' as const,
  source: who,
  sum: null,
});

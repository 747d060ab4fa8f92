import type { OrderDraft } from '../../../domain/order';
import type { VariantId } from '../../../domain/ids';
import { askingFor, nextLookAtProducts } from '../../next-polls';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { publishAgain } from './keep-reserve';

/**
 * A sale became an order of ours: BigCommerce takes the units of its catalogue lines, although Hike's counts, which we
 * publish, fall by themselves. So Hike's count is published again, and a level that fell by them is no riddle. Not before Hike's
 * count is read: written sooner, the one of before the sale would put on sale again what was just sold.
 */
export const noteOwnOrder = async (context: JobContext, tables: Tables, { lines }: OrderDraft): Promise<void> => {
  const taken = new Map<VariantId, number>();
  for (const { variant, quantity } of lines) if (variant !== null) taken.set(variant.variantId, (taken.get(variant.variantId) ?? 0) + quantity);
  if (taken.size === 0) return;
  const variantIds = [...taken.keys()];
  const known = await tables.levels.findByVariants(context.storeHash, variantIds);
  const atDefault = context.store.profile?.locations.find(({ isDefault }) => isDefault)?.id;
  const expected = known.flatMap((level) => {
    if (level.locationId !== atDefault || level.written === null) return [];
    return [{ ...level, written: level.written - (taken.get(level.variantId) ?? 0) }];
  });
  await tables.levels.saveMany(context.storeHash, expected);
  await publishAgain(tables, context.storeHash, { variantIds, at: await nextLookAtProducts(tables, askingFor(context)), movesLevels: true });
};

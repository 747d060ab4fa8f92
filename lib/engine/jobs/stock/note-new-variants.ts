import type { VariantPair } from '../../../domain/rules/catalogue/match-variants';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { newLevel } from './level-key';
import { locationsOf } from './locations-of';

/** Of variants that we created just now BigCommerce holds nothing anywhere: nobody needs to look. */
export const noteNewVariants = (context: JobContext, tables: Tables, pairs: readonly VariantPair[]): Promise<void> =>
  tables.levels.saveMany(
    context.storeHash,
    locationsOf(context).flatMap(({ id }) => pairs.map(({ hikeId, variantId }) => ({ ...newLevel({ variantId, locationId: id }, hikeId), onHand: 0, seenAt: context.now() }))),
  );

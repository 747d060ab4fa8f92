import type { LocationId, ProductId, VariantId } from '../../domain/ids';
import { problem } from '../../domain/problems';
import type { BigCommerceInventory, LevelToSet, StoreLevel } from '../ports/bigcommerce';
import { RefusedByVendor } from '../ports/failures';

/** BigCommerce's levels as plain objects; every write is kept. */
export interface FakeInventoryWorld {
  levels: StoreLevel[];
  /** The items of each call. */
  levelWrites: (readonly LevelToSet[])[];
  /** Variants whose items are refused by name. */
  refusedLevels: Set<number>;
  /** Variants that spoil the whole call. */
  spoilingLevels: Set<number>;
  /** Levels that a page of all of them holds. */
  levelPageSize: number;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

export const newInventoryWorld = (): FakeInventoryWorld => ({ levels: [], levelWrites: [], refusedLevels: new Set(), spoilingLevels: new Set(), levelPageSize: 1000 });

/** As BigCommerce holds it, whoever put it there. */
export const setLevel = ({ levels }: FakeInventoryWorld, { variantId, locationId = 1, onHand }: { variantId: number; locationId?: number; onHand: number }): void => {
  const known = levels.find((level) => level.variantId === variantId && level.locationId === locationId);
  if (known) known.onHand = onHand;
  else levels.push({ variantId: variantId as VariantId, productId: 111 as ProductId, locationId: locationId as LocationId, onHand });
};

export const fakeInventory = (world: FakeInventoryWorld, call: Call): BigCommerceInventory => ({
  listLevels: (variantIds, locationIds) =>
    call('inventory.list', () => structuredClone(world.levels.filter(({ variantId, locationId }) => variantIds.includes(variantId) && locationIds.includes(locationId)))),
  listAllLevels: (locationIds, page) =>
    call('inventory.all', () => {
      const all = world.levels.filter(({ locationId }) => locationIds.includes(locationId));
      const end = page * world.levelPageSize;
      return { levels: structuredClone(all.slice(end - world.levelPageSize, end)), next: end < all.length ? page + 1 : null };
    }),
  setLevels: (items) =>
    call('inventory.set', () => {
      if (items.some(({ variantId }) => world.spoilingLevels.has(variantId))) throw new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'An item is invalid.' });
      world.levelWrites.push(items);
      const [refused, taken] = [items.filter((item) => world.refusedLevels.has(item.variantId)), items.filter((item) => !world.refusedLevels.has(item.variantId))];
      for (const { variantId, locationId, quantity } of taken) setLevel(world, { variantId, locationId, onHand: quantity });
      return refused.map(({ variantId, locationId }) => ({ variantId, locationId, problem: problem('refused-by-bigcommerce', { message: 'No such variant.' }) }));
    }),
});

import type { HikeProductId, LocationId, VariantId } from '../../../domain/ids';
import type { SeenLevel } from '../../ports/tables';

interface LevelId {
  variantId: VariantId;
  locationId: LocationId;
}

export const levelKey = ({ variantId, locationId }: LevelId): string => `${variantId}:${locationId}`;

export const levelsByKey = (levels: readonly SeenLevel[]): Map<string, SeenLevel> => new Map(levels.map((level) => [levelKey(level), level]));

/** A level that nobody has looked at yet. */
export const newLevel = ({ variantId, locationId }: LevelId, hikeId: HikeProductId): SeenLevel => ({
  variantId,
  locationId,
  hikeId,
  onHand: null,
  seenAt: null,
  written: null,
  writtenAt: null,
  writtenReserve: 0,
  isStale: false,
  heldSince: null,
  isApproved: false,
});

import type { HikeProduct } from '../../hike-product';
import type { ProblemCode } from '../../problems';
import type { Settings } from '../../settings';

/** What a person decided about a removed product. */
export type RemovalDecision = 'hide' | 'delete' | 'keep';

/** `gone`: Hike answered that there is none; `unticked`: no longer ticked for eCommerce. */
export type RemovalReason = 'gone' | 'inactive' | 'unticked';

export interface Removal {
  reason: RemovalReason;
  decision: RemovalDecision | null;
  /** More at once than go by themselves. */
  isMass: boolean;
}

export const REMOVAL_PROBLEMS = { gone: 'product-gone-from-hike', inactive: 'product-inactive', unticked: 'product-not-online' } as const satisfies Record<RemovalReason, ProblemCode>;

/** Why a product is not sold online; `null` where it is. */
export const reasonToRemove = ({ isActive, isOnline }: Pick<HikeProduct, 'isActive' | 'isOnline'>, isGone: boolean): RemovalReason | null => {
  if (isGone) return 'gone';
  if (!isActive) return 'inactive';
  return isOnline ? null : 'unticked';
};

/**
 * Whether a decision still holds: it was given for one occasion, which ends when the product is sold online again, and
 * when Hike deletes what it had only taken off sale, for that can come back and this cannot.
 */
export const decisionHolds = (given: RemovalReason | null, now: RemovalReason | null): boolean =>
  given !== null && now !== null && (given === 'gone') === (now === 'gone');

/**
 * What happens in BigCommerce to a product that was sent and is removed in Hike. A person's decision goes before the
 * setting; only what is gone from Hike is deleted, for the rest may come back and is hidden instead.
 */
export const removalOfProduct = ({ reason, decision, isMass }: Removal, settings: Pick<Settings, 'catalogue'>): RemovalDecision | 'ask' => {
  const wanted = decision ?? (isMass ? 'ask' : settings.catalogue.deletes);
  return wanted === 'delete' && reason !== 'gone' ? 'hide' : wanted;
};

import type { Settings } from '../../settings';

/** What a person decided about a removed product. */
export type RemovalDecision = 'hide' | 'delete' | 'keep';

export interface Removal {
  /** `gone`: Hike answered that there is none; `unticked`: no longer ticked for eCommerce. */
  reason: 'gone' | 'inactive' | 'unticked';
  decision: RemovalDecision | null;
  /** More at once than go by themselves. */
  isMass: boolean;
}

/**
 * What happens in BigCommerce to a product that was sent and is removed in Hike. A person's decision goes before the
 * setting; only what is gone from Hike is deleted, for the rest may come back and is hidden instead.
 */
export const removalOfProduct = ({ reason, decision, isMass }: Removal, settings: Pick<Settings, 'catalogue'>): RemovalDecision | 'ask' => {
  const wanted = decision ?? (isMass ? 'ask' : settings.catalogue.deletes);
  return wanted === 'delete' && reason !== 'gone' ? 'hide' : wanted;
};

import type { Incident, IncidentKind } from '../../../domain/incident';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export interface Incidents {
  /** The newest incident of each kind, open or closed. */
  listNewest(storeHash: StoreHash): Promise<Incident[]>;
  find(storeHash: StoreHash, kind: IncidentKind, openedAt: Instant): Promise<Incident | null>;
  /** One per store, kind and time of opening: new, or as it is now. */
  save(storeHash: StoreHash, incident: Incident): Promise<void>;
  /** Of every store; open ones stay. */
  deleteClosedBefore(at: Instant): Promise<void>;
}

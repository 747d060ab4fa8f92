import type { Incident } from '../../../domain/incident';
import type { Incidents } from '../../ports/tables';
import type { MemoryShelves } from './memory-shelves';

export const memoryIncidents = ({ incidents }: MemoryShelves): Incidents => ({
  async listNewest(storeHash) {
    const newest = new Map<string, Incident>();
    for (const incident of incidents.list(storeHash)) {
      const known = newest.get(incident.kind);
      if (known === undefined || known.openedAt < incident.openedAt) newest.set(incident.kind, incident);
    }
    return [...newest.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  },
  find: async (storeHash, kind, openedAt) => incidents.get(storeHash, kind, openedAt),
  save: async (storeHash, incident) => incidents.set(storeHash, [incident.kind, incident.openedAt], incident),
  deleteClosedBefore: async (at) => incidents.deleteWhere(({ closedAt }) => closedAt !== null && closedAt < at),
});

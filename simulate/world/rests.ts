import type { StoreHash } from '../../lib/domain/ids';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import type { WholeDatabase, Leases } from '../../lib/engine/ports/tables';

interface Observed {
  database: WholeDatabase;
  /** In ms since 1970; in the past where the store is not at rest. */
  restsUntil(storeHash: StoreHash): number;
}

/** Stores that a worker put to rest: a sweep before the rest's end finds nothing, so nobody has to wait for it. */
export const observeRests = (database: WholeDatabase): Observed => {
  const rests = new Map<StoreHash, number>();
  const { leases } = database.tables;
  const observed: Leases = {
    ...leases,
    release: async (storeHash, token, restUntil = null) => {
      await leases.release(storeHash, token, restUntil);
      rests.set(storeHash, restUntil === null ? 0 : millisOfInstant(restUntil));
    },
  };
  return { database: { ...database, tables: { ...database.tables, leases: observed } }, restsUntil: (storeHash) => rests.get(storeHash) ?? 0 };
};

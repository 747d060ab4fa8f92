import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { markWatch } from '../../mark-watch';
import type { Side } from '../../ports/failures';
import type { Tables } from '../../ports/tables';
import { readWatch } from './read-watch';

/** A side answered a round of upkeep: where the watch does not know yet that it does, or does not run, it looks now. */
export const noteAnswer = async (tables: Tables, storeHash: StoreHash, { side, now }: { side: Side; now: Instant }): Promise<void> => {
  const watch = await readWatch(tables, storeHash);
  const isWatched = (await tables.dirty.find(storeHash, 'watch', '-')) !== null;
  if (!isWatched || watch[side]?.state !== 'connected') await markWatch(tables, storeHash, { now });
};

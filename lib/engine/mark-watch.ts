import type { Trigger } from '../domain/entry';
import type { StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { PRIORITY } from './priorities';
import type { Tables } from './ports/tables';

/** Both sides are looked at now. Ahead of long runs: it is a call or two, and other work may wait for what it finds. */
export const markWatch = (tables: Pick<Tables, 'dirty'>, storeHash: StoreHash, { now, trigger = 'follow-up' }: { now: Instant; trigger?: Trigger }): Promise<void> =>
  tables.dirty.mark(storeHash, { thing: 'watch', id: '-', priority: PRIORITY.sale, notBefore: now, trigger });

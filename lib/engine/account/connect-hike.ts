import { z } from 'zod';
import { StoreHash, UserId } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { HikeTokens } from '../ports/oauth';
import type { HikeConnectionRecord } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { markNow } from './mark-now';

/** As long as Hike's own code is good for. */
export const HIKE_STATE_MS = 10 * 60_000;

const Asker = z.object({ storeHash: StoreHash, userId: UserId });

/** Who asked to connect Hike, and for which store. */
export type Asker = z.infer<typeof Asker>;

/** What the signed state carries through Hike's window and back. */
export interface HikeState extends Asker {
  /** Good for one return. */
  code: string;
}

export const beginHikeConnection = async (deps: Pick<AccountDeps, 'database' | 'clock' | 'randomCode'>, asker: Asker): Promise<HikeState> => {
  const code = deps.randomCode();
  const expiresAt = instantPlus(deps.clock.now(), HIKE_STATE_MS);
  await deps.database.tables.codes.create(code, 'hike-state', { value: asker, expiresAt });
  return { ...asker, code };
};

/** Uses the state up; false when it was used before, is past its time, or was made for somebody else. */
export const endHikeState = async (deps: Pick<AccountDeps, 'database' | 'clock'>, state: HikeState): Promise<boolean> => {
  const value = Asker.safeParse(await deps.database.tables.codes.redeem(state.code, 'hike-state', deps.clock.now()));
  return value.success && value.data.storeHash === state.storeHash && value.data.userId === state.userId;
};

export type ConnectAnswer = 'connected' | 'state-used' | 'removed-user' | 'not-installed';

/**
 * Hike sends the merchant back with a code. A first connection is saved as it is. When there was one before, the new
 * tokens wait as a candidate until the pump has read which shop they lead to: no answer of Hike's names it here.
 */
export const finishHikeConnection = async (deps: AccountDeps, state: HikeState, code: string): Promise<ConnectAnswer> => {
  if (!(await endHikeState(deps, state))) return 'state-used';
  const { stores, members } = deps.database.tables;
  const store = await stores.find(state.storeHash);
  if (store === null || store.state === 'uninstalled') return 'not-installed';
  if ((await members.find(state.storeHash, state.userId)) === null) return 'removed-user';
  const tokens = await deps.hikeOAuth.redeem(code);
  await deps.database.transaction('hike-connected', async (tables) => {
    const now = deps.clock.now();
    const known = await tables.connections.findForUpdate(state.storeHash);
    await tables.connections.save(connectionWith(known, tokens, { storeHash: state.storeHash, connectedAt: now }));
    await markNow(tables, state.storeHash, { thing: 'hike-lists', now });
    await deps.queue.wake(state.storeHash, tables);
  });
  return 'connected';
};

const connectionWith = (
  known: HikeConnectionRecord | null,
  tokens: HikeTokens,
  fresh: Pick<HikeConnectionRecord, 'storeHash' | 'connectedAt'>,
): HikeConnectionRecord => {
  // Without a fingerprint no shop was ever seen, so nothing can be mixed up.
  if (known !== null && known.fingerprint !== null) return { ...known, candidate: { tokens, fingerprint: null, shopName: null, lists: null } };
  return { ...fresh, state: 'connected', tokens, fingerprint: null, shopName: null, lists: null, candidate: null, trouble: null };
};

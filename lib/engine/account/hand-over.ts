import { z } from 'zod';
import { StoreHash, UserId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { Tables } from '../ports/tables';
import type { AccountDeps } from './account-deps';

/** Long enough for a slow page, short enough for a link that leaks. */
const HANDOVER_MS = 2 * 60_000;

const Handover = z.object({ storeHash: StoreHash, userId: UserId, startedAt: Instant });

/** Whose session it is and when it began; a renewal never makes it younger. */
export type SessionStart = z.infer<typeof Handover>;

/** A code that the freshly loaded page turns into its session: works without cookies, once. */
export const createHandover = async (deps: Pick<AccountDeps, 'randomCode' | 'clock'>, tables: Tables, start: SessionStart): Promise<string> => {
  const code = deps.randomCode();
  await tables.codes.create(code, 'handover', { value: start, expiresAt: instantPlus(deps.clock.now(), HANDOVER_MS) });
  return code;
};

/** `null` when the code is unknown, used, past its time, or for another store; it is gone afterwards in any case. */
export const redeemHandover = async (
  deps: Pick<AccountDeps, 'database' | 'clock'>,
  { storeHash, code }: { storeHash: StoreHash; code: string },
): Promise<SessionStart | null> => {
  const value = await deps.database.tables.codes.redeem(code, 'handover', deps.clock.now());
  const start = Handover.safeParse(value);
  return start.success && start.data.storeHash === storeHash ? start.data : null;
};

import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { lookUpDelay } from '../../domain/rules/look-up-delay';
import { AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { Intent, Tables } from '../ports/tables';
import type { JobContext } from './job';
import { wasRestoredAfter } from './restored';

export interface CreateOnce<T> {
  kind: Intent['kind'];
  /** One create per kind and key, for ever. */
  key: string;
  /** What a look-up recognises the created thing by. */
  reference: string;
  /** Since when there was something to create it for. */
  knownSince?: Instant;
  create(): Promise<T>;
  /** Answers what an earlier, unanswered create left; `last` is the last look before the create is repeated. */
  lookUp(options: { last: boolean }): Promise<T | null>;
}

export type Created<T> = { kind: 'created' | 'found'; remote: T } | { kind: 'checking'; nextLook: Instant };

type Wanted = Pick<Intent, 'kind' | 'key' | 'reference'>;

/**
 * Neither platform knows idempotency keys, so exactly-once is made here: the intent is committed before the create is
 * sent; whatever happens to the answer, or to this process, the next attempt finds the intent and looks before it
 * creates. The caller marks the intent done in the transaction that records the link.
 */
export const createOnce = async <T>(context: JobContext, once: CreateOnce<T>): Promise<Created<T>> => {
  const intent = await context.database.tables.intents.find(context.storeHash, once.kind, once.key);
  if (intent !== null && intent.state !== 'refused') {
    const looks = intent.looks + 1;
    const delay = lookUpDelay(looks);
    const remote = await once.lookUp({ last: delay === null });
    if (remote !== null) return { kind: 'found', remote };
    if (delay !== null) {
      await saveIntent(context, once, { state: 'unknown', looks });
      return { kind: 'checking', nextLook: instantPlus(context.now(), delay) };
    }
  } else if (intent === null && (await wasRestoredAfter(context, once.knownSince))) {
    const remote = await once.lookUp({ last: true });
    if (remote !== null) return { kind: 'found', remote };
  }
  await saveIntent(context, once, { state: 'sending', looks: 0 });
  try {
    return { kind: 'created', remote: await once.create() };
  } catch (error) {
    if (error instanceof UnknownOutcome) {
      await saveIntent(context, once, { state: 'unknown', looks: 0 });
      return { kind: 'checking', nextLook: instantPlus(context.now(), lookUpDelay(0) ?? 0) };
    }
    if (saysNothingWasCreated(error)) await saveIntent(context, once, { state: 'refused', looks: 0 });
    // Of any other error nobody knows when it struck: the intent stays, so the next attempt looks first.
    throw error;
  }
};

const saysNothingWasCreated = (error: unknown): boolean =>
  [RefusedByVendor, TransientFailure, QuotaExhausted, AccessLost, BrokenContract].some((kind) => error instanceof kind);

const saveIntent = (context: JobContext, { kind, key, reference }: Wanted, progress: Pick<Intent, 'state' | 'looks'>): Promise<void> =>
  context.record('intent-saved', (tables) => tables.intents.save(context.storeHash, { kind, key, reference, ...progress, remoteId: null, updatedAt: context.now() }));

/** In the transaction that records the link: what was wanted is there, under this id. */
export const endIntent = (context: JobContext, tables: Tables, made: Wanted & { remoteId: string }): Promise<void> =>
  tables.intents.save(context.storeHash, { ...made, state: 'done', looks: 0, updatedAt: context.now() });

import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { lookUpDelay } from '../../domain/rules/look-up-delay';
import { AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { Intent, Tables } from '../ports/tables';
import type { JobContext } from './job';
import { readRestored, wasRestoredAfter } from './restored';

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
  const [answer] = await createAllOnce(context, once.kind, [once]);
  if (answer?.status !== 'fulfilled') throw answer?.reason;
  return answer.value;
};

/** As `createOnce`, for some of one kind at the same time: one transaction commits all intents. */
export const createAllOnce = async <T>(context: JobContext, kind: Intent['kind'], all: readonly CreateOnce<T>[]): Promise<PromiseSettledResult<Created<T>>[]> => {
  const intents = await context.database.tables.intents.findMany(context.storeHash, kind, all.map(({ key }) => key));
  const restoredAt = intents.length < all.length ? await readRestored(context) : null;
  const looks = await Promise.allSettled(all.map((once) => lookFirst(context, once, { intent: intents.find(({ key }) => key === once.key) ?? null, restoredAt })));
  const due = all.filter((_, index) => isDue(looks[index]));
  if (due.length > 0) await saveIntents(context, due, { state: 'sending', looks: 0 });
  return Promise.allSettled(
    all.map(async (once, index) => {
      const look = looks[index];
      if (look?.status !== 'fulfilled') throw look?.reason;
      return look.value ?? send(context, once);
    }),
  );
};

/**
 * As `createOnce`, of what is not wanted any more: what an unanswered create left is found all the same. `null` when there
 * is nothing, nor will be.
 */
export const findCreated = async <T>(context: JobContext, once: Omit<CreateOnce<T>, 'create'>): Promise<Created<T> | null> => {
  const intent = await context.database.tables.intents.find(context.storeHash, once.kind, once.key);
  if (intent === null || intent.state === 'refused') return null;
  const look = await lookFirst(context, once, { intent, restoredAt: null });
  if (look === null) await saveIntents(context, [once], { state: 'refused', looks: 0 });
  return look;
};

const isDue = (look: PromiseSettledResult<unknown> | undefined): boolean => look?.status === 'fulfilled' && look.value === null;

/** What an earlier attempt left, or that it is still to be waited for; `null` when it is time to create. */
const lookFirst = async <T>(context: JobContext, once: Omit<CreateOnce<T>, 'create'>, { intent, restoredAt }: { intent: Intent | null; restoredAt: Instant | null }): Promise<Created<T> | null> => {
  if (intent !== null && intent.state !== 'refused') {
    const due = dueLook(intent);
    const isEarly = context.now() < due;
    const looks = intent.looks + 1;
    const delay = lookUpDelay(looks);
    const remote = await once.lookUp({ last: delay === null && !isEarly });
    if (remote !== null) return { kind: 'found', remote };
    if (isEarly) return { kind: 'checking', nextLook: due };
    if (delay === null) return null;
    await saveIntents(context, [once], { state: 'unknown', looks });
    return { kind: 'checking', nextLook: instantPlus(context.now(), delay) };
  }
  if (intent !== null || !wasRestoredAfter(restoredAt, once.knownSince)) return null;
  const remote = await once.lookUp({ last: true });
  return remote === null ? null : { kind: 'found', remote };
};

const send = async <T>(context: JobContext, once: CreateOnce<T>): Promise<Created<T>> => {
  try {
    return { kind: 'created', remote: await once.create() };
  } catch (error) {
    if (error instanceof UnknownOutcome) {
      await saveIntents(context, [once], { state: 'unknown', looks: 0 });
      return { kind: 'checking', nextLook: instantPlus(context.now(), lookUpDelay(0) ?? 0) };
    }
    if (saysNothingWasCreated(error)) await saveIntents(context, [once], { state: 'refused', looks: 0 });
    // Of any other error nobody knows when it struck: the intent stays, so the next attempt looks first.
    throw error;
  }
};

/** A look before its time, because several rows wait for one create or because a person asked, proves nothing and is not counted. */
const dueLook = ({ updatedAt, looks }: Intent): Instant => instantPlus(updatedAt, lookUpDelay(looks) ?? 0);

export const saysNothingWasCreated = (error: unknown): boolean =>
  [RefusedByVendor, TransientFailure, QuotaExhausted, AccessLost, BrokenContract].some((kind) => error instanceof kind);

const saveIntents = (context: JobContext, wanted: readonly Wanted[], progress: Pick<Intent, 'state' | 'looks'>): Promise<void> =>
  context.record('intent-saved', (tables) =>
    tables.intents.saveMany(context.storeHash, wanted.map(({ kind, key, reference }) => ({ kind, key, reference, ...progress, remoteId: null, updatedAt: context.now() }))),
  );

/** In the transaction that records the link: what was wanted is there, under this id. */
export const endIntent = (context: JobContext, tables: Tables, made: Wanted & { remoteId: string }): Promise<void> => endIntents(context, tables, [made]);

export const endIntents = (context: JobContext, tables: Tables, made: readonly (Wanted & { remoteId: string })[]): Promise<void> =>
  tables.intents.saveMany(context.storeHash, made.map((one) => ({ ...one, state: 'done', looks: 0, updatedAt: context.now() })));

import { storableJson } from '../domain/storable-text';
import type { Hint } from '../engine/account/receive-webhook';
import { HOOK_SECRET_HEADER } from '../engine/ports/hook-secret-header';
import type { StoreRecord } from '../engine/ports/tables';
import { logger } from '../logger';
import type { Edge } from './edge';
import { HookPayload, hintOfHook, hookId } from './hook-payload';
import { hookSignature, isHookSecret } from './hook-signature';
import { readText } from './read-text';

const MAX_BYTES = 64 * 1024;

const FORGED = 401;
/** Also for what nobody here can use: the sender could not mend it, and would only send it again for two days. */
const TAKEN = 200;

/**
 * A delivery must carry the secret of the very store it speaks of, and a good signature where it has one. The secret
 * cannot be looked up before the body is parsed, so until then nothing but the name of the store is believed.
 */
export const takeHook = async ({ env, account }: Edge, request: Request): Promise<number> => {
  const body = await readText(request, MAX_BYTES);
  if (body === null) return refuse('a webhook is too large');
  const signature = hookSignature(request.headers, body, env.hooks.clientSecrets);
  if (signature === 'forged') return refuse('a webhook has a bad signature');
  if (signature === 'absent' && env.hooks.mustBeSigned) return refuse('a webhook is not signed');
  const payload = HookPayload.safeParse(parsed(body));
  if (!payload.success) return signature === 'valid' ? ignore('a webhook was not understood') : refuse('a webhook names no store');
  const { producer: storeHash, scope } = payload.data;
  const store = await account.findStore(storeHash);
  if (store === null) return signature === 'valid' ? ignore('a webhook is for an unknown store') : refuse('a webhook is for an unknown store');
  const hint = believed(hintOfHook(payload.data), store, request.headers.get(HOOK_SECRET_HEADER));
  if (hint === null) return refuse('a webhook lacks its store’s secret');
  // Whoever operates the app may require signatures once this is said no more.
  if (signature === 'absent') logger.info('a webhook is not signed', { scope });
  await account.receiveWebhook({ storeHash, scope, body, webhookId: hookId(request.headers, payload.data), hint });
  return TAKEN;
};

/** What a delivery with this secret may hint at; `null` when the secret is not the store's. */
const believed = (hint: Hint, { state, hookSecret, previousHookSecret }: StoreRecord, given: string | null): Hint | null => {
  const isCurrent = isHookSecret(given, hookSecret);
  if (!isCurrent && (previousHookSecret === null || !isHookSecret(given, previousHookSecret))) return null;
  if (state === 'uninstalled') return { kind: 'nothing' };
  // It may be late, and speak of an uninstall from before the last install: whether we are still let in is asked.
  return !isCurrent && hint.kind === 'uninstalled' ? { kind: 'store' } : hint;
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(storableJson(body));
  } catch {
    return undefined;
  }
};

const refuse = (why: string): number => {
  logger.warn(why);
  return FORGED;
};

const ignore = (why: string): number => {
  logger.warn(why);
  return TAKEN;
};

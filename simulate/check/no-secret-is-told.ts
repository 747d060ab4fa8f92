import type { Entry } from '../../lib/engine/ports/tables';
import type { Stage } from '../world/stage';

/** Neither the log of the processes nor that of the merchant holds a token, a code or a key. */
export const noSecretIsTold = async ({ log, storeHash, database: { tables } }: Stage, entries: readonly Entry[]): Promise<string[]> => {
  const [store, connection] = [await tables.stores.find(storeHash), await tables.connections.find(storeHash)];
  log.secrets.learnFromPlatforms();
  log.secrets.learn(store?.accessToken, store?.hookSecret, store?.previousHookSecret);
  log.secrets.learn(connection?.tokens.accessToken, connection?.tokens.refreshToken);
  const told = entries.map((entry) => JSON.stringify(entry)).filter((text) => log.secrets.isIn(text));
  return [...log.leaks().map((line) => `a secret stands in the log: ${line}`), ...told.map((text) => `a secret stands in the sync log: ${text}`)];
};

import type { HikeTokens } from '../../ports/oauth';
import { sampleConnection, sampleStore } from '../../testing/batteries/sample-records';
import { createHikeAccess, type HikeAccessDeps } from '../hike-access';
import { createRotatingHike } from './create-rotating-hike';
import { STORE, createTestAccount } from './create-test-account';

type Refresh = (refreshToken: string) => Promise<HikeTokens>;

/** A store that is connected to Hike, whose token endpoint answers as `wire` says. */
export const createAccessBench = async () => {
  const test = createTestAccount();
  const { deps, database, clock } = test;
  const hike = createRotatingHike(() => clock.now());
  const wire: { refresh: Refresh } = { refresh: (token) => hike.refresh(token) };
  await database.tables.stores.save(sampleStore(STORE));
  await database.tables.connections.save(sampleConnection(STORE, { tokens: hike.issue() }));
  const connection = () => database.tables.connections.find(STORE);
  /** What one process has: its own memory of flights, the same database. */
  const accessOf = (rest: Partial<HikeAccessDeps> = {}) => createHikeAccess({ ...deps, ...rest, hikeOAuth: { ...deps.hikeOAuth, refresh: (token) => wire.refresh(token) } });
  const newProcess = (rest: Partial<HikeAccessDeps> = {}) => accessOf(rest)(STORE);
  return { ...test, hike, wire, connection, accessOf, newProcess };
};

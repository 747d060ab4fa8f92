import type { StoreHash, UserId } from '../../domain/ids';
import { inBatches } from '../in-batches';
import type { StoreRecord } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { type CandidateAnswer, answerCandidate } from './answer-candidate';
import { type OpenSession, type SessionClaims, checkSession, endSessions, noteVisit } from './check-session';
import { type Asker, type ConnectAnswer, type HikeState, beginHikeConnection, endHikeState, finishHikeConnection } from './connect-hike';
import { type SessionStart, redeemHandover } from './hand-over';
import { type InstallAnswer, type InstallCallback, installStore } from './install-store';
import { type LoadAnswer, type Visit, loadStore } from './load-store';
import { type Delivery, webhookReceiver } from './receive-webhook';
import { removeMember, uninstallByCallback } from './uninstall-store';

/** Everything that has to do with who may use the app, as the routes call it. */
export interface Account {
  install(callback: InstallCallback): Promise<InstallAnswer>;
  load(visit: Visit): Promise<LoadAnswer>;
  uninstall(visit: Visit): Promise<'uninstalled' | 'refused'>;
  removeMember(member: { storeHash: StoreHash; userId: UserId }): Promise<void>;
  redeemHandover(handover: { storeHash: StoreHash; code: string }): Promise<SessionStart | null>;
  checkSession(storeHash: StoreHash, claims: SessionClaims): Promise<OpenSession | null>;
  noteVisit(store: StoreRecord): Promise<void>;
  endSessions(member: { storeHash: StoreHash; userId: UserId }): Promise<void>;
  beginHikeConnection(asker: Asker): Promise<HikeState>;
  endHikeState(state: HikeState): Promise<boolean>;
  finishHikeConnection(state: HikeState, code: string): Promise<ConnectAnswer>;
  answerCandidate(answer: CandidateAnswer): Promise<boolean>;
  findStore(storeHash: StoreHash): Promise<StoreRecord | null>;
  receiveWebhook(delivery: Delivery): Promise<void>;
}

/** A burst of webhooks asks for its store once, and never gets an answer from before it asked. */
const storeFinder = ({ database, gather }: Pick<AccountDeps, 'database' | 'gather'>): Account['findStore'] =>
  inBatches({
    ...(gather && { gather }),
    keyOf: (storeHash: StoreHash) => storeHash,
    most: Infinity,
    work: async (asked) => {
      const [storeHash] = asked;
      const store = storeHash === undefined ? null : await database.tables.stores.find(storeHash);
      return asked.map(() => store);
    },
  });

export const createAccount = (deps: AccountDeps): Account => ({
  install: (callback) => installStore(deps, callback),
  load: (visit) => loadStore(deps, visit),
  uninstall: (visit) => uninstallByCallback(deps, visit),
  removeMember: (member) => removeMember(deps, member),
  redeemHandover: (handover) => redeemHandover(deps, handover),
  checkSession: (storeHash, claims) => checkSession(deps, storeHash, claims),
  noteVisit: (store) => noteVisit(deps, store),
  endSessions: (member) => endSessions(deps, member),
  beginHikeConnection: (asker) => beginHikeConnection(deps, asker),
  endHikeState: (state) => endHikeState(deps, state),
  finishHikeConnection: (state, code) => finishHikeConnection(deps, state, code),
  answerCandidate: (answer) => answerCandidate(deps, answer),
  findStore: storeFinder(deps),
  receiveWebhook: webhookReceiver(deps),
});

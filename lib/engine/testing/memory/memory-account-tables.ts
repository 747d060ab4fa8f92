import type { HikeConnections, Members, OneTimeCodes, SettingsRecords, Stores } from '../../ports/tables';
import { UNSAVED_SETTINGS } from '../../ports/tables';
import { EVERY_STORE, requireStore, type MemoryShelves } from './memory-shelves';

export const memoryStores = ({ stores }: MemoryShelves): Stores => ({
  find: async (hash) => stores.get(hash),
  save: async (store) => stores.set(store.hash, [], store),
  saveProfile: async (hash, profile) => void stores.change(hash, [], (store) => ({ ...store, profile })),
  markSeen: async (hash, at) => void stores.change(hash, [], (store) => ({ ...store, lastSeenAt: at })),
  changeState: async (hash, state, at) =>
    void stores.change(hash, [], (store) =>
      state === 'uninstalled' ? { ...store, state, accessToken: null, uninstalledAt: at } : { ...store, state, uninstalledAt: null },
    ),
  countUnauthorized: async (hash, runs) => void stores.change(hash, [], (store) => ({ ...store, unauthorizedRuns: runs })),
  forgetPreviousHookSecret: async (hash) => void stores.change(hash, [], (store) => ({ ...store, previousHookSecret: null })),
  listActive: async () => stores.all().flatMap(({ value }) => (value.state === 'active' ? [value.hash] : [])),
});

export const memoryMembers = (shelves: MemoryShelves): Members => ({
  async find(storeHash, userId) {
    const membership = shelves.memberships.get(storeHash, userId);
    const user = shelves.users.get(EVERY_STORE, userId);
    return membership && user && { ...membership, user };
  },
  async save({ user, ...membership }) {
    requireStore(shelves, membership.storeHash);
    shelves.users.set(EVERY_STORE, [user.id], user);
    const known = shelves.memberships.get(membership.storeHash, user.id);
    shelves.memberships.set(membership.storeHash, [user.id], { ...membership, sessionsSince: known?.sessionsSince ?? membership.sessionsSince });
  },
  endSessions: async (storeHash, userId, at) =>
    void shelves.memberships.change(storeHash, [userId], (membership) => ({ ...membership, sessionsSince: at })),
  async delete(storeHash, userId) {
    shelves.memberships.delete(storeHash, userId);
    const isMember = shelves.stores.all().some((store) => shelves.memberships.get(store.storeHash, userId));
    if (!isMember) shelves.users.delete(EVERY_STORE, userId);
  },
});

export const memoryOneTimeCodes = ({ codes }: MemoryShelves): OneTimeCodes => ({
  async create(code, purpose, content) {
    if (codes.get(EVERY_STORE, purpose, code)) return false;
    codes.set(EVERY_STORE, [purpose, code], content);
    return true;
  },
  async redeem(code, purpose, now) {
    const content = codes.get(EVERY_STORE, purpose, code);
    codes.delete(EVERY_STORE, purpose, code);
    return content && content.expiresAt > now ? content.value : null;
  },
  deleteExpired: async (now) => codes.deleteWhere(({ expiresAt }) => expiresAt <= now),
});

export const memoryHikeConnections = (shelves: MemoryShelves): HikeConnections => ({
  find: async (storeHash) => shelves.connections.get(storeHash),
  findForUpdate: async (storeHash) => shelves.connections.get(storeHash),
  async save(connection) {
    requireStore(shelves, connection.storeHash);
    shelves.connections.set(connection.storeHash, [], connection);
  },
  async saveTokens(storeHash, expectedRefreshToken, tokens) {
    if (shelves.connections.get(storeHash)?.tokens.refreshToken !== expectedRefreshToken) return false;
    return shelves.connections.change(storeHash, [], (connection) => ({ ...connection, tokens, state: 'connected', trouble: null }));
  },
  async saveTrouble(storeHash, expectedRefreshToken, trouble) {
    if (shelves.connections.get(storeHash)?.tokens.refreshToken !== expectedRefreshToken) return false;
    return shelves.connections.change(storeHash, [], (connection) => ({ ...connection, state: 'reconnect', trouble }));
  },
  saveLists: async (storeHash, lists) => void shelves.connections.change(storeHash, [], (connection) => ({ ...connection, lists })),
  delete: async (storeHash) => shelves.connections.delete(storeHash),
});

export const memorySettingsRecords = (shelves: MemoryShelves): SettingsRecords => ({
  get: async (storeHash) => shelves.settings.get(storeHash) ?? UNSAVED_SETTINGS,
  async save(storeHash, expectedVersion, record) {
    requireStore(shelves, storeHash);
    const known = shelves.settings.get(storeHash) ?? UNSAVED_SETTINGS;
    if (known.version !== expectedVersion) return false;
    shelves.settings.set(storeHash, [], { ...record, version: expectedVersion + 1 });
    return true;
  },
});

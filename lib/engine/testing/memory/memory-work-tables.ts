import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantFromMillis, instantPlus, millisOfInstant } from '../../../domain/instant-arithmetic';
import { LeaseLost } from '../../ports/failures';
import type { ApiCalls, Cursors, DirtyMark, DirtyRow, DirtySet, Inbox, Intents, Leases } from '../../ports/tables';
import type { MemoryShelves } from './memory-shelves';

export const memoryDirtySet = ({ dirty, leases }: MemoryShelves): DirtySet => {
  const mark = (storeHash: StoreHash, marked: DirtyMark) => {
    const known = dirty.get(storeHash, marked.thing, marked.id);
    dirty.set(storeHash, [marked.thing, marked.id], known === null ? { ...marked, version: 1, attempts: 0 } : merged(known, marked));
  };
  const settle = (storeHash: StoreHash, { thing, id, version }: DirtyRow) => {
    if (dirty.get(storeHash, thing, id)?.version === version) dirty.delete(storeHash, thing, id);
  };
  return {
    mark: async (storeHash, marked) => mark(storeHash, marked),
    async markMany(storeHash, marks) {
      for (const marked of marks) mark(storeHash, marked);
    },
    listDue: async (storeHash, now, limit) => dirty.list(storeHash).filter((row) => row.notBefore <= now).sort(mostUrgentFirst).slice(0, limit),
    async listDueKinds(storeHash, now) {
      const heads = dirty.list(storeHash).filter((row) => row.notBefore <= now).sort(mostUrgentFirst);
      return [...new Map(heads.map(({ thing, priority }) => [`${thing} ${priority}`, { thing, priority }])).values()];
    },
    async listDueOf(storeHash, { thing, priority }, { now, limit }) {
      const due = dirty.listTagged(storeHash, [thing]).filter((row) => row.priority === priority && row.notBefore <= now);
      return due.sort(mostUrgentFirst).slice(0, limit);
    },
    find: async (storeHash, thing, id) => dirty.get(storeHash, thing, id),
    settle: async (storeHash, row) => settle(storeHash, row),
    async settleMany(storeHash, rows) {
      for (const row of rows) settle(storeHash, row);
    },
    async deleteThing(storeHash, thing) {
      for (const { id } of dirty.listTagged(storeHash, [thing])) dirty.delete(storeHash, thing, id);
    },
    async postpone(storeHash, { thing, id, version }, notBefore) {
      dirty.change(storeHash, [thing, id], (row) => (row.version === version ? { ...row, notBefore, attempts: row.attempts + 1 } : row));
    },
    async rest(storeHash, { thing, id, version }, notBefore) {
      dirty.change(storeHash, [thing, id], (row) => (row.version === version ? { ...row, notBefore } : row));
    },
    deleteAll: async (storeHash) => dirty.deleteStore(storeHash),
    async listStoresDue(now) {
      const rests = (lease: { expiresAt: Instant } | null) => lease !== null && lease.expiresAt > now;
      const due = dirty.all().filter(({ value, storeHash }) => value.notBefore <= now && !rests(leases.get(storeHash)));
      return [...new Set(due.sort((a, b) => mostUrgentFirst(a.value, b.value)).map(({ storeHash }) => storeHash))];
    },
    nextDue: async (storeHash) => dirty.list(storeHash).map((row) => row.notBefore).sort()[0] ?? null,
    count: async (storeHash, thing) => dirty.listTagged(storeHash, [thing]).length,
  };
};

const merged = (known: DirtyRow, mark: DirtyMark): DirtyRow => ({
  ...known,
  version: known.version + 1,
  priority: Math.min(known.priority, mark.priority),
  notBefore: mark.notBefore < known.notBefore ? mark.notBefore : known.notBefore,
  trigger: mark.priority <= known.priority ? mark.trigger : known.trigger,
  attempts: 0,
});

/** Among equals, first come, first served: the shelf keeps that order, and sorting is stable. */
const mostUrgentFirst = (a: DirtyRow, b: DirtyRow): number => a.priority - b.priority || (a.notBefore < b.notBefore ? -1 : a.notBefore > b.notBefore ? 1 : 0);

export const memoryLeases = ({ leases }: MemoryShelves): Leases => ({
  async acquire(storeHash, owner, { now, ttlMs }) {
    const known = leases.get(storeHash);
    if (known !== null && known.owner !== null && known.expiresAt > now) return null;
    const token = (known?.token ?? 0n) + 1n;
    leases.set(storeHash, [], { owner, token, expiresAt: instantPlus(now, ttlMs) });
    return token;
  },
  async renew(storeHash, token, { now, ttlMs }) {
    const known = leases.get(storeHash);
    if (known === null || known.token !== token || known.owner === null) return false;
    return leases.change(storeHash, [], (lease) => ({ ...lease, expiresAt: instantPlus(now, ttlMs) }));
  },
  release: async (storeHash, token, restUntil = null) =>
    void leases.change(storeHash, [], (lease) => (lease.token === token ? { ...lease, owner: null, expiresAt: restUntil ?? instantFromMillis(0) } : lease)),
  revoke: async (storeHash) => void leases.change(storeHash, [], ({ token }) => ({ owner: null, token: token + 1n, expiresAt: instantFromMillis(0) })),
  async assertHeld(storeHash, token) {
    const known = leases.get(storeHash);
    if (known === null || known.token !== token || known.owner === null) throw new LeaseLost(`another process took over store ${storeHash}`);
  },
});

export const memoryIntents = ({ intents }: MemoryShelves): Intents => ({
  find: async (storeHash, kind, key) => intents.get(storeHash, kind, key),
  findMany: async (storeHash, kind, keys) => [...new Set(keys)].flatMap((key) => intents.get(storeHash, kind, key) ?? []),
  listUnanswered: async (storeHash, kind) => intents.list(storeHash).flatMap((one) => (one.kind === kind && (one.state === 'sending' || one.state === 'unknown') ? [one.key] : [])),
  save: async (storeHash, intent) => intents.set(storeHash, [intent.kind, intent.key], intent),
  async saveMany(storeHash, many) {
    for (const intent of many) intents.set(storeHash, [intent.kind, intent.key], intent);
  },
  deleteAll: async (storeHash) => intents.deleteStore(storeHash),
});

export const memoryInbox = ({ inbox }: MemoryShelves): Inbox => ({
  async createMany(storeHash, deliveries) {
    const fresh = deliveries.filter(({ webhookId }, index) => inbox.get(storeHash, webhookId) === null && deliveries.findIndex((one) => one.webhookId === webhookId) === index);
    for (const delivery of fresh) inbox.set(storeHash, [delivery.webhookId], delivery);
    return fresh.map(({ webhookId }) => webhookId);
  },
  deleteOlderThan: async (at) => inbox.deleteWhere(({ receivedAt }) => receivedAt < at),
});

export const memoryCursors = ({ cursors }: MemoryShelves): Cursors => ({
  find: async (storeHash, name) => cursors.get(storeHash, name),
  save: async (storeHash, name, value) => cursors.set(storeHash, [name], value ?? null),
});

const MINUTE_MS = 60_000;
const minuteOf = (at: Instant): Instant => instantFromMillis(Math.floor(millisOfInstant(at) / MINUTE_MS) * MINUTE_MS);

export const memoryApiCalls = ({ calls }: MemoryShelves): ApiCalls => ({
  async add(storeHash, at) {
    const minute = minuteOf(at);
    calls.set(storeHash, [minute], { minute, calls: (calls.get(storeHash, minute)?.calls ?? 0) + 1 });
  },
  countSince: async (storeHash, since) => {
    const first = minuteOf(since);
    return calls.list(storeHash).reduce((sum, { minute, calls: count }) => (minute >= first ? sum + count : sum), 0);
  },
  deleteOlderThan: async (at) => calls.deleteWhere(({ minute }) => minute < at),
});

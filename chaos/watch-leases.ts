import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface Lease {
  storeHash: string;
  pid: number;
  token: bigint;
}

/** What the database says of who speaks for which store, asked again and again. */
export interface LeaseWatch {
  /** Leases that live, as last seen. */
  held(): Lease[];
  /** From now on it counts until each of these stores has another speaker. */
  expectOthers(leases: readonly Lease[]): void;
  /** Milliseconds from each strike until another process spoke for the store. */
  waits(): number[];
  stop(): Promise<void>;
}

const EVERY_MS = 50;

interface Row {
  store_hash: string;
  owner: string | null;
  token: string;
  lives: boolean;
}

const read = async (connectionString: string): Promise<Row[] | null> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>('SELECT store_hash, owner, token, expires_at > now() AS lives FROM leases')).rows;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
};

export const watchLeases = (databaseUrl: string): LeaseWatch => {
  const waits: number[] = [];
  let held: Lease[] = [];
  let expected: { lease: Lease; since: number }[] = [];
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await pause(EVERY_MS)) {
      // Null while the database is away.
      const rows = await read(databaseUrl);
      if (rows === null) continue;
      const tokens = new Map(rows.map((row) => [row.store_hash, BigInt(row.token)]));
      held = rows.flatMap(({ store_hash: storeHash, owner, token, lives }) => (owner === null || !lives ? [] : [{ storeHash, pid: Number.parseInt(owner, 10), token: BigInt(token) }]));
      const [over, open] = [true, false].map((isOverNow) => expected.filter(({ lease }) => (tokens.get(lease.storeHash) ?? 0n) > lease.token === isOverNow));
      for (const { since } of over ?? []) waits.push(performance.now() - since);
      expected = open ?? [];
    }
  })();
  return {
    held: () => held,
    expectOthers: (leases) => {
      const since = performance.now();
      expected = [...expected, ...leases.map((lease) => ({ lease, since }))];
    },
    waits: () => waits,
    stop: async () => {
      isOver = true;
      await watching;
    },
  };
};

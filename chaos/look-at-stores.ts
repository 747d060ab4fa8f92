import pg from 'pg';

export interface Lease {
  storeHash: string;
  pid: number;
  token: bigint;
}

/** What the database says at one moment. */
export interface Look {
  /** Leases that live. */
  held: Lease[];
  /** The newest token of each store. */
  tokens: ReadonlyMap<string, bigint>;
  /** Rows of work by store; whoever plans the next round of something makes a row of a new age. */
  rows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of them that are due. */
  due: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often a create whose answer is lost was looked for, by store: a step as well, though its row stays. */
  looks: ReadonlyMap<string, number>;
}

interface LeaseRow {
  store_hash: string;
  owner: string | null;
  token: string;
  lives: boolean;
}

interface WorkRow {
  store_hash: string;
  row: string;
  is_due: boolean;
}

interface LooksRow {
  store_hash: string;
  looks: string;
}

const QUERY = `
  SELECT store_hash, owner, token, expires_at > now() AS lives FROM leases;
  SELECT store_hash, thing || ' ' || id || ' ' || marked_at AS row, not_before <= now() AS is_due FROM dirty;
  SELECT store_hash, sum(looks + 1) AS looks FROM intents WHERE state = 'unknown' GROUP BY store_hash`;

const byStore = (rows: readonly WorkRow[]): Map<string, Set<string>> => {
  const stores = new Map<string, Set<string>>();
  for (const { store_hash: store, row } of rows) stores.set(store, (stores.get(store) ?? new Set()).add(row));
  return stores;
};

const lookFrom = (leases: readonly LeaseRow[], work: readonly WorkRow[], looks: readonly LooksRow[]): Look => ({
  held: leases.flatMap(({ store_hash: storeHash, owner, token, lives }) => (owner === null || !lives ? [] : [{ storeHash, pid: Number.parseInt(owner, 10), token: BigInt(token) }])),
  tokens: new Map(leases.map(({ store_hash: store, token }) => [store, BigInt(token)])),
  rows: byStore(work),
  due: byStore(work.filter(({ is_due: isDue }) => isDue)),
  looks: new Map(looks.map((row) => [row.store_hash, Number(row.looks)])),
});

/** Looks again and again over one connection, and over a new one once the database was away; `null` while it is. */
export const createLooker = (connectionString: string): { look(): Promise<Look | null>; stop(): Promise<void> } => {
  let client: pg.Client | null = null;
  const leave = async (): Promise<void> => {
    await client?.end().catch(() => undefined);
    client = null;
  };
  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
    fresh.on('error', () => undefined);
    client = fresh;
    await fresh.connect();
    return fresh;
  };
  return {
    look: async () => {
      try {
        const [leases, work, looks] = (await (client ?? (await connect())).query(QUERY)) as unknown as [pg.QueryResult<LeaseRow>, pg.QueryResult<WorkRow>, pg.QueryResult<LooksRow>];
        return lookFrom(leases.rows, work.rows, looks.rows);
      } catch {
        await leave();
        return null;
      }
    },
    stop: leave,
  };
};

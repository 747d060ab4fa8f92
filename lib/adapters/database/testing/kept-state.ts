import pg from 'pg';

/** A database that goes back to how it was as often as wanted. */
export interface KeptState {
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Keeps a copy of every table of the app, beside it in the same database and under a name of its own. */
export const keepState = async (connectionString: string, name = 'kept'): Promise<KeptState> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const schema = client.escapeIdentifier(name);
  const { rows } = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'");
  const names = rows.map((row) => client.escapeIdentifier(row.name));
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}`);
  await client.query(names.map((table) => `CREATE TABLE ${schema}.${table} AS TABLE public.${table}`).join(';'));
  // References between tables are not looked at while all of them are filled: what is put back fitted together before.
  const back = names.map((table) => `INSERT INTO public.${table} SELECT * FROM ${schema}.${table}`);
  const restore = ['BEGIN', 'SET LOCAL session_replication_role = replica', `TRUNCATE ${names.map((table) => `public.${table}`).join(', ')}`, ...back, 'COMMIT'].join(';');
  return {
    restore: async () => void (await client.query(restore)),
    close: () => client.end(),
  };
};

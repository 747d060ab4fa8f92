import pg from 'pg';

/** A database that goes back to how it was as often as wanted. */
export interface KeptState {
  restore(): Promise<void>;
  close(): Promise<void>;
}

const KEPT = 'kept';

/** Keeps a copy of every table of the app, beside it in the same database. */
export const keepState = async (connectionString: string): Promise<KeptState> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'");
  const names = rows.map(({ name }) => client.escapeIdentifier(name));
  await client.query(`DROP SCHEMA IF EXISTS ${KEPT} CASCADE; CREATE SCHEMA ${KEPT}`);
  await client.query(names.map((name) => `CREATE TABLE ${KEPT}.${name} AS TABLE public.${name}`).join(';'));
  // References between tables are not looked at while all of them are filled: what is put back fitted together before.
  const back = names.map((name) => `INSERT INTO public.${name} SELECT * FROM ${KEPT}.${name}`);
  const restore = ['BEGIN', 'SET LOCAL session_replication_role = replica', `TRUNCATE ${names.map((name) => `public.${name}`).join(', ')}`, ...back, 'COMMIT'].join(';');
  return {
    restore: async () => void (await client.query(restore)),
    close: () => client.end(),
  };
};

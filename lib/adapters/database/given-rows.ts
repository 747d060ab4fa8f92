import { Prisma } from '../../generated/prisma/client';

/** A table's columns with their SQL types; `store_hash`, which every key begins with, goes without saying. */
export interface RowShape<Column extends string = string> {
  table: string;
  key: readonly NoInfer<Column>[];
  columns: Readonly<Record<Column, string>>;
}

/** As a table expression named `given`: any number of rows in one parameter. */
export const givenRows = <Column extends string>(columns: Readonly<Record<Column, string>>, rows: readonly Record<NoInfer<Column>, unknown>[]): Prisma.Sql => {
  const types = Object.entries(columns).map(([name, type]) => `${name} ${String(type)}`);
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) AS given (${Prisma.raw(types.join(', '))})`;
};

/** Inserts rows of `given`, or another source of the same columns, or brings them up to date; a row that is the same already is not written. */
export const upsertRows = (storeHash: string, { table, key, columns }: RowShape, source: string): Prisma.Sql => {
  const names = Object.keys(columns);
  const rest = names.filter((name) => !key.includes(name));
  const [list, changes] = [names.join(', '), rest.map((name) => `${name} = EXCLUDED.${name}`).join(', ')];
  const [known, excluded] = [rest.map((name) => `known.${name}`).join(', '), rest.map((name) => `EXCLUDED.${name}`).join(', ')];
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} AS known (store_hash, ${Prisma.raw(list)})
    SELECT ${storeHash}, ${Prisma.raw(list)} FROM ${Prisma.raw(source)}
    ON CONFLICT (store_hash, ${Prisma.raw(key.join(', '))}) DO UPDATE SET ${Prisma.raw(changes)}
    WHERE ROW(${Prisma.raw(known)}) IS DISTINCT FROM ROW(${Prisma.raw(excluded)})`;
};

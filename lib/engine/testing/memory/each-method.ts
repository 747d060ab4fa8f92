import type { Tables } from '../../ports/tables';

export type Method = (...args: unknown[]) => Promise<unknown>;

/** The same tables with each method changed: a table at its first use, because a transaction needs few of them. */
export const eachMethod = (tables: Tables, change: (method: Method) => Method): Tables => {
  const changed = new Map<keyof Tables, object>();
  const changeAll = (name: keyof Tables): object => {
    const table = Object.fromEntries(Object.entries(tables[name]).map(([key, method]) => [key, change(method as Method)]));
    changed.set(name, table);
    return table;
  };
  return new Proxy(tables, { get: (_tables, name: keyof Tables) => changed.get(name) ?? changeAll(name) });
};

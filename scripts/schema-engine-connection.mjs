import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { parse as parseArray } from 'postgres-array';

/**
 * The types that PostgreSQL's catalogue answers with, by their object id. Prisma's own adapter serves applications and
 * refuses some of these, "char" among them.
 */
const SCALARS = {
  16: { column: 'Boolean', read: (text) => text === 't' },
  18: { column: 'Character' },
  19: { column: 'Text' },
  20: { column: 'Int64' },
  21: { column: 'Int32', read: Number },
  23: { column: 'Int32', read: Number },
  25: { column: 'Text' },
  26: { column: 'Int64' },
  700: { column: 'Float', read: Number },
  701: { column: 'Double', read: Number },
  1042: { column: 'Text' },
  1043: { column: 'Text' },
  1082: { column: 'Date' },
  1114: { column: 'DateTime', read: isoTime },
  1184: { column: 'DateTime', read: isoTime },
  1700: { column: 'Numeric' },
};
/** Object id of an array type to that of its items. */
const ARRAYS = { 1000: 16, 1002: 18, 1003: 19, 1005: 21, 1007: 23, 1009: 25, 1015: 1043, 1016: 20, 1028: 26 };

/** What the schema engine asks of a database: queries on the catalogue, scripts, transactions. */
export async function openConnection(connectionString) {
  const client = new pg.Client({ connectionString, types: { getTypeParser: () => (text) => text } });
  await client.connect().catch(refuse);
  const ask = (sql, values) => client.query({ text: sql, values, rowMode: 'array' }).catch(refuse);
  // As one simple query, so that scripts may hold functions and strings with semicolons.
  const executeScript = async (script) => void (await client.query(script).catch(refuse));
  const queryable = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async ({ sql, args }) => resultSet(await ask(sql, args)),
    executeRaw: async ({ sql, args }) => (await ask(sql, args)).rowCount ?? 0,
  };
  const startTransaction = async () => {
    await executeScript('BEGIN');
    const end = (statement) => () => executeScript(statement);
    return { ...queryable, options: { usePhantomQuery: true }, commit: end('COMMIT'), rollback: end('ROLLBACK') };
  };
  const getConnectionInfo = () => ({ schemaName: 'public', supportsRelationJoins: true });
  return { ...queryable, executeScript, startTransaction, getConnectionInfo, dispose: () => client.end() };
}

function resultSet({ fields, rows }) {
  const types = fields.map(({ dataTypeID }) => typeOf(dataTypeID));
  return {
    columnNames: fields.map(({ name }) => name),
    columnTypes: types.map(({ column }) => ColumnTypeEnum[column]),
    rows: rows.map((row) => row.map((text, index) => (text === null ? null : types[index].read(text)))),
  };
}

/** Types beyond the table are passed on as text. */
function typeOf(id) {
  const item = SCALARS[ARRAYS[id] ?? id] ?? SCALARS[25];
  const read = item.read ?? String;
  if (!(id in ARRAYS)) return { column: item.column, read };
  return { column: `${item.column}Array`, read: (text) => parseArray(text, read) };
}

/** 2026-11-01 10:00:00+00 to 2026-11-01T10:00:00+00:00. */
function isoTime(text) {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

/** Throws the error in the shape that the engine turns into Prisma's own messages. */
function refuse(error) {
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
  if (code === '3D000') throw new DriverAdapterError({ kind: 'DatabaseDoesNotExist', originalMessage: message });
  if (/^[0-9A-Z]{5}$/.test(code)) throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint, originalMessage: message });
  const where = `${error.address ?? 'the database server'}${error.port ? `:${error.port}` : ''}`;
  throw new DriverAdapterError({ kind: 'DatabaseNotReachable', host: error.address, port: error.port, originalMessage: `Can't reach ${where}: ${message || code}` });
}

#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which is a download that closed networks refuse: the same JSON-RPC over
 * standard input and output, served by the WebAssembly build of the same engine from npm. `prisma.config.ts` names this
 * file to Prisma. The protocol is internal to Prisma, so both packages are pinned to one version.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const engineFile = (name) => require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, name);

if (process.argv.includes('--version')) {
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(engineFile('package.json'), 'utf8')).version}`);
  process.exit(0);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});
const { openDatabase, maintain } = await import('./schema-engine-database.mjs');
const database = openDatabase(values.datasource ? JSON.parse(values.datasource).url : undefined);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => finish(0));
if (positionals[0] === 'cli') await runCommand(positionals[1]);
else serve();

async function finish(code) {
  await database.close();
  process.exit(code);
}

/** The engine's three one-shot commands; Prisma reads failures as JSON lines from the second line of standard error on. */
async function runCommand(command) {
  try {
    const url = await database.resolveUrl();
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    if (command === 'create-database') await maintain(url, `CREATE DATABASE "${name}"`);
    else if (command === 'drop-database') await maintain(url, `DROP DATABASE IF EXISTS "${name}"`);
    else if (command === 'can-connect-to-database') await tryConnection();
    else throw new Error(`The schema engine has no command "${command}".`);
    await finish(0);
  } catch (error) {
    const fields = { message: error.message, is_panic: false, error_code: error.prismaCode ?? 'P1001' };
    console.error(`\n${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' })}`);
    await finish(1);
  }
}

async function tryConnection() {
  const opened = await database.factory.connect();
  const answer = opened.ok ? await opened.value.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }) : opened;
  if (opened.ok) await opened.value.dispose();
  if (answer.ok) return;
  const prismaCode = answer.error.kind === 'DatabaseDoesNotExist' ? 'P1003' : 'P1001';
  throw Object.assign(new Error(answer.error.originalMessage ?? answer.error.kind), { prismaCode });
}

function serve() {
  let engine;
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const request = line.trim() ? JSON.parse(line) : {};
    // Without a method it is the acknowledgement of something that was printed.
    if (!request.method) return;
    queue = queue.then(async () => answer(await (engine ??= loadEngine()), request));
  });
  lines.on('close', () => queue.then(() => finish(0)));
}

async function answer(engine, { id, method, params }) {
  try {
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    if (method === 'diff' && result?.stdout != null) send({ method: 'print', id: id + 1_000_000, params: { content: result.stdout } });
    send({ id, result: result ?? null });
  } catch (error) {
    const data = { is_panic: false, message: String(error.message ?? error), meta: error.meta ?? null, error_code: error.code ?? null };
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function loadEngine() {
  const glue = await import(engineFile('schema_engine_bg.js'));
  const bytes = readFileSync(engineFile('schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
  const log = () => undefined;
  return glue.SchemaEngine.new({ datamodels }, log, database.factory);
}

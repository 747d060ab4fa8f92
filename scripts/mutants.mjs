/** Behind `npm run mutants`: changes the code on trial, one small thing at a time, and tells which changes no test notices. */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { AREAS } from './mutants/areas.mjs';

/** Copied neither to the place where the mutants live nor searched for tests. */
const LEFT_BEHIND = ['.next', '.data', 'dist', 'test-results', 'playwright-report', 'bench', 'chaos', 'components', 'docs', 'e2e', 'fuzz', 'sandbox', 'simulate'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { mutate: { type: 'string' }, afresh: { type: 'boolean', default: false }, concurrency: { type: 'string', default: '1' } } });
const unknown = positionals.filter((name) => !Object.hasOwn(AREAS, name));
if (unknown.length > 0) {
  console.error(`There is no area ${unknown.join(', ')}. There are: ${Object.keys(AREAS).join(', ')}.`);
  process.exit(1);
}

const scores = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(AREAS)) scores.push(await tryOut(name));
for (const { name, noticed, all, least } of scores) {
  const share = all === 0 ? 100 : (noticed / all) * 100;
  console.log(`${name.padEnd(8)} ${noticed} of ${all} noticed, ${share.toFixed(1)} %  aim at least ${least} %  ${share >= least ? 'reached' : 'MISSED'}`);
  if (share < least) process.exitCode = 1;
}

/** `--mutate FILES` narrows an area down to some of its files; `--afresh` tries out again what an earlier run knows, as it must after a change to a table of a test. */
async function tryOut(name) {
  const { mutate, testFiles, runner = 'in-process', least } = AREAS[name];
  // The runner is a process of its own, and its settings stand in a file.
  process.env.MUTANTS_TESTS = JSON.stringify({ include: testFiles });
  const results = await new Stryker({
    mutate: values.mutate?.split(',') ?? mutate,
    testRunner: runner,
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('mutants/in-process-runner.mjs', import.meta.url))],
    // What imports a file is not found for a file that is changed as it loads.
    vitest: { configFile: 'scripts/vitest/mutants.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    incremental: true,
    force: values.afresh,
    incrementalFile: `.data/mutants/${name}.json`,
    // Outside the project, or other tools would find the changed copies.
    tempDirName: path.join(os.tmpdir(), `mutants-${process.pid}`),
    ignorePatterns: LEFT_BEHIND,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
    logLevel: 'warn',
    thresholds: { high: 95, low: 90, break: null },
    timeoutMS: 5_000,
    tsconfigFile: 'tsconfig.json',
    packageManager: 'npm',
  }).runMutationTest();
  const counted = (statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = counted(['Killed', 'Timeout']);
  return { name, least, noticed, all: noticed + counted(['Survived', 'NoCoverage']) };
}

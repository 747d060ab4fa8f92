/**
 * A test runner of Stryker's for tests that need nothing but themselves. Vitest begins a worker per mutant, which costs half
 * a second; here each test file is one script that is evaluated anew per mutant, which costs milliseconds.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import esbuild from 'esbuild';
import { createCollector } from './collect-tests.mjs';

const require = createRequire(import.meta.url);

/** Where the changed code keeps which change is on trial, and counts what it passes. */
const state = (globalThis.__stryker__ ??= {});

/** In the place where the mutants live, so it goes with them. */
const BUNDLES = '.bundles.json';

/** All files in one go, which reads each module once. */
const bundle = async (files) => {
  const { outputFiles } = await esbuild.build({ absWorkingDir: process.cwd(), entryPoints: files, outbase: '.', outdir: '.', bundle: true, write: false, format: 'cjs', platform: 'node', packages: 'external', logLevel: 'error' });
  return Object.fromEntries(outputFiles.map(({ path: made, text }) => [path.relative(process.cwd(), made).replace(/\.js$/, '.ts'), text]));
};

/** After a change that never ends Stryker begins a new process, and bundling takes longer than most changes do: so it finds them here. */
const bundlesOf = async (files) => {
  if (fs.existsSync(BUNDLES)) return JSON.parse(fs.readFileSync(BUNDLES, 'utf8'));
  const bundles = await bundle(files);
  // Another process may look at this moment.
  fs.writeFileSync(`${BUNDLES}.${process.pid}`, JSON.stringify(bundles));
  fs.renameSync(`${BUNDLES}.${process.pid}`, BUNDLES);
  return bundles;
};

/** Tests bear their file's name and a number, for two may be called the same. */
const load = ({ file, script }) => {
  const { words, tests } = createCollector();
  script((name) => (name === 'vitest' ? words : require(name)), { exports: {} }, {});
  return tests().map((test, index) => ({ ...test, id: `${file} ${test.name} #${index}` }));
};

const TOO_LONG = Symbol('too long');

/** For one test under a change; what Stryker allows is for all of them. */
const PATIENCE_MS = 5_000;

const within = async (ms, work) => {
  const end = new AbortController();
  const outcome = await Promise.race([work.then(() => null, (error) => error ?? new Error('failed')), pause(ms, TOO_LONG, { signal: end.signal }).catch(() => null)]);
  end.abort();
  return outcome;
};

/** Likewise: how long the tests of a file took without a change. */
const DURATIONS = '.durations.json';

/** What stands beside a file, or in its folder, most likely notices a change there; of those the quick ones, before one that no longer ends. */
const nearestTo = (changed, durations) => {
  const farAway = (file) => (file === changed.replace(/\.ts$/, '.test.ts') ? 0 : path.dirname(file) === path.dirname(changed) ? 1 : 2);
  return (one, other) => farAway(one.file) - farAway(other.file) || durations[one.file] - durations[other.file];
};

class InProcessRunner {
  async init() {
    // What a change leaves behind must not end the process.
    process.on('unhandledRejection', () => undefined);
    const { include } = JSON.parse(process.env.MUTANTS_TESTS);
    const files = fs.globSync(include).sort();
    const bundles = await bundlesOf(files);
    this.files = files.map((file) => ({ file, script: new Function('require', 'module', 'exports', bundles[file]) }));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** What a file passes while it loads counts for each of its tests: only they can notice a change there. */
  async dryRun({ timeout }) {
    const tests = [];
    state.mutantCoverage = { static: {}, perTest: {} };
    for (const file of this.files) {
      state.currentTestId = file.file;
      const loaded = load(file);
      const atLoad = state.mutantCoverage.perTest[file.file] ?? {};
      delete state.mutantCoverage.perTest[file.file];
      for (const { id, name, run } of loaded) {
        state.currentTestId = id;
        state.mutantCoverage.perTest[id] = { ...atLoad };
        const startedAt = performance.now();
        const error = await within(timeout, run());
        tests.push({ id, name, fileName: path.resolve(file.file), timeSpentMs: performance.now() - startedAt, ...(error === null ? { status: 'success' } : { status: 'failed', failureMessage: String(error) }) });
      }
    }
    state.currentTestId = undefined;
    const took = Object.groupBy(tests, ({ fileName }) => path.relative(process.cwd(), fileName));
    fs.writeFileSync(DURATIONS, JSON.stringify(Object.fromEntries(Object.entries(took).map(([file, all]) => [file, all.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0)]))));
    return { status: 'complete', tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, timeout }) {
    const patience = Math.min(timeout, PATIENCE_MS);
    const wanted = new Set(testFilter);
    this.durations ??= JSON.parse(fs.readFileSync(DURATIONS, 'utf8'));
    const files = this.files.filter(({ file }) => testFilter.some((id) => id.startsWith(`${file} `))).sort(nearestTo(path.relative(process.cwd(), activeMutant.fileName), this.durations));
    let nrOfTests = 0;
    Object.assign(state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: hitLimit ?? Infinity, mutantCoverage: { static: {}, perTest: {} } });
    try {
      for (const file of files) {
        for (const { id, run } of load(file)) {
          if (!wanted.has(id)) continue;
          nrOfTests += 1;
          const error = await within(patience, run());
          if (error === TOO_LONG || state.hitCount > state.hitLimit) return { status: 'timeout' };
          if (error !== null) return { status: 'killed', killedBy: [id], failureMessage: String(error), nrOfTests };
        }
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      // The file does not even load.
      return { status: 'killed', killedBy: testFilter.slice(0, 1), failureMessage: String(error), nrOfTests };
    } finally {
      state.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];

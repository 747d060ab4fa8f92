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

const bundled = async (file) => {
  const { outputFiles } = await esbuild.build({ absWorkingDir: process.cwd(), entryPoints: [file], bundle: true, write: false, format: 'cjs', platform: 'node', packages: 'external', logLevel: 'error' });
  return new Function('require', 'module', 'exports', outputFiles[0].text);
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

/** What stands beside a file, or in its folder, most likely notices a change there. */
const nearestTo = (changed) => {
  const farAway = (file) => (file === changed.replace(/\.ts$/, '.test.ts') ? 0 : path.dirname(file) === path.dirname(changed) ? 1 : 2);
  return (one, other) => farAway(one.file) - farAway(other.file);
};

class InProcessRunner {
  async init() {
    // What a change leaves behind must not end the process.
    process.on('unhandledRejection', () => undefined);
    const { include } = JSON.parse(process.env.MUTANTS_TESTS);
    const files = fs.globSync(include).sort();
    this.files = await Promise.all(files.map(async (file) => ({ file, script: await bundled(file) })));
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
    return { status: 'complete', tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, timeout }) {
    const patience = Math.min(timeout, PATIENCE_MS);
    const wanted = new Set(testFilter);
    const files = this.files.filter(({ file }) => testFilter.some((id) => id.startsWith(`${file} `))).sort(nearestTo(path.relative(process.cwd(), activeMutant.fileName)));
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

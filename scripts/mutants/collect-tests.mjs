import { format } from 'node:util';
import { expect, vi } from 'vitest';

const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];

const newSuite = (name, parent = null) => ({ name, parent, tests: [], suites: [], ...Object.fromEntries(HOOKS.map((hook) => [hook, []])) });

/**
 * "%s" in a name stands for a value of its case; the values that it does not name are left out. Of an error it is the
 * message: its stack is another each time that the file is loaded, and a test that is called otherwise is not found again.
 */
const nameOf = (name, values) => format(name, ...values.slice(0, name.match(/%[sdifjoO]/g)?.length ?? 0).map((value) => (value instanceof Error ? String(value) : value)));

/**
 * The words that a test file imports from Vitest, and the tests that it then holds, in order. Their meaning is kept as far
 * as the tests of `lib/` need it: no mocked modules, no snapshots, no tests that are skipped.
 */
export const createCollector = () => {
  let suite = newSuite('');
  const root = suite;

  const addTest = (name, body) => suite.tests.push({ name, body });
  const addSuite = (name, body) => {
    suite = newSuite(name, suite);
    suite.parent.suites.push(suite);
    body();
    suite = suite.parent;
  };
  const each = (add) => (cases) => (name, body) => {
    for (const one of cases) {
      const values = Array.isArray(one) ? one : [one];
      add(nameOf(name, values), () => body(...values));
    }
  };

  const it = Object.assign((...given) => addTest(...given), { each: each(addTest) });
  const words = {
    describe: Object.assign((...given) => addSuite(...given), { each: each(addSuite) }),
    it,
    test: it,
    expect,
    vi,
    ...Object.fromEntries(HOOKS.map((hook) => [hook, (work) => suite[hook].push(work)])),
  };
  return { words, tests: () => testsOf(root, []) };
};

const testsOf = (suite, outer) => {
  const suites = [...outer, suite];
  const own = suite.tests.map(({ name, body }) => ({ name: [...suites.map((each) => each.name), name].filter((part) => part !== '').join(' > '), run: () => runIn(suites, body) }));
  return [...own, ...suite.suites.flatMap((inner) => testsOf(inner, suites))];
};

const runIn = async (suites, body) => {
  for (const suite of suites) {
    for (const work of suite.beforeAll.splice(0)) await work();
  }
  try {
    for (const work of suites.flatMap(({ beforeEach }) => beforeEach)) await work();
    await body();
  } finally {
    for (const work of suites.toReversed().flatMap(({ afterEach }) => afterEach)) await work();
    vi.restoreAllMocks();
  }
};

/** Who may import whom: docs/architecture.md says why, scripts/fences.test.ts shows each rule failing. */

const OURS = '^(app|components|worker|sandbox|simulate|e2e|bench|chaos|fuzz|storm|scripts)/|^lib/|^(instrumentation|proxy)[.]ts$';
const PRODUCT = '^(app|components|lib|worker)/|^(instrumentation|proxy)[.]ts$';
const TEST = '[.]test[.]tsx?$|/testing/';
const NPM = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] };
/** Whatever else stands in lib itself is a part of it. */
const COMPOSITION = '^lib/(?!env[.]|logger[.])[^/]+[.]tsx?$|^lib/composition/';

/** A rule is named for what it protects; everything of ours that `sees` does not match is out of bounds for `from`. */
const layer = (name, { from, sees, tests }) => ({
  name,
  severity: 'error',
  from: { path: from, ...(tests ? { pathNot: TEST } : {}) },
  to: { path: OURS, pathNot: sees },
});

const onlyFrom = (name, { allowed, to }) => ({ name, severity: 'error', from: { path: OURS, pathNot: allowed }, to: { path: to } });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('domain-sees-domain', { from: '^lib/domain/', sees: '^lib/domain/' }),
    layer('engine-sees-domain', { from: '^lib/engine/', sees: '^lib/(domain|engine)/' }),
    layer('adapters-see-ports-and-domain', { from: '^lib/adapters/', sees: '^lib/(domain|engine/ports|adapters|generated)/|^lib/logger[.]ts$', tests: true }),
    layer('adapter-tests-see-the-engines-batteries', { from: `^lib/adapters/.*(${TEST})`, sees: '^lib/(domain|engine/ports|engine/testing|adapters|generated)/|^lib/(logger|env)[.]ts$' }),
    layer('composition-stays-below-the-edge', { from: COMPOSITION, sees: `^lib/(domain|engine|adapters)/|^lib/(logger|env)[.]ts$|${COMPOSITION}` }),
    layer('web-sees-composition', { from: '^lib/web/', sees: `^lib/(web|domain|engine)/|^lib/(logger|env)[.]ts$|${COMPOSITION}` }),
    layer('env-and-logger-stand-at-the-bottom', { from: '^lib/(env|logger)[.]ts$', sees: '^lib/(domain|engine/ports)/|^lib/(env|logger)[.]ts$' }),
    layer('components-see-domain-alone', { from: '^components/', sees: '^components/|^lib/domain/' }),
    layer('the-worker-sees-composition-and-queue', { from: '^worker/', sees: `^worker/|^lib/adapters/queue/|^lib/(logger|env)[.]ts$|${COMPOSITION}` }),
    layer('the-simulation-drives-both-sides', { from: '^simulate/', sees: '^simulate/|^lib/(?!generated/)|^sandbox/' }),
    layer('the-sandbox-stands-outside', { from: '^sandbox/', sees: '^sandbox/' }),
    layer('end-to-end-tests-speak-http', { from: '^e2e/', sees: '^e2e/' }),
    layer('benchmarks-speak-http', { from: '^bench/(?![^/]*-worker[.]ts$)', sees: '^bench/|^e2e/(servers|support/)|^lib/composition/testing/(tally|start-fault-proxy)[.]ts$' }),
    layer('the-bench-worker-is-the-app', { from: '^bench/[^/]*-worker[.]ts$', sees: `^bench/|^lib/(web|domain)/|^lib/engine/sweep[.]ts$|${COMPOSITION}` }),
    layer('chaos-speaks-http', { from: '^chaos/(?!front[.]ts$)', sees: '^chaos/|^lib/adapters/database/embedded-postgres[.]ts$|^lib/composition/testing/sandbox-environment[.]ts$' }),
    layer('the-front-of-chaos-is-the-app', { from: '^chaos/front[.]ts$', sees: `^chaos/|^lib/(web|domain)/|${COMPOSITION}` }),
    layer('fuzzing-drives-the-app-from-its-edge-down', { from: '^fuzz/', sees: '^fuzz/|^lib/(?!generated/)|^app/api/' }),
    layer('the-storm-drives-the-app-from-its-route-down', { from: '^storm/', sees: '^storm/|^lib/(?!generated/)' }),
    layer('scripts-see-the-database-alone', { from: '^scripts/', sees: '^scripts/|^lib/adapters/database/' }),
    onlyFrom('only-composition-sees-adapters', { allowed: `^lib/adapters/|^worker/|^simulate/|^chaos/|^fuzz/|^storm/|^scripts/|${COMPOSITION}`, to: '^lib/adapters/' }),
    onlyFrom('nothing-imports-the-sandbox', { allowed: '^(sandbox|simulate)/', to: '^sandbox/' }),
    onlyFrom('nothing-imports-the-edge', { allowed: '^(app|worker|fuzz|scripts)/|^(instrumentation|proxy)[.]ts$', to: '^(app|worker|scripts)/' }),
    onlyFrom('prisma-stays-in-the-database-adapter', { allowed: '^lib/(adapters/database|generated)/|^scripts/|^chaos/look-at-stores[.]ts$', to: '^lib/generated/|node_modules/(@prisma/|pg/)' }),
    onlyFrom('pg-boss-stays-in-the-queue-adapter', { allowed: '^lib/adapters/queue/', to: 'node_modules/pg-boss/' }),
    {
      name: 'adapters-do-not-see-each-other',
      comment: 'adapters/http serves the other adapters.',
      severity: 'error',
      from: { path: '^lib/adapters/([^/]+)/' },
      to: { path: '^lib/adapters/', pathNot: '^lib/adapters/($1|http)/' },
    },
    {
      name: 'domain-and-engine-know-no-vendor',
      severity: 'error',
      from: { path: '^lib/(domain|engine)/', pathNot: TEST },
      to: { ...NPM, pathNot: 'node_modules/(big[.]js|@types/big[.]js|zod)/' },
    },
    {
      name: 'domain-and-engine-touch-no-machine',
      severity: 'error',
      from: { path: '^lib/(domain|engine)/', pathNot: TEST },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'product-code-imports-no-test-code',
      severity: 'error',
      from: { path: PRODUCT, pathNot: TEST },
      to: { path: `${TEST}|^e2e/|node_modules/(vitest|@playwright|fast-check)/` },
    },
    {
      name: 'product-code-needs-no-development-package',
      severity: 'error',
      from: { path: PRODUCT, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'what-is-imported-exists',
      severity: 'error',
      from: {},
      // Before `prisma generate` the generated client is not there.
      to: { couldNotResolve: true, pathNot: 'lib/generated/|/generated/prisma' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^lib/generated/' },
    exclude: { path: '^[.]next/|^dist/|[.]css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};

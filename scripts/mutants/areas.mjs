/** Share of the mutants that the tests have to notice, in percent. */
const CLOSEST = 95;
const CLOSE = 90;

const files = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

const MONEY = [
  ...files('lib/domain', ['money', 'quantity']),
  ...files('lib/domain/rules', [
    'hike-tax-for-amount', 'line-discounts', 'mapped-tax', 'order-amounts-from-sale', 'order-lines-from-sale-line', 'payment-type-for-method',
    'payments-from-order', 'returned-amount-of-exchange', 'rounding-tolerance', 'sale-lines-from-order', 'sale-totals', 'shipping-from-order',
    'spread-by-weight', 'units-to-the-cent',
  ]),
];

const SESSION = [
  ...files('lib/web', ['bearer-of', 'hike-state', 'hook-signature', 'launch-token', 'same-origin', 'session-cookie', 'session-token', 'start-session', 'with-session']),
  'lib/engine/account/check-session.ts',
];

const LIMITER = files('lib/adapters/http', [
  'closing-time', 'create-closing', 'create-quota-gate', 'header-gated-pacer', 'lanes', 'others-margin', 'others-pace', 'own-call-times', 'quota-window',
  'rate-headers', 'rolling-pacer', 'rolling-window', 'turns', 'urgent-share', 'window-track',
]);

const ENGINE = [
  ...files('lib/engine', ['close-retried', 'hold-lease', 'pump', 'run-apart', 'settle-failure', 'sweep']),
  ...files('lib/engine/jobs', ['create-once', 'fail-together', 'repeatably', 'poll-hike-sales']),
];

const WATCH = ['lib/engine/jobs/{watch,hooks}/*.ts', 'lib/engine/jobs/keep-store.ts', ...files('lib/engine', ['mark-watch', 'outage-behind', 'probe-side'])];

const NO_TESTS = ['!lib/**/*.test.ts', '!lib/**/testing/**'];

const DOMAIN_TESTS = ['lib/domain/**/*.test.ts'];

const ENGINE_TESTS = ['lib/engine/*.test.ts', 'lib/engine/{account,jobs,pages}/**/*.test.ts'];

/**
 * What can be asked for by name: the files that are changed on trial, the tests that must notice by themselves, and how much of it.
 * Routes keep their services for as long as their process lives, so their tests are left to Vitest, which isolates them from each other.
 */
export const AREAS = {
  money: { mutate: MONEY, testFiles: DOMAIN_TESTS, least: CLOSEST },
  session: { mutate: SESSION, testFiles: ['lib/web/*.test.ts', 'lib/engine/account/*.test.ts', 'app/api/**/*.test.ts'], runner: 'vitest', least: CLOSEST },
  limiter: { mutate: LIMITER, testFiles: ['lib/adapters/http/!(*.load).test.ts'], least: CLOSEST },
  domain: { mutate: ['lib/domain/**/*.ts', ...MONEY.map((file) => `!${file}`), ...NO_TESTS], testFiles: DOMAIN_TESTS, least: CLOSE },
  engine: { mutate: ENGINE, testFiles: ENGINE_TESTS, least: CLOSE },
  jobs: { mutate: ['lib/engine/jobs/{send-sale,import-order}/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  stock: { mutate: ['lib/engine/jobs/stock/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  follow: { mutate: ['lib/engine/jobs/follow-orders/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  watch: { mutate: [...WATCH, ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  account: { mutate: ['lib/engine/account/*.ts', '!lib/engine/account/check-session.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  customers: { mutate: ['lib/engine/jobs/customers/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  catalogue: { mutate: ['lib/engine/jobs/catalogue/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
  reconcile: { mutate: ['lib/engine/jobs/reconcile/*.ts', ...NO_TESTS], testFiles: ENGINE_TESTS, least: CLOSE },
};

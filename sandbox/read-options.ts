import { parseArgs } from 'node:util';
import { z } from 'zod';
import { WORLD_NAMES } from './worlds/world-names.ts';

const HELP = `npm run sandbox -- [options]
  --bigcommerce-port N   API, login and control panel of BigCommerce   (4010; 0 takes a free one)
  --hike-port N          API, sign-in and till of Hike                 (4020)
  --control-port N       the sandbox's own control API                 (4030)
  --host HOST            where to listen                               (127.0.0.1)
  --world NAME           ${WORLD_NAMES.join(', ')}: the first store and shop       (demo)
  --app-url URL          where the app under test is                   (APP_URL, or http://localhost:3000)
  --record FILE          append every exchange as a line of JSON
  --data FILE            keep the state there across restarts
  --clock-scale N        run the sandbox's time N times as fast         (1)
  --latency MIN-MAX      milliseconds that a call takes, in its time    (none)
  --quiet                say nothing but the ready line
Environment: BIGCOMMERCE_CLIENT_ID, BIGCOMMERCE_CLIENT_SECRET, BIGCOMMERCE_APP_ID, BIGCOMMERCE_SCOPES, HIKE_CLIENT_ID, HIKE_CLIENT_SECRET.`;

const port = z.coerce.number().int().min(0).max(65_535);

/** What an installed app is granted: the sets that its Developer Portal profile names. */
const SCOPES = [
  'store_v2_default',
  'store_v2_orders',
  'store_v2_transactions_read_only',
  'store_v2_products',
  'store_v2_customers',
  'store_v2_information_read_only',
  'store_inventory',
  'store_locations_read_only',
  'store_channel_settings_read_only',
  'store_app_extensions_manage',
  'users_basic_information',
].join(' ');

const latency = z
  .string()
  .regex(/^\d+-\d+$/, 'must be two numbers of milliseconds, as in 50-200')
  .transform((text) => text.split('-').map(Number))
  .transform(([min = 0, max = 0]) => ({ min, max }))
  .refine(({ min, max }) => min <= max, 'the first number must not be the larger one');

const options = z.object({
  'bigcommerce-port': port.default(4010),
  'hike-port': port.default(4020),
  'control-port': port.default(4030),
  host: z.string().default('127.0.0.1'),
  world: z.enum(WORLD_NAMES).default('demo'),
  'app-url': z.url().transform((url) => new URL(url).origin),
  record: z.string().optional(),
  data: z.string().optional(),
  'clock-scale': z.coerce.number().min(0.01).max(10_000).default(1),
  latency: latency.optional(),
  quiet: z.boolean().default(false),
});

type Environment = Record<string, string | undefined>;

/** The registrations of the app on both sides; the defaults are for the demo alone. */
function registrations(env: Environment) {
  return {
    bigcommerce: {
      clientId: env['BIGCOMMERCE_CLIENT_ID'] ?? 'demo-bigcommerce-client',
      clientSecret: env['BIGCOMMERCE_CLIENT_SECRET'] ?? 'demo-bigcommerce-secret-for-the-sandbox-alone',
      appId: env['BIGCOMMERCE_APP_ID'] ?? '4711',
      scope: env['BIGCOMMERCE_SCOPES'] ?? SCOPES,
    },
    hike: {
      clientId: env['HIKE_CLIENT_ID'] ?? 'demo-hike-app',
      clientSecret: env['HIKE_CLIENT_SECRET'] ?? 'demo-hike-secret-for-the-sandbox-alone',
    },
  };
}

export type SandboxOptions = ReturnType<typeof registrations> & z.output<typeof options>;

/** The command line and the environment as options, or a sentence about what is wrong with them. */
export function readOptions(argv: string[], env: Environment): SandboxOptions | string {
  const text = { type: 'string' } as const;
  const known = { 'bigcommerce-port': text, 'hike-port': text, 'control-port': text, host: text, world: text, 'app-url': text, record: text, data: text, 'clock-scale': text, latency: text };
  try {
    const { values } = parseArgs({ args: argv, options: { ...known, quiet: { type: 'boolean' }, help: { type: 'boolean' } } });
    if (values.help) return HELP;
    const parsed = options.safeParse({ 'app-url': env['APP_URL'] ?? 'http://localhost:3000', ...values });
    if (parsed.success) return { ...parsed.data, ...registrations(env) };
    return parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n');
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
}

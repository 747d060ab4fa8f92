import { createBigCommerce } from '../../lib/adapters/bigcommerce/create-bigcommerce';
import { createBigCommerceOAuth } from '../../lib/adapters/bigcommerce/create-bigcommerce-oauth';
import { createHike } from '../../lib/adapters/hike/create-hike';
import { createHikeOAuth } from '../../lib/adapters/hike/create-hike-oauth';
import { createQuickClock } from '../../lib/adapters/http/testing/quick-clock';
import type { Transport } from '../../lib/adapters/http/transport';
import { unpaced } from '../../lib/adapters/http/unpaced';
import { assertStorable } from '../kit/assert-storable';
import { check, type Run, type Tally } from '../kit/check';
import { judge } from '../kit/judge';
import { BIGCOMMERCE_CALLS, BIGCOMMERCE_STORE, BIGCOMMERCE_TRUTH } from './bigcommerce-calls';
import { HIKE_CALLS, HIKE_TRUTH } from './hike-calls';
import { fates, hostileVendor, type Fate, type Truth } from './hostile-vendor';

interface Call {
  name: string;
  truth: Truth;
  ask: (transport: Transport) => Promise<unknown>;
}

const shared = (transport: Transport) => ({ transport, clock: createQuickClock(), random: () => 0.5 });

const bigcommerce = (transport: Transport) =>
  createBigCommerce({ ...shared(transport), apiUrl: 'https://api.example', storeHash: BIGCOMMERCE_STORE, accessToken: 'store-token', appId: '9001', pacer: unpaced });

const hike = (transport: Transport) =>
  createHike({ ...shared(transport), url: 'https://hike.example', pacer: unpaced, access: { token: async () => 'access-1', renew: async () => 'access-2' } });

/** Every method of `calls`, before a vendor made anew for each attempt. */
const callsOf = <Vendor extends object>(side: string, calls: Record<string, Record<string, (vendor: Vendor) => Promise<unknown>>>, { truth, open }: { truth: Truth; open: (transport: Transport) => Vendor }): Call[] =>
  Object.entries(calls).flatMap(([room, methods]) =>
    Object.entries(methods).map(([method, ask]) => ({ name: `${side}.${room}.${method}`, truth, ask: (transport: Transport) => ask(open(transport)) })),
  );

const secrets = { clientId: 'client', clientSecret: 'secret-of-the-client', redirectUri: 'https://app.example/callback' };
const oauthOfHike = (transport: Transport) => createHikeOAuth({ ...shared(transport), ...secrets, url: 'https://hike.example' });

export const VENDOR_CALLS: readonly Call[] = [
  ...callsOf('bigcommerce', BIGCOMMERCE_CALLS, { truth: BIGCOMMERCE_TRUTH, open: bigcommerce }),
  ...callsOf('hike', HIKE_CALLS, { truth: HIKE_TRUTH, open: hike }),
  {
    name: 'bigcommerce.oauth.redeem',
    truth: BIGCOMMERCE_TRUTH,
    ask: (transport) => createBigCommerceOAuth({ ...shared(transport), ...secrets, loginUrl: 'https://login.example' }).redeem({ code: 'the-code', scope: 's', context: 'stores/abc123' }),
  },
  { name: 'hike.oauth.redeem', truth: HIKE_TRUTH, ask: (transport) => oauthOfHike(transport).redeem('the-code') },
  { name: 'hike.oauth.refresh', truth: HIKE_TRUTH, ask: (transport) => oauthOfHike(transport).refresh('refresh-1') },
];

const attempt = async ({ truth, ask }: Pick<Call, 'truth' | 'ask'>, script: readonly Fate[]): Promise<string> => {
  const { transport, assertEnded } = hostileVendor(truth, script);
  const verdict = await judge(async () => assertStorable(await ask(transport)));
  assertEnded();
  return verdict;
};

export const fuzzCall = ({ name, truth, ask }: Call, run: Run): Promise<Tally> => check(name, fates(truth), { run, attempt: (script) => attempt({ truth, ask }, script) });

/** Both adapters before vendors that answer anything at all: each method ends in a value that can be kept, or in a failure with a name. */
export const fuzzVendors = async (run: Run): Promise<Record<string, Tally>> => {
  const tallies: Record<string, Tally> = {};
  const share = { ...run, inputs: Math.ceil(run.inputs / VENDOR_CALLS.length) };
  for (const call of VENDOR_CALLS) tallies[call.name] = await fuzzCall(call, share);
  return tallies;
};

import { readLaunch } from '../../lib/web/launch-token';
import { takeHook } from '../../lib/web/take-hook';
import type { AppProcess, Installation } from './app-process';
import type { Answering } from './virtual-network';

/** As long as BigCommerce waits, as far as is known. */
const TIMEOUT_MS = 10_000;

type Around = Pick<Installation, 'env' | 'time'>;

const answer = async ({ app, clock, database }: AppProcess, { env, time }: Around, request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/api/bigcommerce/webhooks') return new Response(null, { status: await takeHook({ env, clock, database, ...app }, request) });
  if (pathname !== '/api/bigcommerce/uninstall') return new Response(null, { status: 404 });
  const launch = await time.atWork(readLaunch({ env, clock }, searchParams.get('signed_payload_jwt') ?? ''));
  if (launch.kind === 'valid') await app.account.uninstall(launch.visit);
  return new Response(null, { status: launch.kind === 'valid' ? 200 : 401 });
};

/** A process that dies or stands still on the way does not answer. */
const orTimeOut = (answered: Promise<Response>): Promise<Response> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), TIMEOUT_MS);
    void answered.then((response) => {
      clearTimeout(timer);
      resolve(response);
    });
  });

/** The app's public address: what BigCommerce's server sends comes from outside; what a person does is called directly. */
export const appAddress =
  (web: () => AppProcess, around: Around): Answering =>
  (request) => {
    const process = web();
    if (process.gate.isDead) throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    return orTimeOut(answer(process, around, request).catch(() => new Response(null, { status: 500 })));
  };

import { forPerson } from '../../../../lib/web/for-person';
import { readLaunch } from '../../../../lib/web/launch-token';
import { openStore } from '../../../../lib/web/open-store';
import { redirectToError } from '../../../../lib/web/person-redirect';
import { storePath } from '../../../../lib/web/store-path';

/** Somebody opens the app, or a panel of it, in the control panel. */
export const GET = (request: Request): Promise<Response> =>
  forPerson(request, ({ env }) => redirectToError(env.appUrl, 'unknown'), async (services) => {
    const { appUrl } = services.env;
    const launch = await readLaunch(services, new URL(request.url).searchParams.get('signed_payload_jwt'));
    if (launch.kind !== 'valid') return redirectToError(appUrl, launch.kind === 'expired' ? 'load-expired' : 'load-invalid');
    const { storeHash, user } = launch.visit;
    const opened = await services.account.load(launch.visit);
    if (opened.kind === 'not-installed') return redirectToError(appUrl, 'not-installed');
    // The control panel makes a new launch for every load, so a repeated one is an old address.
    if (opened.kind === 'used') return redirectToError(appUrl, 'load-expired');
    const start = { storeHash, userId: user.id, startedAt: opened.startedAt };
    return openStore(services, start, { path: storePath(launch.url, { origin: appUrl, storeHash }), code: opened.code });
  });

import { forMachine } from '../../../../lib/web/for-machine';
import { readLaunch } from '../../../../lib/web/launch-token';

/** BigCommerce's server says that the app was uninstalled; it happened already, whatever the answer. */
export const GET = (request: Request): Promise<Response> =>
  forMachine(request, async (services) => {
    const token = new URL(request.url).searchParams.get('signed_payload_jwt');
    if (token === null) return 400;
    const launch = await readLaunch(services, token);
    if (launch.kind !== 'valid') return 401;
    return (await services.account.uninstall(launch.visit)) === 'uninstalled' ? 200 : 401;
  });

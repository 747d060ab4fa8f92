import { forMachine } from '../../../../lib/web/for-machine';
import { readLaunch } from '../../../../lib/web/launch-token';

/** BigCommerce's server says that a person may no longer use the app in a store; the token's user is that person. */
export const GET = (request: Request): Promise<Response> =>
  forMachine(request, async (services) => {
    const token = new URL(request.url).searchParams.get('signed_payload_jwt');
    if (token === null) return 400;
    const launch = await readLaunch(services, token);
    if (launch.kind !== 'valid') return 401;
    const { storeHash, user } = launch.visit;
    await services.account.removeMember({ storeHash, userId: user.id });
    return 200;
  });

import { forPerson } from '../../../../lib/web/for-person';
import { readHikeState } from '../../../../lib/web/hike-state';
import { redirectToError } from '../../../../lib/web/person-redirect';

const REASONS = {
  connected: 'hike-connected',
  'state-used': 'hike-state',
  'removed-user': 'removed-user',
  'not-installed': 'not-installed',
} as const;

/** Hike sends the merchant back, in a window of its own where no session lives: the signed state says who asked. */
export const GET = (request: Request): Promise<Response> =>
  forPerson(request, ({ env }) => redirectToError(env.appUrl, 'hike-failed'), async (services) => {
    const { appUrl } = services.env;
    const query = new URL(request.url).searchParams;
    const state = await readHikeState(services, query.get('state'));
    if (state === null) return redirectToError(appUrl, 'hike-state');
    if (query.has('error')) {
      const isOurs = await services.account.endHikeState(state);
      return redirectToError(appUrl, isOurs ? 'hike-denied' : 'hike-state');
    }
    const code = query.get('code');
    if (code === null || code === '' || code.length > 2_000) return redirectToError(appUrl, 'hike-failed');
    return redirectToError(appUrl, REASONS[await services.account.finishHikeConnection(state, code)]);
  });

import { z } from 'zod';
import type { AppErrorReason } from '../../../../lib/domain/views/app-error-reasons';
import type { Edge } from '../../../../lib/web/edge';
import { forPerson } from '../../../../lib/web/for-person';
import { openStore } from '../../../../lib/web/open-store';
import { preferredLanguage } from '../../../../lib/web/preferred-language';
import { redirectPerson, redirectToError } from '../../../../lib/web/person-redirect';

const Callback = z.object({
  code: z.string().min(1).max(500),
  scope: z.string().max(5_000),
  context: z.string().regex(/^stores\/[a-z0-9]+$/),
});

/** An install that began outside the control panel ends on BigCommerce's own pages. */
const endOutside = ({ env }: Edge, result: 'succeeded' | 'failed'): Response =>
  redirectPerson(`${env.bigcommerce.loginUrl}/app/${env.bigcommerce.clientId}/install/${result}`);

/** BigCommerce sends the merchant's browser here to install the app, or to confirm new permissions. */
export const GET = (request: Request): Promise<Response> => {
  const query = new URL(request.url).searchParams;
  const isOutside = query.has('external_install');
  const refuse = (services: Edge, reason: AppErrorReason): Response =>
    isOutside ? endOutside(services, 'failed') : redirectToError(services.env.appUrl, reason);
  return forPerson(request, (services) => refuse(services, 'install-failed'), async (services) => {
    const callback = Callback.safeParse(Object.fromEntries(query));
    if (!callback.success) return refuse(services, 'install-failed');
    const installed = await services.account.install({ ...callback.data, language: preferredLanguage(request) });
    if (installed.kind === 'refused') return refuse(services, installed.reason);
    if (isOutside) return endOutside(services, 'succeeded');
    return openStore(services, installed, { path: `/store/${installed.storeHash}`, code: installed.code });
  });
};

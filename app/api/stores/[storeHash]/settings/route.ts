import { z } from 'zod';
import { Settings } from '../../../../../lib/domain/settings';
import { answer } from '../../../../../lib/web/answer';
import { ApiRefused } from '../../../../../lib/web/api-refused';
import { readBody } from '../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

const Input = z.strictObject({ version: z.int32().nonnegative(), value: Settings });

export const GET = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.settings(storeHash)));

export const PUT = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, member }) => {
    const saved = await services.pages.saveSettings(storeHash, await readBody(request, Input), member.user.email);
    switch (saved.kind) {
      case 'saved':
        return answer(saved.view);
      case 'conflict':
        throw new ApiRefused({ code: 'conflict', message: `${saved.savedBy ?? 'Somebody'} saved the settings meanwhile. Reload them, then make your change again.` });
      case 'invalid':
        throw new ApiRefused({ code: 'invalid', message: 'Some settings cannot be saved.', fields: saved.fields });
    }
  });

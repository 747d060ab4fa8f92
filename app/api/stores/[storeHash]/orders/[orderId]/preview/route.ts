import { z } from 'zod';
import { OrderId } from '../../../../../../../lib/domain/ids';
import { Settings } from '../../../../../../../lib/domain/settings';
import { answer } from '../../../../../../../lib/web/answer';
import { idParam } from '../../../../../../../lib/web/id-param';
import { readBody, readParam } from '../../../../../../../lib/web/read-input';
import { withSession } from '../../../../../../../lib/web/with-session';

const Param = idParam(OrderId);
const Input = z.strictObject({ settings: Settings });

/** The sale that the order would become by these settings, saved or not; writes nothing. */
export const POST = (request: Request, { params }: { params: Promise<{ storeHash: string; orderId: string }> }): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, params: { orderId } }) => {
    const { settings } = await readBody(request, Input);
    return answer(await services.pages.previewSale(storeHash, { orderId: readParam(orderId, Param), settings }));
  });

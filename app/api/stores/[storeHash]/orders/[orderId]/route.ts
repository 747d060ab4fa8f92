import { OrderId } from '../../../../../../lib/domain/ids';
import { answer } from '../../../../../../lib/web/answer';
import { idParam } from '../../../../../../lib/web/id-param';
import { readParam } from '../../../../../../lib/web/read-input';
import { withSession } from '../../../../../../lib/web/with-session';

const Param = idParam(OrderId);

export const GET = (request: Request, { params }: { params: Promise<{ storeHash: string; orderId: string }> }): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, params: { orderId } }) =>
    answer(await services.pages.orderPanel(storeHash, readParam(orderId, Param))),
  );

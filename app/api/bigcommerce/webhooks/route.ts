import { forMachine } from '../../../../lib/web/for-machine';
import { takeHook } from '../../../../lib/web/take-hook';

/** Every topic of every store comes here. */
export const POST = (request: Request): Promise<Response> => forMachine(request, (services) => takeHook(services, request));

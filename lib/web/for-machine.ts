import { type Edge, edge } from './edge';
import { respond } from './respond';

/** A route that another server calls: it reads the status and nothing else. */
export const forMachine = (request: Request, work: (services: Edge) => Promise<number>): Promise<Response> =>
  respond(
    request,
    () => new Response(null, { status: 500 }),
    async () => new Response(null, { status: await work(await edge()) }),
  );

import { answer } from './answer';
import { ApiRefused } from './api-refused';
import { type Edge, edge } from './edge';
import { respond } from './respond';

const failed = (error: unknown, reference: string): Response => {
  if (error instanceof ApiRefused) return answer(error.refusal, { status: error.status });
  const message = `Something went wrong on our side. Try again; if it stays, tell us the reference ${reference}.`;
  return answer({ code: 'failed', message }, { status: 500 });
};

/** A route that our own pages call: every refusal is JSON with a sentence. */
export const forPage = (request: Request, work: (services: Edge) => Promise<Response>): Promise<Response> =>
  respond(request, failed, async () => work(await edge()));

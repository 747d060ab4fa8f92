import { randomUUID } from 'node:crypto';
import { logger } from '../logger';
import { logRequest } from './log-request';

/** Logs the request; an unexpected error is logged under a reference and becomes what `onError` makes of it. */
export const respond = async (request: Request, onError: (error: unknown, reference: string) => Response, work: () => Promise<Response>): Promise<Response> => {
  const startedAt = performance.now();
  let response: Response;
  try {
    response = await work();
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    response = onError(error, reference);
    // A refusal of ours that took the short way out is an answer, not a failure.
    if (response.status >= 500 || response.status === 303) logger.error('request failed', { path: new URL(request.url).pathname, reference, error });
  }
  logRequest(request, { startedAt, status: response.status });
  return response;
};

import { logger } from '../logger';

/** One line per request: the path without its query, which may hold codes and tokens. */
export const logRequest = (request: Request, { startedAt, status }: { startedAt: number; status: number }): void => {
  const facts = { method: request.method, path: new URL(request.url).pathname, status, ms: Math.round(performance.now() - startedAt) };
  if (status >= 500) logger.error('request', facts);
  else logger.info('request', facts);
};

import { logger } from '../../lib/logger';

/** Keeps the routes' log from the terminal, and what went wrong unexpectedly within reach: an answer may hide it. */
export const hearLogger = (): { takeErrors(): Error[] } => {
  let errors: Error[] = [];
  Object.assign(logger, {
    info: () => undefined,
    warn: () => undefined,
    error: (message: string, facts: Record<string, unknown> = {}) => {
      if (message !== 'request') errors.push(facts.error instanceof Error ? facts.error : new Error(message));
    },
  });
  return {
    takeErrors: () => {
      const heard = errors;
      errors = [];
      return heard;
    },
  };
};

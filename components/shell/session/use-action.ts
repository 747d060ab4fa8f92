import { useCallback, useRef, useState } from 'react';
import { ApiError } from './api-error';

export interface Action<Args extends unknown[], Answer> {
  /** Answers `null` when it failed, or when it is running already. */
  run(...args: Args): Promise<Answer | null>;
  isRunning: boolean;
  error: ApiError | null;
  clear(): void;
}

/** One thing at a time: a second click while the first is on its way does nothing. */
export const useAction = <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>): Action<Args, Answer> => {
  const running = useRef(false);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const run = useCallback(
    async (...args: Args): Promise<Answer | null> => {
      // State is too late for the second half of a double click; the ref is not.
      if (running.current) return null;
      running.current = true;
      setIsRunning(true);
      setError(null);
      try {
        return await act(...args);
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        setError(failure);
        return null;
      } finally {
        running.current = false;
        setIsRunning(false);
      }
    },
    [act],
  );

  return { run, isRunning, error, clear: useCallback(() => setError(null), []) };
};

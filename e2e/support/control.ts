import { SERVERS } from '../servers';

/** Asks the sandbox's control API; see sandbox/README.md. */
export const control = async <T>(path: string, options: { method?: string; body?: unknown } = {}): Promise<T> => {
  const { body, method = body === undefined ? 'GET' : 'POST' } = options;
  const init = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const answer = await fetch(`${SERVERS.controlUrl}${path}`, init);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};

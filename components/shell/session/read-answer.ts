import type { ApiRefusal } from '../../../lib/domain/views/views';
import { ApiError } from './api-error';

const UNREADABLE: ApiRefusal = { code: 'failed', message: 'The app did not answer as expected. Try again in a moment.' };

const isRefusal = (body: unknown): body is ApiRefusal =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body && typeof body.message === 'string';

/** The answer's JSON, or an `ApiError` with the refusal in it; a proxy's HTML page becomes a plain sentence. */
export const readAnswer = async (response: Response): Promise<unknown> => {
  if (response.ok && response.status === 204) return null;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  throw new ApiError(response.ok ? 502 : response.status, isRefusal(body) ? body : UNREADABLE);
};

import type { ApiRefusal } from '../../../lib/domain/views/views';
import { ApiError } from './api-error';

const UNREADABLE: ApiRefusal = { code: 'failed', message: 'The app did not answer as expected. Try again in a moment.' };

const isRefusal = (body: unknown): body is ApiRefusal =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body && typeof body.message === 'string';

const refusalOf = (response: Response, body: unknown): ApiError => new ApiError(response.ok ? 502 : response.status, isRefusal(body) ? body : UNREADABLE);

/** The answer's JSON, or an `ApiError` with the refusal in it; a proxy's HTML page becomes a plain sentence. */
export const readAnswer = async (response: Response): Promise<unknown> => {
  if (response.ok && response.status === 204) return null;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body;
  throw refusalOf(response, body);
};

/** The answer as a file; a refusal is JSON all the same. */
export const readFile = async (response: Response): Promise<Blob> => {
  if (response.ok) return response.blob();
  throw refusalOf(response, await response.json().catch(() => undefined));
};

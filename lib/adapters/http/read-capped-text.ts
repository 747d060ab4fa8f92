import { readCappedBytes } from './read-capped-bytes';

/** The body as text, or `null` when it is longer than `limit` bytes. Throws when the connection breaks before its end. */
export const readCappedText = async (response: Response, limit: number): Promise<string | null> => {
  const bytes = await readCappedBytes(response, limit);
  return bytes && new TextDecoder().decode(bytes);
};

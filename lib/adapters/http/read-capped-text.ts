/** The body as text, or `null` when it is longer than `limit` bytes. Throws when the connection breaks before its end. */
export const readCappedText = async (response: Response, limit: number): Promise<string | null> => {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // Leaving the loop early cancels the stream, which frees the connection.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

/** JSON that nobody keeps: every answer is about one person and one moment. */
export const answer = (body: unknown, { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {}): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

export const answerNothing = (): Response => new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });

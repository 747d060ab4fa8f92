/** The token of an `Authorization: Bearer` header. */
export const bearerOf = (request: Request): string | null => /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;

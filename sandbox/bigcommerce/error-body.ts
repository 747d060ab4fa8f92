const TYPE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

export interface Refused {
  status: number;
  title: string;
  errors: Record<string, string>;
}

/** V2 answers with an array; V3 with an object whose `errors` names the fields. */
function errorBody(path: string, refused: Refused): unknown {
  const { status, title, errors } = refused;
  const hasErrors = Object.keys(errors).length > 0;
  if (/\/v2\//.test(path)) return [{ status, message: title, ...(hasErrors ? { details: errors } : {}) }];
  return { status, title, type: TYPE, ...(hasErrors ? { errors } : {}) };
}

function respond(path: string, status: number, body: unknown): Response {
  // The inventory service words its errors as application/problem+json (OpenAPI files inventory.v3, locations.v3).
  const contentType = /\/v3\/inventory\//.test(path) ? 'application/problem+json' : 'application/json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': contentType } });
}

export function batchErrorResponse(path: string, status: number, items: Refused[]): Response {
  return respond(path, status, { batch_errors: items.map((item) => ({ errors: {}, ...(errorBody(path, item) as object) })) });
}

export function errorResponse(path: string, refused: Refused): Response {
  return respond(path, refused.status, errorBody(path, refused));
}

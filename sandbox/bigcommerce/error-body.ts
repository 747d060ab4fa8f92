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

export function errorResponse(path: string, refused: Refused): Response {
  // The inventory service words its errors as application/problem+json (OpenAPI files inventory.v3, locations.v3).
  const contentType = /\/v3\/inventory\//.test(path) ? 'application/problem+json' : 'application/json';
  return new Response(JSON.stringify(errorBody(path, refused)), { status: refused.status, headers: { 'content-type': contentType } });
}

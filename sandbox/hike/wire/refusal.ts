export interface FieldError {
  field: string;
  message: string;
}

/** A refusal with its status. 422 carries `errors`, as the vendor says; the rest of the shape is undocumented. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: FieldError[];

  constructor(status: number, message: string, errors: FieldError[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  static invalid(errors: FieldError[]): Refusal {
    return new Refusal(422, errors.map((error) => `${error.field}: ${error.message}`).join(' '), errors);
  }

  static notFound(thing: string): Refusal {
    return new Refusal(404, `${thing} was not found.`);
  }
}

export function refusalAnswer(refusal: Refusal): Response {
  const body = refusal.status === 422 ? { message: 'The request is invalid.', errors: refusal.errors } : { message: refusal.message };
  const headers: HeadersInit = refusal.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  return Response.json(body, { status: refusal.status, headers });
}

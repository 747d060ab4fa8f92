import type { ApiRefusal } from '../domain/views/views';

const STATUS: Record<ApiRefusal['code'], number> = {
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  blocked: 409,
  failed: 500,
};

/** Thrown inside a route, answered by its wrapper: the way out of the middle of parsing. */
export class ApiRefused extends Error {
  override name = 'ApiRefused';
  readonly refusal: ApiRefusal;
  constructor(refusal: ApiRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
  get status(): number {
    return STATUS[this.refusal.code];
  }
}

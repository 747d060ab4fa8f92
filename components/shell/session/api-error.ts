import type { ApiRefusal } from '../../../lib/domain/views/views';

/** A refusal of an API route as an exception; status 0 means that no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly refusal: ApiRefusal,
  ) {
    super(refusal.message);
  }

  /** The app itself failed or could not be reached: asking again may help. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** A call that the API refuses. The gate words it as V2 or V3 do. */
export class ApiRefusal extends Error {
  readonly status: number;
  /** V3: a message per field. V2 shows the same under `details`. */
  readonly errors: Record<string, string>;

  constructor(status: number, title: string, errors: Record<string, string> = {}) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(title = 'The requested resource was not found.'): ApiRefusal {
  return new ApiRefusal(404, title);
}

/** A batch that is refused names what is wrong with each of its items (OpenAPI file product-variants_catalog.v3, "Variants Batch Error Response"). */
export class BatchRefusal extends ApiRefusal {
  readonly items: ApiRefusal[];

  constructor(items: ApiRefusal[]) {
    super(422, 'The batch is invalid.');
    this.items = items;
  }
}

/** V2's way to say that one field is wrong. */
export function invalidField(field: string, reason: string): ApiRefusal {
  return new ApiRefusal(400, `The field '${field}' is invalid.`, { field, invalid_reason: reason });
}

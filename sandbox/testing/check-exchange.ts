import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import type { Exchange } from '../core/contract.ts';
import { KNOWN_ERRORS, UNDOCUMENTED_FIELD } from './known-errors.ts';
import { readOperations, type Operation } from './openapi-operations.ts';

/** Statuses that every operation may answer with, documented on each or not. */
const GENERAL = [400, 401, 403, 404, 409, 413, 415, 422, 423, 429, 500, 502, 503, 504, 507];

/** What stands in no OpenAPI file of the folder, but in the vendor's documentation. */
const ELSEWHERE = [/^\/graphql$/, /^\/v2\/payments\/methods$/];

export interface Violation {
  exchange: string;
  operation: string;
  text: string;
}

type Schema = Record<string, unknown>;

function isEmpty(body: unknown): boolean {
  return body === undefined || body === '';
}

/** Holds exchanges against the OpenAPI files. Known errors of the files are forgiven, one by one, by the table. */
export class ExchangeChecker {
  readonly #operations: Operation[];
  readonly #ajv = new Ajv2019({ strict: false, allErrors: true, logger: false });
  readonly #compiled = new Map<Schema, ValidateFunction>();
  readonly used = new Set<number>();

  constructor(folder: string) {
    this.#operations = readOperations(folder);
    addFormats.default(this.#ajv);
  }

  #problems(schema: Schema | undefined, value: unknown): string[] {
    if (schema === undefined) return [];
    let validate = this.#compiled.get(schema);
    if (!validate) {
      validate = this.#ajv.compile(schema);
      this.#compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .filter((error) => error.keyword !== 'anyOf')
      .map((error) => `${error.instancePath || '/'} ${error.message ?? ''}${'unevaluatedProperty' in error.params ? ` "${String(error.params['unevaluatedProperty'])}"` : ''}`);
  }

  operationOf(exchange: Exchange): Operation | undefined {
    const path = pathOf(exchange);
    const matching = this.#operations.filter((operation) => operation.method === exchange.method && operation.pattern.test(path));
    // A literal path wins over one with a parameter: `/orders/count` is no order.
    return matching.sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
  }

  #query(operation: Operation, exchange: Exchange): string[] {
    const query = new URL(exchange.path, 'http://sandbox').searchParams;
    return [...query].flatMap(([name, text]) => {
      const schema = operation.query.get(name);
      if (schema === undefined) return [`query ${name} is not documented`];
      const problems = this.#problems(schema, parameterValue(schema, text));
      return problems.map((problem) => `query ${name} "${text}": ${problem}`);
    });
  }

  #request(operation: Operation, exchange: Exchange): string[] {
    const accept = exchange.requestHeaders['accept'] ?? '';
    const asked = accept.includes('json') ? [] : [`request: the Accept header is "${accept}", not application/json`];
    const isJson = (exchange.requestHeaders['content-type'] ?? 'json').includes('json');
    if (isEmpty(exchange.requestBody) || !isJson) return asked;
    return [...asked, ...this.#problems(operation.body, exchange.requestBody).map((problem) => `request: ${problem}`)];
  }

  #response(operation: Operation, exchange: Exchange): string[] {
    const { status } = exchange;
    const body = withoutUndocumented(exchange.responseBody);
    if (status === 0 || exchange.fault !== undefined) return [];
    if (status === 204) return [...(isEmpty(body) ? [] : ['response: a 204 has a body']), ...(operation.responses.has(204) ? [] : ['response: status 204 is not documented'])];
    if (operation.responses.has(status)) return this.#problems(operation.responses.get(status), body).map((problem) => `response ${status}: ${problem}`);
    if (GENERAL.includes(status)) return errorProblems(operation, exchange);
    return [`response: status ${status} is not documented`, ...this.#problems(operation.responses.get(200), body).map((problem) => `response ${status}: ${problem}`)];
  }

  #forgiven(operation: Operation, text: string): boolean {
    const index = KNOWN_ERRORS.findIndex((known) => known.operation.test(`${operation.method} ${operation.template}`) && known.violation.test(text));
    if (index >= 0) this.used.add(index);
    return index >= 0;
  }

  /** All violations of one exchange; `parts` narrows to what the caller or the server is answerable for. */
  check(exchange: Exchange, parts: ('request' | 'response')[] = ['request', 'response']): Violation[] {
    const path = pathOf(exchange);
    const name = `${exchange.method} ${exchange.path} -> ${exchange.status}`;
    if (exchange.side !== 'bigcommerce' || !exchange.path.startsWith('/stores/') || ELSEWHERE.some((pattern) => pattern.test(path))) return [];
    const operation = this.operationOf(exchange);
    if (!operation) return exchange.status === 404 ? [] : [{ exchange: name, operation: path, text: 'is in none of the OpenAPI files' }];
    const found = [
      ...(parts.includes('request') ? [...this.#query(operation, exchange), ...this.#request(operation, exchange)] : []),
      ...(parts.includes('response') ? this.#response(operation, exchange) : []),
    ];
    const label = `${operation.method} ${operation.template} (${operation.file})`;
    return found.filter((text) => !this.#forgiven(operation, text)).map((text) => ({ exchange: name, operation: label, text }));
  }
}

function withoutUndocumented(body: unknown): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === UNDOCUMENTED_FIELD ? undefined : value)));
}

function pathOf(exchange: Exchange): string {
  return new URL(exchange.path, 'http://sandbox').pathname.replace(/^\/stores\/[^/]+/, '');
}

/** A query value as its schema means it: arrays are comma-separated, numbers and booleans are text on the wire. */
function parameterValue(schema: Schema, text: string): unknown {
  if (schema['type'] === 'array') return text.split(',').map((part) => parameterValue((schema['items'] as Schema | undefined) ?? {}, part));
  if (schema['type'] === 'integer' || schema['type'] === 'number') return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  if (schema['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The two error bodies: an array of `{ status, message }` in V2, an object with `status` and `title` in V3. */
function errorProblems(operation: Operation, exchange: Exchange): string[] {
  const body = exchange.responseBody as { status?: number; title?: string } | { status?: number; message?: string }[] | undefined;
  const v2 = operation.template.startsWith('/v2/');
  const fits = v2 ? Array.isArray(body) && body[0]?.status === exchange.status && typeof body[0].message === 'string' : !Array.isArray(body) && body?.status === exchange.status && typeof body.title === 'string';
  return fits ? [] : [`response ${exchange.status}: the body is not the error body of ${v2 ? 'V2' : 'V3'}`];
}

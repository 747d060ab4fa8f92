import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

type Json = Record<string, unknown>;

/** One operation of the OpenAPI files, with schemas that ajv understands. */
export interface Operation {
  file: string;
  method: string;
  /** With the version in front: `/v2/orders/{order_id}`. */
  template: string;
  pattern: RegExp;
  query: Map<string, Json>;
  body: Json | undefined;
  /** By status; undefined: the file says nothing about the body. */
  responses: Map<number, Json | undefined>;
}

const KEPT = ['type', 'format', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'multipleOf'];

/** One OpenAPI document; turns its schemas (3.0 dialect, with its slips) into JSON Schema. */
class Document {
  readonly #root: Json;
  /** Schemas being turned right now; one that contains itself is left open where it meets itself. */
  readonly #turning = new Set<Json>();

  constructor(root: Json) {
    this.#root = root;
  }

  get paths(): Json {
    return this.#root['paths'] as Json;
  }

  resolve(value: unknown): Json {
    let current = (value ?? {}) as Json;
    while (typeof current['$ref'] === 'string') {
      const steps = current['$ref'].split('/').slice(1);
      current = steps.reduce<unknown>((at, step) => (at as Json)[step.replaceAll('~1', '/')], this.#root) as Json;
    }
    return current;
  }

  /** `closed`: fields that the schema does not know are violations. Branches of allOf and anyOf stay open for each other. */
  schema(value: unknown, closed = true): Json {
    const source = this.resolve(value);
    if (this.#turning.has(source)) return {};
    this.#turning.add(source);
    const out = this.#turn(source, closed);
    this.#turning.delete(source);
    return out;
  }

  #turn(source: Json, closed: boolean): Json {
    const out: Json = Object.fromEntries(KEPT.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
    // The files write it both ways.
    if (source['nullable'] === true || source['x-nullable'] === true) {
      if (typeof out['type'] === 'string') out['type'] = [out['type'], 'null'];
      if (Array.isArray(out['enum'])) out['enum'] = [...(out['enum'] as unknown[]), null];
    }
    if (Array.isArray(source['required'])) out['required'] = source['required'];
    if (source['items'] !== undefined) out['items'] = this.schema(source['items']);
    if (source['properties'] !== undefined) {
      out['properties'] = Object.fromEntries(Object.entries(source['properties'] as Json).map(([name, item]) => [name, this.schema(item)]));
    }
    if (source['additionalProperties'] === true) out['additionalProperties'] = true;
    if (typeof source['additionalProperties'] === 'object') out['additionalProperties'] = this.schema(source['additionalProperties']);
    if (source['allOf'] !== undefined) out['allOf'] = (source['allOf'] as unknown[]).map((branch) => this.schema(branch, false));
    // Alternatives overlap (most of their fields are optional), so `oneOf` can only mean "one of them at least".
    const either = source['anyOf'] ?? source['oneOf'];
    if (either !== undefined) out['anyOf'] = (either as unknown[]).map((branch) => this.schema(branch, false));
    if (closed && hasFields(out)) out['unevaluatedProperties'] = false;
    return out;
  }
}

function hasFields(schema: Json): boolean {
  if (schema['additionalProperties'] !== undefined) return false;
  const all = (schema['allOf'] as Json[] | undefined) ?? [];
  const any = (schema['anyOf'] as Json[] | undefined) ?? [];
  const own = schema['properties'] !== undefined || all.some(hasFields);
  return any.length === 0 ? own : any.every((branch) => hasFields(branch) || (branch['type'] !== undefined && branch['type'] !== 'object'));
}

function jsonSchema(document: Document, content: unknown): Json | undefined {
  const types = Object.entries((content ?? {}) as Json);
  const json = types.find(([type]) => type.includes('json'))?.[1] as Json | undefined;
  return json?.['schema'] === undefined ? undefined : document.schema(json['schema']);
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function operation(document: Document, place: { file: string; template: string; method: string }, shared: unknown[]): Operation {
  const item = document.resolve(document.paths[place.template]);
  const source = item[place.method] as Json;
  const parameters = [...shared, ...((source['parameters'] as unknown[] | undefined) ?? [])].map((parameter) => document.resolve(parameter));
  const query = parameters.filter((parameter) => parameter['in'] === 'query').map((parameter): [string, Json] => [String(parameter['name']), document.schema(parameter['schema'])]);
  const version = place.file.includes('.v2') ? '/v2' : '/v3';
  const responses = Object.entries(source['responses'] as Json).map(([status, response]): [number, Json | undefined] => [Number(status), jsonSchema(document, document.resolve(response)['content'])]);
  return {
    file: place.file,
    method: place.method.toUpperCase(),
    template: version + place.template,
    pattern: patternOf(version + place.template),
    query: new Map(query),
    body: source['requestBody'] === undefined ? undefined : jsonSchema(document, document.resolve(source['requestBody'])['content']),
    responses: new Map(responses),
  };
}

/** Reads every OpenAPI file below a folder. */
export function readOperations(folder: string): Operation[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml'));
  return files.flatMap((name) => {
    const document = new Document(parse(readFileSync(join(folder, name), 'utf8')) as Json);
    return Object.entries(document.paths).flatMap(([template, value]) => {
      const item = value as Json;
      const shared = (item['parameters'] as unknown[] | undefined) ?? [];
      const methods = Object.keys(item).filter((method) => ['get', 'post', 'put', 'delete'].includes(method));
      return methods.map((method) => operation(document, { file: basename(name), template, method }, shared));
    });
  });
}

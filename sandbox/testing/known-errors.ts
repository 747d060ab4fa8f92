/** The sign that included line items were cut at fifty (docs issue 960) is in no schema; the checker takes it out first. */
export const UNDOCUMENTED_FIELD = '__warning__';

/** Where the OpenAPI files are known to be wrong or silent. Each row forgives exactly one thing. */
export interface KnownError {
  /** Regular expression on "METHOD /v2/path/template". */
  operation: RegExp;
  /** Regular expression on the violation's text. */
  violation: RegExp;
  why: string;
  /** Rows that the sandbox's own test does not need, but calls of an app may. */
  neededBy?: 'the app';
}

export const KNOWN_ERRORS: KnownError[] = [
  { operation: /^POST \/v3\/hooks$/, violation: /response: status 201 /, why: 'The files document only 200 for a create; any 2xx is to be accepted.' },
  { operation: /^GET \/v3\/hooks$/, violation: /\/data must NOT have fewer than 1 items/, why: 'A store without hooks has an empty list.', neededBy: 'the app' },
  { operation: /^GET \/v2\/orders$/, violation: /query is_deleted is not documented/, why: 'The field is; the filter tells archived orders from others where it works, and changes nothing where it is ignored.', neededBy: 'the app' },
  { operation: /^GET \/v2\//, violation: /response: status 204 /, why: 'V2 lists answer 204 with an empty body when nothing matches.' },
  { operation: /^GET \/v2\/orders/, violation: /query sort /, why: 'The enum lists bare fields; the description adds ":asc" and ":desc".' },
  { operation: /^GET \/v3\/(inventory|orders|customers)/, violation: /query \S+:in /, why: 'Filters typed as one number take comma-separated lists.' },
  { operation: /^GET \/v3\/catalog\/variants$/, violation: /query (id:in|sku:in) is not documented/, why: 'The general filters work here too.' },
  { operation: / \/v2\/orders/, violation: /response.*(credit_card_type|order_id|ip_address_v6)/, why: 'Shown in the examples, missing from the schemas.' },
  { operation: /^GET \/v2\/(orders\/\{order_id\}\/fees)/, violation: /response.*fees/, why: 'The example wraps the fees in an object, the schema does not.' },
  { operation: /^GET \/v2\/order_statuses/, violation: /response.*"order"/, why: 'The example has `order`, the schema does not.' },
  { operation: /^(POST|PUT) \/v2\/orders/, violation: /request.*\/(price|wrapping_cost|cost)_\w+_tax must be number/, why: 'Money typed as number is also taken, and always given back, as a string.', neededBy: 'the app' },
  { operation: /^(POST|PUT) \/v3\/catalog\/products/, violation: /request.*variants.*(required property '(id|product_id)')/, why: 'Nobody can know these ids when a product is created.' },
  { operation: /^GET \/v3\/inventory\/locations/, violation: /response.*is_default/, why: 'Filterable and in the guides, missing from the schema.' },
  { operation: /^\w+ \/v3\/catalog\/products/, violation: /response.*properties "variants"/, why: '`include=variants` is documented, the field in the answer is not.' },
  { operation: /^\w+ \/v3\/catalog\/products\/\{product_id\}\/options$/, violation: /value_data must be object/, why: 'Nullable on the same value below its option.' },
  { operation: /^PUT \/v3\/catalog\/variants$/, violation: /request.*"(sku|product_id|option_values|gtin|mpn)"/, why: 'The description asks for them to create a variant; the schema knows only what an update has.' },
  { operation: /^\w+ \/v3\/catalog\/products/, violation: /response.*base_variant_id must be integer/, why: 'The description says that it is null for products with variants.' },
  { operation: /^\w+ \/v3\/catalog\/variants$/, violation: /response.*"(gtin|mpn|image_url|calculated_weight)"/, why: 'Documented for the same variant below its product.' },
];

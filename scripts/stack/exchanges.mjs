import path from 'node:path';

/** Every exchange of the end-to-end tests, a line of JSON each. */
export const EXCHANGES = path.resolve('test-results', 'exchanges.ndjson');

/** BigCommerce's own description of its API, where the workspace has it; it carries no licence, so the project does not. */
export const OPENAPI_FOLDER = path.resolve('..', 'shared', 'reference', 'bigcommerce-openapi');

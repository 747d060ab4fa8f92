import { describe, expect, it } from 'vitest';
import { reasonFromAnswer } from './reason-from-answer';

const reasonOf = (text: string) => reasonFromAnswer({ status: 422, headers: new Headers(), text });

describe('the reason of a refusal by Hike', () => {
  it.each([
    ['fields', { message: 'The request is invalid.', errors: [{ field: 'sku', message: 'exists' }, { field: 'name', message: 'is missing' }] }, 'sku: exists; name: is missing'],
    ['words', { errors: ['The SKU exists.'] }, 'The SKU exists.'],
    ['words per field', { errors: { sku: ['exists', 'is short'], name: 'is missing' } }, 'sku: exists is short; name: is missing'],
    ['an envelope', { success: false, error: { code: 0, message: 'Not valid!', details: 'The register is closed.' } }, 'Not valid! The register is closed.'],
    ['an envelope with findings', { error: { message: 'Not valid!', validationErrors: [{ message: 'Name is required', members: ['name'] }] } }, 'Not valid! Name is required'],
    ['a message', { message: 'Sale 4 was not found.' }, 'Sale 4 was not found.'],
    ['OAuth', { error: 'invalid_request', error_description: 'The code is over.' }, 'The code is over.'],
    ['empty errors', { errors: [], message: 'No.' }, 'No.'],
  ])('is found in %s', (_name, body, reason) => {
    expect(reasonOf(JSON.stringify(body))).toBe(reason);
  });

  it.each([
    ['oauth_problem=rate%20limit&oauth_problem_advice=please%20wait', 'please wait'],
    ['oauth_problem=forbidden', 'forbidden'],
    ['<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', '502 Bad Gateway'],
    ['Something went wrong', 'Something went wrong'],
    ['', ''],
  ])('is found in the text %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });
});

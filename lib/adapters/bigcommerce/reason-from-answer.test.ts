import { describe, expect, it } from 'vitest';
import { reasonFromAnswer } from './reason-from-answer';

const reasonOf = (text: string) => reasonFromAnswer({ status: 400, headers: new Headers(), text });

describe('the reason of a refusal by BigCommerce', () => {
  it.each([
    ['V2', [{ status: 400, message: "The field 'status_id' is invalid.", details: { invalid_reason: 'no such status' } }], "The field 'status_id' is invalid. (invalid_reason: no such status)"],
    ['V2 without details', [{ status: 404, message: 'Not found.' }, { status: 400, message: 'Nor this.' }], 'Not found.; Nor this.'],
    ['V3', { status: 422, title: 'Create customers failed.', type: '/x', errors: { '0.email': 'email a@b.c already in use' } }, 'Create customers failed. (email: email a@b.c already in use)'],
    ['V3 with nested errors', { title: 'Invalid.', errors: { name: ['is long', 'is odd'], inner: { message: 'bad' } } }, 'Invalid. (name: is long; name: is odd; inner: bad)'],
    ['V3 with a detail', { title: 'Conflict', detail: 'The name is taken.', errors: {} }, 'Conflict: The name is taken.'],
    ['OAuth', { error: 'invalid_grant', error_description: 'The code was used.' }, 'The code was used.'],
  ])('is found in %s', (_name, body, reason) => {
    expect(reasonOf(JSON.stringify(body))).toBe(reason);
  });

  it('is not looked for in an endless nest of lists', () => {
    expect(reasonOf(`{"title":"Invalid.","errors":${'['.repeat(50_000)}"deep"${']'.repeat(50_000)}}`)).toBe('Invalid.');
  });

  it.each([
    ['<html><title>403 Forbidden</title></html>', '403 Forbidden'],
    ['Store suspended', 'Store suspended'],
    ['', ''],
  ])('is found in the text %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });
});

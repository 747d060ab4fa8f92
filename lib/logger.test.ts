import { describe, expect, it } from 'vitest';
import { createLogger } from './logger';

const logged = (facts: Record<string, unknown>, message = 'something happened'): string => {
  const lines: string[] = [];
  createLogger({ write: (line) => void lines.push(line) }).error(message, facts);
  return lines.join('');
};

describe('the log', () => {
  it('writes one line of JSON with the message and the facts', () => {
    expect(JSON.parse(logged({ storeHash: 'abc', rows: 3 }))).toMatchObject({ msg: 'something happened', storeHash: 'abc', rows: 3 });
  });

  it.each([
    ['an access token', { store: { accessToken: 'hush-hush' } }],
    ['a header', { request: { headers: { Authorization: 'hush-hush', 'X-Hook-Secret': 'hush-hush', 'X-Auth-Token': 'hush-hush' } } }],
    ['a one-time code', { code: 'hush-hush' }],
    ['a code in an address', { url: 'https://app.example/store/abc?once=hush-hush&x=1' }],
    ['a bearer inside a text', { detail: 'sent Authorization: Bearer hush-hush to Hike' }],
    ['an error’s message', { error: new Error('GET /x?code=hush-hush failed', { cause: new Error('token=hush-hush') }) }],
  ])('never writes %s', (_, facts) => {
    expect(logged(facts)).not.toContain('hush-hush');
  });

  it('keeps a JWT out of the message itself', () => {
    expect(logged({}, 'bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln')).toContain('bad token [jwt]');
  });

  it('shortens e-mails', () => {
    expect(logged({ note: 'asked by anna.bell@shop.example' })).toContain('a…@shop.example');
  });

  it('writes an error with its name and stack', () => {
    expect(JSON.parse(logged({ error: new TypeError('no') })).error).toMatchObject({ name: 'TypeError', message: 'no' });
  });
});

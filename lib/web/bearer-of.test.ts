import { expect, it } from 'vitest';
import { bearerOf } from './bearer-of';

const tokenIn = (authorization: string | null) => bearerOf(new Request('https://app.example', authorization === null ? {} : { headers: { authorization } }));

it.each([
  ['Bearer a.b-c_d~e+f/g=', 'a.b-c_d~e+f/g='],
  ['bearer abc', 'abc'],
  ['Bearer ', null],
  ['Bearer abc def', null],
  ['Basic Bearer abc', null],
  ['xBearer abc', null],
  [null, null],
])('of %j takes %j', (authorization, token) => {
  expect(tokenIn(authorization)).toBe(token);
});

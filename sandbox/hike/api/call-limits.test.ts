import { afterEach, beforeEach, expect, test } from 'vitest';
import { RunningHike } from '../testing/running-hike.ts';
import { HikeState } from '../state/hike-state.ts';
import { countCall } from './call-limits.ts';

let hike: RunningHike;

beforeEach(async () => {
  hike = await RunningHike.start('empty');
});
afterEach(() => hike.stop());

async function call(times: number) {
  let answer = await hike.get('/taxes/get_all');
  for (let done = 1; done < times; done += 1) answer = await hike.get('/taxes/get_all');
  return answer;
}

test('the sixty-first call of a minute is answered 429, and not in JSON', async () => {
  expect((await call(60)).status).toBe(200);
  const refused = await call(1);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-rate-limit-problem')).toBe('Minute');
  expect(refused.headers.has('retry-after')).toBe(false);
  expect(refused.text).toMatch(/^oauth_problem=.+&oauth_problem_advice=.+/);
});

test('the window rolls: waiting a minute frees it, calling on does not', async () => {
  await call(61);
  await hike.core.clock.moveBy(30_000);
  expect((await call(31)).status).toBe(429);
  await hike.core.clock.moveBy(31_000);
  expect((await call(1)).status).toBe(200);
  await call(40);
  expect((await call(1)).status).toBe(429);
  await hike.core.clock.moveBy(61_000);
  expect((await call(1)).status).toBe(200);
});

test('each shop has its own limit', async () => {
  await call(61);
  await hike.control('POST', '/shops', { id: 'second' });
  const { body } = await hike.control<{ access_token: string }>('POST', '/shops/second/tokens');
  hike.token = body.access_token;
  expect((await call(1)).status).toBe(200);
});

test('five thousand calls fill a day, and a day later there is room again', () => {
  const state = new HikeState();
  const caller = { shopId: 'shop', clientId: 'app' };
  let now = 0;
  for (let done = 0; done < 5000; done += 1) expect(countCall(state, caller, (now += 2000))).toBeUndefined();
  expect(countCall(state, caller, now + 2000)).toBe('Daily');
  expect(countCall(state, caller, now + 86_400_000)).toBeUndefined();
});

test('a shop on a small plan answers 501, and one endpoint can be missing', async () => {
  await hike.control('PATCH', '/shops/shop', { missingEndpoints: ['/offers/get_all'] });
  expect((await hike.get('/offers/get_all')).status).toBe(501);
  expect((await hike.get('/taxes/get_all')).status).toBe(200);
  await hike.control('PATCH', '/shops/shop', { plan: 'Essential' });
  expect((await hike.get('/taxes/get_all')).status).toBe(501);
});

test('a fault is played in the platform’s own words', async () => {
  hike.core.faults.add({ side: 'hike', tenant: 'shop', when: 'before', kind: 'throttle', times: 1 });
  const throttled = await call(1);
  expect([throttled.status, throttled.headers.get('x-rate-limit-problem')]).toEqual([429, 'Minute']);
  hike.core.faults.add({ side: 'hike', when: 'before', kind: 'status', status: 503, times: 1 });
  expect((await call(1)).status).toBe(503);
  expect(hike.core.exchanges.list({ side: 'hike', tenant: 'shop' }).map((exchange) => exchange.status)).toEqual([429, 503]);
});

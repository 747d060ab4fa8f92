import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../lib/adapters/database/testing/test-database';
import type { Services } from '../lib/composition';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { createDraw } from './draw';
import { forge } from './forgeries';
import { type Platform, startPlatform } from './platform';
import { type Outcome, runStorm } from './run-storm';
import { createShiftingClock } from './shifting-clock';

vi.mock('../lib/logger', () => ({ logger: { info: () => undefined, warn: () => undefined, error: () => undefined } }));

const DELIVERIES = 2_000;
const THINGS = 600;

let database: TestDatabase;
let platform: Platform;
let services: Services;
let outcome: Outcome;

beforeAll(async () => {
  [database, platform] = await Promise.all([createTestDatabase(), startPlatform(THINGS)]);
  const environment = sandboxEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: database.url, bigcommerceUrl: platform.url, hikeUrl: platform.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  const clock = createShiftingClock();
  services = await (await import('../lib/composition')).services({ isWorker: true, clock });
  await services.startWorking();
  outcome = await runStorm({ services, platform, clock }, { deliveries: DELIVERIES, seed: 1, lanes: 8 });
}, 300_000);

afterAll(async () => {
  await services.stop();
  await platform.stop();
  await database.drop();
});

describe('a storm of webhooks against the route, the queue and the database', () => {
  it('has some of everything', () => {
    const { duplicates, dropped, forged, changed, foundBySweep, sent } = outcome;
    expect([duplicates, dropped, forged, changed, foundBySweep].every((count) => count > 0)).toBe(true);
    expect(sent).toBe(DELIVERIES - dropped);
  });

  it('loses nothing: after one sweep the newest truth of everything is known', () => {
    expect(outcome).toMatchObject({ lost: 0, refused: 0 });
  });

  it('is believed where it is true alone', () => {
    expect(outcome.believed).toEqual([]);
  });
});

it('knows eleven ways to forge a delivery', () => {
  const secrets = { clientSecret: 'app', storeHash: 'abc', hookSecret: 'ours', other: { storeHash: 'def', hookSecret: 'theirs' } };
  const kinds = Array.from({ length: 50 }, (_, nth) => forge(secrets, createDraw(1), nth).kind);
  expect(new Set(kinds).size).toBe(11);
});

import { describe, it } from 'vitest';
import { expectRecovery } from './scenario';
import { ORDER_SCENARIOS, SALE_SCENARIOS } from './scenarios/main-job';

describe('a process that is killed at any call and any commit', () => {
  it.each([...ORDER_SCENARIOS, ...SALE_SCENARIOS])('loses and doubles nothing while $name', expectRecovery, 60_000);
});

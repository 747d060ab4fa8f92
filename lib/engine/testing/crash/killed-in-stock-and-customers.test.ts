import { describe, it } from 'vitest';
import { expectRecovery } from './scenario';
import { CUSTOMER_SCENARIOS, STOCK_SCENARIOS } from './scenarios/stock-and-customers';

describe('a process that is killed at any call and any commit', () => {
  it.each([...CUSTOMER_SCENARIOS, ...STOCK_SCENARIOS])('loses and doubles nothing while $name', expectRecovery, 60_000);
});

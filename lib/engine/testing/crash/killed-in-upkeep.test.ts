import { describe, it } from 'vitest';
import { expectRecovery } from './scenario';
import { ACCOUNT_SCENARIOS } from './scenarios/account';
import { COMPARISON_SCENARIOS } from './scenarios/comparison';
import { PAGE_SCENARIOS, UPKEEP_SCENARIOS } from './scenarios/upkeep-and-pages';

describe('a process that is killed at any call and any commit', () => {
  it.each([...ACCOUNT_SCENARIOS, ...PAGE_SCENARIOS, ...UPKEEP_SCENARIOS, ...COMPARISON_SCENARIOS])('loses and doubles nothing while $name', expectRecovery, 60_000);
});

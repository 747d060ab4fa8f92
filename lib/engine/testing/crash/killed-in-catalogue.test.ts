import { describe, it } from 'vitest';
import { expectRecovery } from './scenario';
import { CATALOGUE_SCENARIOS, FIRST_SYNC_SCENARIOS } from './scenarios/catalogue';

describe('a process that is killed at any call and any commit', () => {
  it.each([...CATALOGUE_SCENARIOS, ...FIRST_SYNC_SCENARIOS])('loses and doubles nothing while $name', expectRecovery, 60_000);
});

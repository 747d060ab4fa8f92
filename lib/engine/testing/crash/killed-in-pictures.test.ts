import { describe, it } from 'vitest';
import { expectRecovery } from './scenario';
import { PICTURE_SCENARIOS } from './scenarios/pictures';

describe('a process that is killed at any call and any commit', () => {
  it.each(PICTURE_SCENARIOS)('loses and doubles no picture while $name', expectRecovery, 60_000);
});

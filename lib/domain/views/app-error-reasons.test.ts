import { expect, it } from 'vitest';
import { APP_ERROR_REASONS, appErrorReason } from './app-error-reasons';

it('takes a reason from its list alone', () => {
  expect(APP_ERROR_REASONS.map(appErrorReason)).toEqual(APP_ERROR_REASONS);
  for (const text of ['Your account is blocked', '', undefined]) expect(appErrorReason(text)).toBe('unknown');
});

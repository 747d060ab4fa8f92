import { describe, expect, it } from 'vitest';
import { WANTED_SCOPES, missingScopes } from './wanted-scopes';

describe('scopes', () => {
  it('are complete when all are there, in any order and with others between', () => {
    expect(missingScopes(`store_v2_default ${[...WANTED_SCOPES].reverse().join('  ')}`)).toEqual([]);
  });

  it('count modify as read', () => {
    const granted = WANTED_SCOPES.map((scope) => scope.replace('_read_only', '')).join(' ');
    expect(missingScopes(granted)).toEqual([]);
  });

  it('do not count read as modify', () => {
    const granted = WANTED_SCOPES.map((scope) => (scope === 'store_v2_orders' ? 'store_v2_orders_read_only' : scope)).join(' ');
    expect(missingScopes(granted)).toEqual(['store_v2_orders']);
  });

  it('are all missing from an empty grant', () => {
    expect(missingScopes('')).toEqual(WANTED_SCOPES);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOfLockfile } from './check-lockfile.mjs';

const lockfile = (packages) => ({ lockfileVersion: 3, packages });

describe('checking the lockfile', () => {
  it('is content with the one that is here', () => {
    expect(faultsOfLockfile(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('misses an optional package that has no entry', () => {
    const faults = faultsOfLockfile(lockfile({ 'node_modules/tool': { optionalDependencies: { 'tool-darwin-arm64': '1.0.0' } } }));
    expect(faults).toEqual(['tool-darwin-arm64, optional for node_modules/tool, has no entry.']);
  });

  it.each(['node_modules/a/node_modules/b/node_modules/c', 'node_modules/a/node_modules/c', 'node_modules/c'])('finds an optional package at %s', (place) => {
    const asking = { 'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } } };
    expect(faultsOfLockfile(lockfile({ ...asking, [place]: {} }))).toEqual([]);
  });

  it('does not take the package of a neighbour', () => {
    const packages = { 'node_modules/a': { optionalDependencies: { c: '1.0.0' } }, 'node_modules/b/node_modules/c': {} };
    expect(faultsOfLockfile(lockfile(packages))).toHaveLength(1);
  });

  it('refuses addresses', () => {
    expect(faultsOfLockfile(lockfile({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } }))).toEqual(['node_modules/a carries an address.']);
  });
});

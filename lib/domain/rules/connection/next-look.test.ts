import { describe, expect, it } from 'vitest';
import type { ConnectionWatch, SideWatch } from '../../connection-watch';
import type { Instant } from '../../instant';
import { nextLook } from './next-look';

const AT = '2026-01-20T03:00:00.000Z' as Instant;

const aSide = (rest: Partial<SideWatch> = {}): SideWatch => ({ state: 'connected', since: AT, checkedAt: AT, failures: 0, trouble: null, reason: null, ...rest });
const silent = (failures: number): SideWatch => aSide({ state: 'attention', trouble: 'unreachable', failures });

const look = (watch: Partial<ConnectionWatch>, { isInDoubt = false, random = 0 } = {}): number =>
  nextLook({ bigcommerce: aSide(), hike: aSide(), ...watch }, { isInDoubt, random }) / 1000;

describe('the next look at both sides', () => {
  it.each([
    ['comes after a quarter of an hour', {}, 900],
    ['comes after a quarter of an hour where Hike is not connected', { hike: null }, 900],
    ['comes no sooner for a side that refuses', { hike: aSide({ state: 'attention', trouble: 'refused', reason: 'no' }) }, 900],
    ['comes no sooner for a side that waits for a person', { bigcommerce: aSide({ state: 'reconnect' }) }, 900],
    ['comes soon for Hike that is silent', { hike: silent(1) }, 15],
    ['comes soon for BigCommerce that is silent', { bigcommerce: silent(1) }, 15],
    ['comes when the side that is silent for less long wants it', { bigcommerce: silent(4), hike: silent(2) }, 30],
  ])('%s', (_, watch, seconds) => {
    expect(look(watch)).toBe(seconds);
  });

  it.each([
    [1, 15, 30],
    [2, 30, 60],
    [3, 60, 120],
    [4, 120, 240],
    [5, 150, 300],
    [50, 150, 300],
  ])('comes after %i silent looks between %i and %i seconds', (failures, least, most) => {
    expect(look({ hike: silent(failures) })).toBe(least);
    expect(look({ hike: silent(failures) }, { random: 1 - Number.EPSILON })).toBe(most);
  });

  it('comes within a minute while an access may be lost, or when a silent side wants it sooner', () => {
    expect(look({}, { isInDoubt: true })).toBe(60);
    expect(look({ hike: silent(5) }, { isInDoubt: true })).toBe(60);
    expect(look({ hike: silent(1) }, { isInDoubt: true })).toBe(15);
  });
});

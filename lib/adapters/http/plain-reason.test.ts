import { describe, expect, it } from 'vitest';
import { plainReason } from './plain-reason';

describe('a plain reason', () => {
  it.each([
    ['<html><head><title>502 Bad &amp; gone</title></head><body>x</body></html>', '502 Bad & gone'],
    ['<style>p{}</style><p>Down  for\nmaintenance</p>', 'Down for maintenance'],
    ['', ''],
    ['\u0000{"id":218}', '\ufffd{"id":218}'],
    [`${'x'.repeat(298)}\u{1f600}${'x'.repeat(9)}`, `${'x'.repeat(298)}\ufffd…`],
  ])('of %j', (page, reason) => {
    expect(plainReason(page)).toBe(reason);
  });

  // Each of these kept a process busy for minutes, for the end of every tag was looked for to the end of the page.
  it.each(['<script ', '<title>', '<', '<style'])('is found at once in a page of nothing but %j', (tag) => {
    expect(plainReason(tag.repeat(500_000)).length).toBeLessThanOrEqual(300);
  });
});

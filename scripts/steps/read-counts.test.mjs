import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './read-counts.mjs';

let folder;
let file;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'counts-'));
  file = path.join(folder, 'report.json');
});

afterEach(() => rm(folder, { recursive: true }));

const report = (content) => writeFile(file, JSON.stringify(content));

describe('counting', () => {
  it.each([vitestCounts, playwrightCounts])('takes a run without a report for a failure (%o)', (counts) => {
    expect(counts(file)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts unit tests, those left out too', async () => {
    await report({ success: false, numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(vitestCounts(file)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a test file that cannot be loaded', async () => {
    await report({ success: false, numPassedTests: 5, numFailedTests: 0, numPendingTests: 0 });
    expect(vitestCounts(file)).toMatchObject({ failed: 1 });
  });

  it('counts a browser test that passed by luck as failed', async () => {
    await report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [] });
    expect(playwrightCounts(file)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it('counts servers that do not start', async () => {
    await report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'the server did not start' }] });
    expect(playwrightCounts(file)).toMatchObject({ failed: 1 });
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inWords, type Report, writeReport } from './report';

interface Playing {
  /** Of the first process; the others take those that follow. */
  seed: number;
  /** Of all together. */
  runs: number;
  processes: number;
  report: string | undefined;
}

/** Later options win, so that a process is called as this one was. */
const callOf = (one: { seed: number; runs: number; report: string }): string[] => [
  ...process.execArgv,
  ...process.argv.slice(1),
  '--processes=1',
  `--seed=${one.seed}`,
  `--runs=${one.runs}`,
  `--report=${one.report}`,
];

const statusOf = (args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const stop = () => void child.kill();
    process.once('exit', stop);
    child.on('close', (status) => {
      process.off('exit', stop);
      resolve(status ?? 1);
    });
  });

const together = (reports: readonly Report[]): Report => {
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const met = new Map<string, number>();
  for (const [kind, times] of reports.flatMap((report) => report.met)) met.set(kind, (met.get(kind) ?? 0) + times);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    played: sum(({ played }) => played),
    slowestMs: Math.max(...reports.map(({ slowestMs }) => slowestMs)),
    met: [...met].sort(([a], [b]) => a.localeCompare(b)),
  };
};

/** Plays the schedules in several processes at once, each of which prints what it finds; answers how all of it ended, as one process would. */
export const playInProcesses = async ({ seed, runs, processes, report }: Playing): Promise<number> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'simulation-'));
  const shares = Array.from({ length: processes }, (_, index) => ({
    seed: seed + index,
    runs: Math.floor(runs / processes) + (index < runs % processes ? 1 : 0),
    report: path.join(folder, `${index}.json`),
  })).filter((share) => share.runs > 0);
  const began = performance.now();
  const worst = Math.max(...(await Promise.all(shares.map((share) => statusOf(callOf(share))))));
  const seconds = (performance.now() - began) / 1000;
  const all = together(shares.map((share) => JSON.parse(readFileSync(share.report, 'utf8')) as Report));
  rmSync(folder, { recursive: true });
  console.log(`\nAll ${shares.length} processes: ${all.passed} passed, ${all.failed} failed`);
  for (const line of inWords(all, seconds)) console.log(line);
  if (report !== undefined) writeReport(report, all);
  return worst;
};

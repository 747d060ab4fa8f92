import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What one process played. */
export interface Report {
  passed: number;
  failed: number;
  /** With those by which a failing schedule was made smaller. */
  played: number;
  /** From the last fault until all was right. */
  slowestMs: number;
  /** How often each kind of fault struck. */
  met: [kind: string, times: number][];
}

const MINUTE_MS = 60_000;

export const inWords = ({ played, slowestMs, met }: Pick<Report, 'played' | 'slowestMs' | 'met'>, seconds: number): string[] => [
  `${played} schedules in ${seconds.toFixed(0)} s, ${(played / seconds).toFixed(1)} a second; the slowest was right ${(slowestMs / MINUTE_MS).toFixed(0)} minutes after its last fault`,
  met.map(([kind, times]) => `${kind} ${times}`).join(', '),
];

export const writeReport = (file: string, report: Report): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(report));
};

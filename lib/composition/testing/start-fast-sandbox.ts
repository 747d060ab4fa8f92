import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

interface FastSandbox {
  bigcommerceUrl: string;
  hikeUrl: string;
  controlUrl: string;
  stop(): Promise<void>;
}

/** A sandbox of one's own whose time runs `scale` times as fast: its quotas hold, and nobody waits for them. */
export const startFastSandbox = async (scale: number): Promise<FastSandbox> => {
  const options = { 'bigcommerce-port': 0, 'hike-port': 0, 'control-port': 0, world: 'empty', 'clock-scale': scale };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args, '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"ready":true')) continue;
    // Nobody reads on, and a full pipe would stop it.
    child.stdout.resume();
    const stop = async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    };
    return { ...(JSON.parse(line) as Omit<FastSandbox, 'stop'>), stop };
  }
  throw new Error('The sandbox ended before it was ready.');
};

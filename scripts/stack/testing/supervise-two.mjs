/** For tests: supervises two children that run until they are stopped, and prints their process numbers. */
import path from 'node:path';
import { createSupervisor } from '../supervisor.mjs';

const idle = ['-e', 'setInterval(() => undefined, 1000)'];
const supervisor = createSupervisor();
supervisor.hold('Something else', async () => console.log('let go'));
const first = supervisor.start({ name: 'The first', args: idle });
const second = supervisor.start({ name: 'The second', args: idle, logFile: path.join(process.argv[2], 'second.log') });
console.log(JSON.stringify([first.process.pid, second.process.pid]));

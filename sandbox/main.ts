import { argv, env, exit } from 'node:process';
import { readOptions } from './read-options.ts';
import { startSandbox } from './start-sandbox.ts';

const options = readOptions(argv.slice(2), env);
if (typeof options === 'string') {
  console.error(options);
  exit(1);
}

const sandbox = await startSandbox(options).catch((error: unknown) => {
  console.error(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
  exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    sandbox.close();
    exit(0);
  });
}

const { bigcommerceUrl, hikeUrl, controlUrl } = sandbox.urls;
const stores = [...sandbox.bigcommerce.platform.stores.keys()];
console.log(JSON.stringify({ ready: true, ...sandbox.urls, appUrl: options['app-url'], stores }));
console.log(`Control panel ${bigcommerceUrl}/  ·  till ${hikeUrl}/till  ·  control API ${controlUrl}/`);

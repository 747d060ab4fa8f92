import { createBigCommerceOAuth } from './adapters/bigcommerce/create-bigcommerce-oauth';
import { createHikeOAuth } from './adapters/hike/create-hike-oauth';
import type { Transport } from './adapters/http/transport';
import { createVendors } from './create-vendors';
import { type Account, createAccount } from './engine/account/account';
import { createHikeAccess } from './engine/account/hike-access';
import { JOBS } from './engine/jobs/jobs';
import { createPages } from './engine/pages/create-pages';
import type { Pages } from './engine/pages/pages';
import type { Instant } from './domain/instant';
import type { Clock } from './engine/ports/clock';
import type { Log } from './engine/ports/log';
import type { Mail } from './engine/ports/mail';
import type { BigCommerceOAuth, HikeOAuth } from './engine/ports/oauth';
import type { Queue } from './engine/ports/queue';
import type { Database } from './engine/ports/tables';
import { createPump } from './engine/pump';
import type { Env } from './env';

/** Everything that reaches out of the process: the real things in production, a simulator's in a simulation. */
export interface AppParts {
  env: Env;
  database: Database;
  queue: Queue;
  clock: Clock;
  /** The time that all processes of the installation agree on: the database's. */
  agreedNow: () => Promise<Instant>;
  transport: Transport;
  /** From 0 up to but not including 1. */
  random: () => number;
  /** 32 unguessable bytes as base64url, new on each call. */
  randomCode: () => string;
  log: Log;
  /** `null` where no mail server is set. */
  mail: Mail | null;
  /** Names this process; unique per start. */
  owner: string;
}

export interface App {
  bigcommerceOAuth: BigCommerceOAuth;
  hikeOAuth: HikeOAuth;
  account: Account;
  pages: Pages;
  pump: ReturnType<typeof createPump>;
}

/** A batch of ten products that we change comes back as ten webhooks at once; none of them waits so long that BigCommerce would notice. */
const GATHER_MS = 25;

const oauthOf = ({ env, transport, clock, random }: AppParts) => {
  const shared = { transport, clock, random };
  const { loginUrl, clientId, clientSecret } = env.bigcommerce;
  return {
    bigcommerceOAuth: createBigCommerceOAuth({ ...shared, loginUrl, clientId, clientSecret, redirectUri: `${env.appUrl}/api/bigcommerce/auth` }),
    hikeOAuth: createHikeOAuth({ ...shared, ...env.hike, redirectUri: `${env.appUrl}/api/hike/callback` }),
  };
};

/** One process of the app, put together; nothing runs yet. */
export const assembleApp = (parts: AppParts): App => {
  const oauth = oauthOf(parts);
  const installation = { appId: parts.env.bigcommerce.appId, appUrl: parts.env.appUrl };
  const vendors = createVendors({ ...parts, access: createHikeAccess({ ...parts, ...oauth }) });
  return {
    ...oauth,
    account: createAccount({ ...parts, ...oauth, gather: () => parts.clock.sleep(GATHER_MS) }),
    pages: createPages({ ...parts, installation }),
    pump: createPump({ ...parts, vendors, installation, jobs: JOBS }),
  };
};

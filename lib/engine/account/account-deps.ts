import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import type { BigCommerceOAuth, HikeOAuth } from '../ports/oauth';
import type { Queue } from '../ports/queue';
import type { Database } from '../ports/tables';

export interface AccountDeps {
  database: Database;
  queue: Queue;
  clock: Clock;
  bigcommerceOAuth: BigCommerceOAuth;
  hikeOAuth: HikeOAuth;
  log: Log;
  /** Passes while further webhooks of a burst may come; without it each is looked at when it comes. */
  gather?(): Promise<void>;
  /** 32 unguessable bytes as base64url, new on each call. */
  randomCode(): string;
}

import { services } from '../composition';
import type { Account } from '../engine/account/account';
import type { Pages } from '../engine/pages/pages';
import type { Clock } from '../engine/ports/clock';
import type { HikeOAuth } from '../engine/ports/oauth';
import type { Database } from '../engine/ports/tables';
import type { Env } from '../env';

/** The part of the app that the routes see. */
export interface Edge {
  env: Env;
  clock: Clock;
  database: Database;
  hikeOAuth: HikeOAuth;
  account: Account;
  pages: Pages;
}

export const edge = (): Promise<Edge> => services();

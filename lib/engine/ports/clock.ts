import type { Instant } from '../../domain/instant';

export interface Clock {
  now(): Instant;
  sleep(ms: number): Promise<void>;
}

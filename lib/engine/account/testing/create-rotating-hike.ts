import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { AccessLost, TransientFailure, UnknownOutcome } from '../../ports/failures';
import type { HikeTokens } from '../../ports/oauth';

export const DAY_MS = 24 * 60 * 60_000;

/** Hike's token endpoint as it is believed to be: a refresh token works once, and a lost answer cannot be had again. */
export const createRotatingHike = (now: () => Instant) => {
  let round = 0;
  let calls = 0;
  let isAway = false;
  const live = new Set<string>();
  const issue = (): HikeTokens => {
    round += 1;
    live.add(`access-${round}`);
    return { accessToken: `access-${round}`, refreshToken: `refresh-${round}`, obtainedAt: now(), expiresAt: instantPlus(now(), 7 * DAY_MS) };
  };
  return {
    issue,
    calls: () => calls,
    isLive: (accessToken: string) => live.has(accessToken),
    current: () => `refresh-${round}`,
    /** The merchant removed the app in Hike. */
    revoke: () => {
      live.clear();
      round += 1;
    },
    /** From now on it does not answer. */
    goAway: () => {
      isAway = true;
    },
    refresh: async (refreshToken: string, { losesAnswer = false } = {}): Promise<HikeTokens> => {
      calls += 1;
      if (isAway) throw new TransientFailure('Hike is away');
      if (refreshToken !== `refresh-${round}`) throw new AccessLost('hike');
      const tokens = issue();
      if (losesAnswer) throw new UnknownOutcome('the answer was lost');
      return tokens;
    },
  };
};

import { randomBytes } from 'node:crypto';
import type { SandboxCore } from '../../core/contract.ts';
import type { Grant, HikeState } from '../state/hike-state.ts';

/** What callers fall back to when `expires_in` is missing; the real value is not recorded anywhere. */
const ACCESS_TOKEN_SECONDS = 604_800;
const CODE_MS = 10 * 60_000;

export interface TokenAnswer {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  refresh_token: string;
}

function token(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`;
}

/** Gives out and redeems authorization codes and tokens. */
export class Grants {
  readonly #core: SandboxCore;
  readonly #state: HikeState;

  constructor(core: SandboxCore, state: HikeState) {
    this.#core = core;
    this.#state = state;
  }

  code(grant: Grant, redirectUri: string): string {
    const code = token('code');
    this.#state.codes[code] = { ...grant, redirectUri, expiresAt: this.#core.clock.now().getTime() + CODE_MS };
    return code;
  }

  tokens({ shopId, clientId }: Grant): TokenAnswer {
    const answer: TokenAnswer = { access_token: token('at'), token_type: 'bearer', expires_in: ACCESS_TOKEN_SECONDS, refresh_token: token('rt') };
    const expiresAt = this.#core.clock.now().getTime() + ACCESS_TOKEN_SECONDS * 1000;
    this.#state.accessTokens[answer.access_token] = { shopId, clientId, expiresAt };
    this.#state.refreshTokens[answer.refresh_token] = { shopId, clientId };
    return answer;
  }

  /** A code works once, for 10 minutes, with the redirect URI it was asked for. */
  redeemCode(code: string, clientId: string, redirectUri: string): TokenAnswer | undefined {
    const grant = this.#state.codes[code];
    delete this.#state.codes[code];
    if (!grant || grant.clientId !== clientId || grant.redirectUri !== redirectUri) return undefined;
    return grant.expiresAt > this.#core.clock.now().getTime() ? this.tokens(grant) : undefined;
  }

  /** Refresh tokens rotate: the old one is dead after one use, unless the shop is told otherwise. The old access token lives until it expires. */
  refresh(refreshToken: string, clientId: string): TokenAnswer | undefined {
    const grant = this.#state.refreshTokens[refreshToken];
    if (!grant || grant.clientId !== clientId) return undefined;
    if (!this.#state.findShop(grant.shopId)?.unknowns.oldRefreshTokenLives) delete this.#state.refreshTokens[refreshToken];
    return this.tokens(grant);
  }

  /** The merchant removes the app in Hike: nothing of it works any more. */
  revoke(shopId: string): void {
    for (const kind of [this.#state.codes, this.#state.accessTokens, this.#state.refreshTokens])
      for (const [value, grant] of Object.entries(kind)) if (grant.shopId === shopId) delete kind[value];
  }

  expireAccess(shopId: string): void {
    for (const grant of Object.values(this.#state.accessTokens)) if (grant.shopId === shopId) grant.expiresAt = 0;
  }
}

import type { SandboxCore } from '../../core/contract.ts';
import type { AccessGrant, HikeState } from '../state/hike-state.ts';

/** Whom an `Authorization: Bearer` header speaks for; undefined when the token is unknown or over. */
export function bearerGrant(core: SandboxCore, state: HikeState, header: string | null | undefined): AccessGrant | undefined {
  const token = /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  const grant = token === undefined ? undefined : state.accessTokens[token];
  return grant && grant.expiresAt > core.clock.now().getTime() ? grant : undefined;
}

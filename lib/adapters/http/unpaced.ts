import type { Pacer, Permit } from './pacer';

const permit: Permit = { observe: () => undefined, release: () => undefined };

/** For the few calls outside any quota: the token endpoints. */
export const unpaced: Pacer = { acquire: () => Promise.resolve(permit), closedForMs: () => 60_000 };

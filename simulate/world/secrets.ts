import type { Env } from '../../lib/env';
import type { Platforms } from './platforms';

/** An e-mail address in full. It has no place in the log of a process; the merchant's own log may name a customer by it. */
const ADDRESS = /[\w.+-]{2,}@[\w-]+[.][a-z]{2,}/i;
/** What says by itself that it is one: Hike's codes and tokens, which are replaced before anybody asks for them, and signed payloads, which nobody keeps. */
const TELLTALE = /\b(at|rt|code)_[\w-]{30,}|\beyJ[\w-]{8,}[.][\w-]{8,}/;

/** All that is secret in a simulation, by its own value. */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #platforms: Platforms;

  constructor(platforms: Platforms, { bigcommerce, hike, sessionSecret, encryptionKeys }: Env) {
    this.#platforms = platforms;
    this.learn(bigcommerce.clientSecret, hike.clientSecret, sessionSecret, ...encryptionKeys.split(',').map((key) => key.slice(key.indexOf(':') + 1)));
  }

  learn(...secrets: readonly (string | null | undefined)[]): void {
    for (const secret of secrets) if (secret != null && secret !== '') this.#known.add(secret);
  }

  /** What BigCommerce has given out and was given by now. */
  learnFromPlatforms(): void {
    for (const { install, codes, hooks } of this.#platforms.sandbox.bigcommerce.platform.stores.values()) {
      this.learn(install?.token, ...codes.map(({ code }) => code));
      for (const { headers } of hooks.values()) this.learn(...Object.values(headers ?? {}));
    }
  }

  isIn(text: string): boolean {
    return TELLTALE.test(text) || [...this.#known].some((secret) => text.includes(secret));
  }

  isInLine(line: string): boolean {
    return ADDRESS.test(line) || this.isIn(line);
  }
}

/** What a process does when it is dead: nothing, for ever. */
const never = (): Promise<never> => new Promise(() => undefined);

/** Ends the transaction of a process that died inside it, as the database does when the connection breaks. */
class ConnectionBroken extends Error {
  override name = 'ConnectionBroken';
}

/**
 * The line between a process and everything outside of it. Each beat of a job passes it: before a call is sent, after
 * its effect, after its answer, before and after a commit. Dead, the process passes no more; stopped, it waits.
 */
export class Gate {
  readonly #struck: (what: 'kill' | 'stop') => void;
  #isDead = false;
  #passed = 0;
  #killAt = Infinity;
  #stopAt = Infinity;
  #stopMs = 0;
  #stopped: { until: Promise<void>; resume: () => void } | null = null;

  /** `struck` hears of deaths and stops in the midst of something: an idle process that dies loses nothing. */
  constructor(struck: (what: 'kill' | 'stop') => void) {
    this.#struck = struck;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  /** Dies at the pass that is this many ahead, or when `killIdle` comes first. */
  killAfter(passes: number): void {
    this.#killAt = this.#passed + passes;
  }

  /** Dies between two passes, unless its death was called off. */
  killIdle(): void {
    if (this.#killAt !== Infinity) this.#isDead = true;
  }

  callOff(): void {
    this.#killAt = Infinity;
    this.resume();
  }

  /** Stands still from the pass that is this many ahead, for so long. */
  stopAfter(passes: number, forMs: number): void {
    this.#stopAt = this.#passed + passes;
    this.#stopMs = forMs;
  }

  /** Also calls off a stop that has not come yet. */
  resume(): void {
    this.#stopAt = Infinity;
    this.#stopped?.resume();
    this.#stopped = null;
  }

  async pass(): Promise<void> {
    this.#count();
    while (this.#stopped !== null && !this.#isDead) await this.#stopped.until;
    if (this.#isDead) await never();
  }

  /** Inside a transaction nobody may wait: it would keep its locks. */
  passInside(): void {
    this.#count();
    if (this.#isDead) throw new ConnectionBroken();
  }

  #count(): void {
    this.#passed += 1;
    if (this.#isDead) return;
    if (this.#passed >= this.#stopAt && this.#stopped === null) this.#stop();
    if (this.#passed < this.#killAt) return;
    this.#isDead = true;
    this.#struck('kill');
  }

  #stop(): void {
    let resume = () => {};
    const until = new Promise<void>((resolve) => {
      resume = resolve;
    });
    this.#stopped = { until, resume };
    this.#stopAt = Infinity;
    setTimeout(() => this.resume(), this.#stopMs);
    this.#struck('stop');
  }
}

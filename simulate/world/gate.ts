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
  #isDead = false;
  #passed = 0;
  #killAt = Infinity;
  #stopped: { until: Promise<void>; resume: () => void } | null = null;

  get isDead(): boolean {
    return this.#isDead;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  kill(): void {
    this.#isDead = true;
  }

  /** Dies at the pass that is this many ahead. */
  killAfter(passes: number): void {
    this.#killAt = this.#passed + passes;
  }

  stop(): void {
    if (this.#stopped !== null) return;
    let resume = () => {};
    const until = new Promise<void>((resolve) => {
      resume = resolve;
    });
    this.#stopped = { until, resume };
  }

  resume(): void {
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
    if (this.#passed >= this.#killAt) this.#isDead = true;
  }
}

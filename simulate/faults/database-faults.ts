/** A statement that never reached the database, or whose answer never came back. */
export class DatabaseTrouble extends Error {
  override name = 'DatabaseTrouble';
}

export type DatabaseFaultKind = 'database-slow' | 'database-refuses' | 'commit-fails' | 'commit-unanswered';

interface DatabaseFault {
  kind: DatabaseFaultKind;
  /** Calls or commits that pass first. */
  skip: number;
  ms: number;
}

/** Accidents between a process and its database, each of which happens once. */
export class DatabaseFaults {
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #struck: (kind: DatabaseFaultKind) => void;
  #waiting: DatabaseFault[] = [];

  constructor(sleep: (ms: number) => Promise<void>, struck: (kind: DatabaseFaultKind) => void) {
    this.#sleep = sleep;
    this.#struck = struck;
  }

  plan(fault: DatabaseFault): void {
    this.#waiting.push({ ...fault });
  }

  clear(): void {
    this.#waiting = [];
  }

  async beforeCall(): Promise<void> {
    const slow = this.#strikes('database-slow');
    if (slow !== null) await this.#sleep(slow.ms);
    if (this.#strikes('database-refuses') !== null) throw new DatabaseTrouble('the database does not answer');
  }

  beforeCommit(): void {
    if (this.#strikes('commit-fails') !== null) throw new DatabaseTrouble('the transaction was rolled back');
  }

  afterCommit(): void {
    if (this.#strikes('commit-unanswered') !== null) throw new DatabaseTrouble('the connection broke while it committed');
  }

  #strikes(kind: DatabaseFaultKind): DatabaseFault | null {
    const fault = this.#waiting.find((one) => one.kind === kind);
    if (fault === undefined) return null;
    fault.skip -= 1;
    if (fault.skip >= 0) return null;
    this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    this.#struck(kind);
    return fault;
  }
}

export interface DueTask {
  at: number;
  run: () => void | Promise<void>;
}

interface Entry {
  task: DueTask;
  /** Among tasks of the same time the first that was added runs first. */
  seq: number;
}

const before = (a: Entry, b: Entry) => a.task.at < b.task.at || (a.task.at === b.task.at && a.seq < b.seq);

/** Tasks by time, as a binary heap: one batch of stock alone puts thousands of webhooks on the clock. */
export class DueTasks {
  readonly #heap: Entry[] = [];
  readonly #cancelled = new WeakSet<DueTask>();
  #added = 0;

  add(task: DueTask): void {
    this.#heap.push({ task, seq: this.#added });
    this.#added += 1;
    this.#rise(this.#heap.length - 1);
  }

  cancel(task: DueTask): void {
    this.#cancelled.add(task);
  }

  /** The earliest task, left in its place. */
  first(): DueTask | undefined {
    for (let top = this.#heap[0]; top && this.#cancelled.delete(top.task); top = this.#heap[0]) this.#drop();
    return this.#heap[0]?.task;
  }

  takeFirst(): DueTask | undefined {
    const task = this.first();
    if (task) this.#drop();
    return task;
  }

  #drop(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #swapIfBefore(upper: number, lower: number): boolean {
    const [above, below] = [this.#heap[upper], this.#heap[lower]];
    if (!above || !below || !before(below, above)) return false;
    this.#heap[upper] = below;
    this.#heap[lower] = above;
    return true;
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(parent, at)) return;
      at = parent;
    }
  }

  #sink(from: number): void {
    let at = from;
    for (;;) {
      const [left, right] = [this.#heap[2 * at + 1], this.#heap[2 * at + 2]];
      if (!left) return;
      const child = right && before(right, left) ? 2 * at + 2 : 2 * at + 1;
      if (!this.#swapIfBefore(at, child)) return;
      at = child;
    }
  }
}

import type { StoreHash } from '../../../domain/ids';

interface Item<Value> {
  storeHash: StoreHash;
  value: Value;
}

/** One table in memory: values of stores by a key within the store, in the order in which they first came. */
export class Shelf<Value> {
  #items = new Map<string, Item<Value>>();

  get(storeHash: StoreHash, ...key: unknown[]): Value | null {
    return this.#items.get(nameOf(storeHash, key))?.value ?? null;
  }

  set(storeHash: StoreHash, key: unknown[], value: Value): void {
    this.#items.set(nameOf(storeHash, key), { storeHash, value });
  }

  /** Changes what is there; false when nothing is. */
  change(storeHash: StoreHash, key: unknown[], change: (value: Value) => Value): boolean {
    const value = this.get(storeHash, ...key);
    if (value !== null) this.set(storeHash, key, change(value));
    return value !== null;
  }

  delete(storeHash: StoreHash, ...key: unknown[]): boolean {
    return this.#items.delete(nameOf(storeHash, key));
  }

  list(storeHash: StoreHash): Value[] {
    return this.all().flatMap((item) => (item.storeHash === storeHash ? [item.value] : []));
  }

  all(): Item<Value>[] {
    return [...this.#items.values()];
  }

  deleteWhere(matches: (value: Value, storeHash: StoreHash) => boolean): void {
    for (const [name, { value, storeHash }] of this.#items) if (matches(value, storeHash)) this.#items.delete(name);
  }

  /** Remembers everything, and answers what puts it back. */
  snapshot(): () => void {
    const items = new Map(this.#items);
    return () => {
      this.#items = items;
    };
  }
}

const nameOf = (storeHash: StoreHash, key: unknown[]): string => JSON.stringify([storeHash, ...key]);

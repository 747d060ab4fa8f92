import type { StoreHash } from '../../../domain/ids';

interface Item<Value> {
  storeHash: StoreHash;
  name: string;
  value: Value;
  /** Grows with each item that comes. */
  order: number;
}

/** What one store has: by name in the order in which it first came, and by tag. */
interface Drawer<Value> {
  items: Map<string, Item<Value>>;
  byTag: Map<string, Map<string, Item<Value>>>;
}

export interface ShelfSnapshot<Value> {
  items: Item<Value>[];
  came: number;
}

/** One table in memory: values of stores by a key within the store, and by the tags that are its further indexes. */
export class Shelf<Value> {
  readonly #tagsOf: (value: Value) => readonly string[];
  readonly #drawers = new Map<StoreHash, Drawer<Value>>();
  #came = 0;
  /** What the transaction under way changed, as it was before; `null` outside of one. */
  #before: { storeHash: StoreHash; name: string; item: Item<Value> | undefined }[] | null = null;

  constructor(tagsOf: (value: Value) => readonly string[] = () => []) {
    this.#tagsOf = tagsOf;
  }

  get(storeHash: StoreHash, ...key: unknown[]): Value | null {
    return this.#drawers.get(storeHash)?.items.get(nameOf(key))?.value ?? null;
  }

  set(storeHash: StoreHash, key: unknown[], value: Value): void {
    const name = nameOf(key);
    const order = this.#drawers.get(storeHash)?.items.get(name)?.order ?? (this.#came += 1);
    this.#put(storeHash, name, { storeHash, name, value, order });
  }

  /** Changes what is there; false when nothing is. */
  change(storeHash: StoreHash, key: unknown[], change: (value: Value) => Value): boolean {
    const value = this.get(storeHash, ...key);
    if (value !== null) this.set(storeHash, key, change(value));
    return value !== null;
  }

  delete(storeHash: StoreHash, ...key: unknown[]): void {
    this.#put(storeHash, nameOf(key), undefined);
  }

  list(storeHash: StoreHash): Value[] {
    return valuesOf(this.#drawers.get(storeHash)?.items.values() ?? []);
  }

  /** What has one of these tags. */
  listTagged(storeHash: StoreHash, tags: Iterable<string>): Value[] {
    const found = new Set<Item<Value>>();
    for (const tag of tags) for (const item of this.#drawers.get(storeHash)?.byTag.get(tag)?.values() ?? []) found.add(item);
    return valuesOf([...found].sort(byOrder));
  }

  all(): Item<Value>[] {
    return [...this.#drawers.values()].flatMap(({ items }) => [...items.values()]);
  }

  deleteWhere(matches: (value: Value, storeHash: StoreHash) => boolean): void {
    for (const { storeHash, name, value } of this.all()) if (matches(value, storeHash)) this.#put(storeHash, name, undefined);
  }

  deleteStore(storeHash: StoreHash): void {
    for (const name of [...(this.#drawers.get(storeHash)?.items.keys() ?? [])]) this.#put(storeHash, name, undefined);
  }

  /** All that is in it, to fill another one like it. */
  snapshot(): ShelfSnapshot<Value> {
    return structuredClone({ items: this.all(), came: this.#came });
  }

  restore(snapshot: ShelfSnapshot<Value>): void {
    const { items, came } = structuredClone(snapshot);
    this.#drawers.clear();
    for (const item of items.sort(byOrder)) this.#put(item.storeHash, item.name, item);
    this.#came = came;
  }

  begin(): void {
    this.#before = [];
  }

  commit(): void {
    this.#before = null;
  }

  rollback(): void {
    const changed = this.#before ?? [];
    this.#before = null;
    for (const { storeHash, name, item } of changed.reverse()) this.#put(storeHash, name, item);
    // What had been deleted came back at the end.
    for (const storeHash of new Set(changed.map((one) => one.storeHash))) this.#sort(storeHash);
  }

  #sort(storeHash: StoreHash): void {
    const drawer = this.#drawers.get(storeHash);
    if (drawer) drawer.items = new Map([...drawer.items].sort(([, a], [, b]) => byOrder(a, b)));
  }

  #put(storeHash: StoreHash, name: string, item: Item<Value> | undefined): void {
    const drawer = this.#drawers.get(storeHash) ?? { items: new Map(), byTag: new Map() };
    this.#drawers.set(storeHash, drawer);
    const known = drawer.items.get(name);
    this.#before?.push({ storeHash, name, item: known });
    for (const tag of known ? this.#tagsOf(known.value) : []) drawer.byTag.get(tag)?.delete(name);
    if (item === undefined) drawer.items.delete(name);
    else drawer.items.set(name, item);
    for (const tag of item ? this.#tagsOf(item.value) : []) taggedBy(drawer, tag).set(name, item!);
  }
}

const taggedBy = <Value>({ byTag }: Drawer<Value>, tag: string): Map<string, Item<Value>> => {
  const tagged = byTag.get(tag) ?? new Map<string, Item<Value>>();
  byTag.set(tag, tagged);
  return tagged;
};

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

const valuesOf = <Value>(items: Iterable<Item<Value>>): Value[] => Array.from(items, ({ value }) => value);

const nameOf = (key: unknown[]): string => JSON.stringify(key);

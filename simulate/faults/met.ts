/** How often each kind of fault was really met: one that is planned and never strikes proves nothing. */
export class Met {
  readonly #times = new Map<string, number>();

  count(kind: string): void {
    this.#times.set(kind, (this.#times.get(kind) ?? 0) + 1);
  }

  list(): [string, number][] {
    return [...this.#times].sort(([a], [b]) => a.localeCompare(b));
  }
}

import { Refusal } from '../wire/refusal.ts';
import { dateTime } from '../wire/wire-types.ts';

/** The query of a call, by name in any case: working callers write `Skip_count` and `skip_count`. */
export class QueryParams {
  readonly #values: Map<string, string>;

  constructor(url: string) {
    this.#values = new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name.toLowerCase());
    return value === '' ? undefined : value;
  }

  whole(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^\d+$/.test(value)) throw new Refusal(400, `${name} is not a whole number.`);
    return Number(value);
  }

  /** Milliseconds. */
  time(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const parsed = dateTime.safeParse(value);
    if (!parsed.success) throw new Refusal(400, `${name} is not a date and time.`);
    return new Date(parsed.data).getTime();
  }
}

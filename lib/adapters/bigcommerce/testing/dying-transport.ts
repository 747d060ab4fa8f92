import type { Transport } from '../../http/transport';

/** When a process dies over a call: it never goes out, it arrives once the process is dead, or its answer is not heard. */
export const DEATHS = ['before-sending', 'sent', 'answered'] as const;
export type Death = (typeof DEATHS)[number];

export interface DyingTransport {
  transport: Transport;
  /** Ends with the process, once all that it had sent has arrived. */
  death: Promise<void>;
  /** How many calls there were. */
  calls(): number;
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** The process dies over this call of its, counted from one; afterwards nothing goes out, and nothing is heard. */
export const dyingTransport = (call: number, death: Death | null): DyingTransport => {
  let calls = 0;
  let die = (): void => undefined;
  const died = new Promise<void>((resolve) => (die = resolve));
  const transport: Transport = async (url, init) => {
    calls += 1;
    if (death === null || calls < call) return fetch(url, init);
    if (calls > call) return never();
    if (death !== 'before-sending') await (await fetch(url, init)).arrayBuffer();
    die();
    return never();
  };
  return { transport, death: died, calls: () => calls };
};

import { randomUUID } from 'node:crypto';
import type { Fault, Faults } from './contract.ts';

type Call = Parameters<Faults['take']>[0];

interface Armed {
  fault: Fault;
  toSkip: number;
  left: number;
}

function strikes(fault: Fault, call: Call): boolean {
  return (
    fault.side === call.side &&
    (fault.tenant === undefined || fault.tenant === call.tenant) &&
    (fault.method === undefined || fault.method.toUpperCase() === call.method) &&
    (fault.path === undefined || new RegExp(fault.path).test(call.path))
  );
}

export function createFaults(): Faults {
  let armed: Armed[] = [];
  return {
    add(input) {
      const fault: Fault = { ...input, id: randomUUID() };
      armed.push({ fault, toSkip: fault.skip ?? 0, left: fault.times ?? Infinity });
      return fault;
    },
    list: () => armed.map((entry) => entry.fault),
    clear(id) {
      armed = id === undefined ? [] : armed.filter((entry) => entry.fault.id !== id);
    },
    take(call) {
      for (const entry of armed) {
        if (!strikes(entry.fault, call)) continue;
        if (entry.toSkip > 0) {
          entry.toSkip -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) armed = armed.filter((other) => other !== entry);
        return entry.fault;
      }
      return undefined;
    },
  };
}

export const ensureSame = (what: string, found: bigint | string, expected: bigint | string): void => {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}.`);
};

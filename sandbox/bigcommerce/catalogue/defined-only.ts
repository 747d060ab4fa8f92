/** The fields that were given: an absent field of an update changes nothing. */
export function definedOnly(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

/** LIKE takes `%` and `_` for any text; what a person typed is meant literally. Prisma's `contains` does not see to it either. */
export const escapePattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

import { Prisma } from '../../generated/prisma/client';

/** Prisma tells an empty column from a JSON null; the domain knows one kind of nothing. */
export const nullableJson = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);

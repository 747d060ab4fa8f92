import type { Prisma } from '../../generated/prisma/client';

/** The client itself, or one transaction of it: what the tables do is the same. */
export type Connection = Prisma.TransactionClient;

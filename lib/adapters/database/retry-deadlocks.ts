import { Prisma } from '../../generated/prisma/client';

const ATTEMPTS = 5;

/** Runs the transaction again when the database undid it to end a deadlock. */
export const retryDeadlocks = async <T>(transaction: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !wasUndone(error)) throw error;
    }
  }
};

/** Prisma tells it by a code of its own, but for SQL of ours only in what its adapter reports. */
const wasUndone = (error: unknown): boolean => {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: unknown } };
  return error.code === 'P2034' || cause?.kind === 'TransactionWriteConflict';
};

import { repeatable } from '../ports/failures';

/**
 * For a write that may be sent again when its answer is lost, because its job looks for it first or because it states the
 * whole wanted result: the row is tried again by itself. Any other create goes through ./create-once.
 */
export const repeatably = async <T>(write: Promise<T>): Promise<T> => {
  try {
    return await write;
  } catch (error) {
    throw repeatable(error);
  }
};

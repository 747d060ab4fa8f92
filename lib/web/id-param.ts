import { z } from 'zod';

/** A number in a route's path, as the id that it stands for. */
export const idParam = <Schema extends z.ZodType<number, number>>(id: Schema) => z.string().regex(/^\d{1,15}$/).transform(Number).pipe(id);

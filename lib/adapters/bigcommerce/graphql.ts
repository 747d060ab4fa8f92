import { z } from 'zod';
import { RefusedByVendor } from '../../engine/ports/failures';

/** `{ query, variables }`, as GraphQL is sent. */
export const graphqlBody = z.strictObject({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
export type GraphqlBody = z.output<typeof graphqlBody>;

const failures = z.array(z.object({ message: z.string() })).nullish();

/** Failures come with status 200, in a list beside the data (reference: bigcommerce 3). */
export const graphqlAnswer = <T>(data: z.ZodType<T>) => z.object({ data: data.nullish(), errors: failures });

export const dataOrRefusal = <T>({ data, errors }: { data?: T | null | undefined; errors?: { message: string }[] | null | undefined }): T => {
  if (errors && errors.length > 0) throw new RefusedByVendor({ side: 'bigcommerce', status: 200, reason: errors.map(({ message }) => message).join('; ').slice(0, 300) });
  if (data == null) throw new RefusedByVendor({ side: 'bigcommerce', status: 200, reason: 'There was no data in the answer.' });
  return data;
};

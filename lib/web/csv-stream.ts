import { stringify } from 'csv-stringify/sync';

const encoder = new TextEncoder();

/** As RFC 4180 says; a text that a spreadsheet would take for a formula is kept a text. */
const csvOf = (rows: (string | number)[][]): string => stringify(rows, { record_delimiter: 'windows', escape_formulas: true });

/** Reads on only as fast as the file is taken, and not at all once nobody wants it. */
export const csvStream = (pieces: AsyncGenerator<(string | number)[][]>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csvOf(value)));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });

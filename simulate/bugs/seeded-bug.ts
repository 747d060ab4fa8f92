import { readFileSync } from 'node:fs';

/** A text that stands once in a file, and what stands in its place. */
export interface Edit {
  file: string;
  find: string;
  replace: string;
}

/** One mistake that somebody might make. Where two nets hold one thing, it takes both away. */
export interface SeededBug {
  name: string;
  /** Where it shows: what only the SQL does, the memory twin cannot get wrong. */
  database: 'memory' | 'postgres';
  edits: readonly Edit[];
}

type Texts = [file: string, find: string, replace: string];

const seeded =
  (database: SeededBug['database']) =>
  (name: string, ...edits: Texts[]): SeededBug => ({ name, database, edits: edits.map(([file, find, replace]) => ({ file, find, replace })) });

export const inMemory = seeded('memory');
export const inPostgres = seeded('postgres');

/** A file as the mistake leaves it. */
export const sourceWith = ({ edits }: SeededBug, file: string): string =>
  edits
    .filter((edit) => edit.file === file)
    .reduce((source, { find, replace }) => {
      if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
      return source.replace(find, () => replace);
    }, readFileSync(file, 'utf8'));

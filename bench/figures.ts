/** One line of the result: what was measured, and what the project aims at. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'calls' | 'MiB' | 'kB' | 's' | '%' | 'times' | 'products' | 'orders' | 'sales';
  aim: number;
  /** The aim is the least, not the most. */
  isLeast?: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

const shown = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

export const isReached = ({ value, aim, isLeast = false }: Figure): boolean => (isLeast ? value >= aim : value <= aim);

export const printFigures = (figures: readonly Figure[]): void => {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const figure of figures) {
    const { name, value, unit, aim, isLeast } = figure;
    const wanted = `aim ${isLeast ? 'at least ' : ''}${aim} ${unit}`;
    console.log(`${name.padEnd(width)}  ${shown(value).padStart(8)} ${unit.padEnd(5)}  ${wanted}  ${isReached(figure) ? 'reached' : 'MISSED'}`);
  }
};

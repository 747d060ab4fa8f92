import { measureAmbiguous } from './ambiguous/measure-ambiguous';
import { measureCatalogue } from './catalogue/measure-catalogue';
import { measureDemo } from './demo';
import { type Figure, isReached, printFigures } from './figures';
import { measureImports } from './imports';
import { measureMemory } from './memory';
import { measurePages } from './pages';
import { measureSales } from './sales';
import { startStack } from './stack';

/** The app as people use it: pages, imports, sales. */
const measureApp = async (): Promise<Figure[]> => {
  const stack = await startStack();
  try {
    return [...(await measureMemory(stack.child.pid ?? 0)), ...(await measurePages()), ...(await measureImports()), ...(await measureSales())];
  } finally {
    await stack.stop();
  }
};

const PARTS: Record<string, (args: string[]) => Promise<Figure[]>> = { app: measureApp, demo: measureDemo, catalogue: measureCatalogue, ambiguous: measureAmbiguous };

const given = process.argv.slice(2);
const named = given.filter((arg) => Object.hasOwn(PARTS, arg));
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (named.length === 0 || named.includes(name)) figures.push(...(await measure(given.filter((arg) => !named.includes(arg)))));
}
console.log('');
printFigures(figures);
if (!figures.every(isReached)) process.exitCode = 1;

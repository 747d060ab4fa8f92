import { measureDemo } from './demo';
import { type Figure, printFigures } from './figures';
import { measureImports } from './imports';
import { measureMemory } from './memory';
import { measurePages } from './pages';
import { measureSales } from './sales';
import { startStack } from './stack';

const stack = await startStack();
const figures: Figure[] = [];
try {
  figures.push(...(await measureMemory(stack.child.pid ?? 0)));
  figures.push(...(await measurePages()));
  figures.push(...(await measureImports()));
  figures.push(...(await measureSales()));
} finally {
  await stack.stop();
}
figures.push(...(await measureDemo()));
console.log('');
printFigures(figures);

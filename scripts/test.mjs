/** npm test: every check there is, in order; the last line counts them. */
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { STEPS } from './steps/steps.mjs';

const chosen = chooseSteps();
await bootstrap();

const results = [];
for (const step of chosen) results.push(await runStep(step));
printSummary();

async function runStep(step) {
  console.log(`\n=== ${step.title} (${step.name})`);
  const began = performance.now();
  const counts = await attempt(step);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const result = { name: step.name, seconds, isTests: false, ...counts };
  console.log(`--- ${step.name}: ${wordsFor(result)}, ${seconds} s`);
  return result;
}

/** A step that runs no tests counts as one. */
async function attempt(step) {
  const blocker = results.find(({ name, failed }) => name === step.needs && failed > 0);
  try {
    if (blocker) throw new Error(`not run, because ${blocker.name} failed`);
    const counts = await step.run();
    return counts ? { ...counts, isTests: true } : { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function wordsFor({ isTests, passed, failed, skipped }) {
  if (!isTests) return failed ? 'FAILED' : 'passed';
  return `${failed ? 'FAILED' : 'passed'} (${passed} passed, ${failed} failed${skipped ? `, ${skipped} not run: their names above say why` : ''})`;
}

function printSummary() {
  console.log('\n=== Summary');
  for (const result of results) console.log(`${result.name.padEnd(10)} ${wordsFor(result)}, ${result.seconds} s`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}

function chooseSteps() {
  const names = STEPS.map(({ name }) => name);
  const { values, positionals } = parseArgs({ allowPositionals: true, strict: false });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (values.help || unknown.length > 0 || Object.keys(values).length > 0) {
    if (unknown.length > 0) console.error(`There is no step ${unknown.join(', ')}.`);
    console.log(`npm test               all steps\nnpm test -- STEP ...   only these\n\n${STEPS.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}`);
    process.exit(values.help ? 0 : 1);
  }
  return positionals.length > 0 ? STEPS.filter(({ name }) => positionals.includes(name)) : STEPS;
}

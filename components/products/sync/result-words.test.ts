import { expect, test } from 'vitest';
import { resultWords } from './result-words';

test.each([
  [null, 'What the sync would do', 'Nothing was written.'],
  [{ bySettings: false, ofStock: false }, 'What would be written', 'Stock and customers go on as they did.'],
  [{ bySettings: true, ofStock: false }, 'What the new settings would change', 'Stock goes on as it did, and customers go on.'],
  [{ bySettings: true, ofStock: true }, 'What the new settings would change', 'Stock is published by the settings as they were until then, and customers go on.'],
])('the result of a look (%j) is called “%s”, and says what goes on', (hold, title, end) => {
  const words = resultWords(hold);
  expect([words.title, words.about.endsWith(end)]).toEqual([title, true]);
});

import { expect, it } from 'vitest';
import { BrokenContract } from '../../ports/failures';
import { createStockEngine } from './testing/create-stock-engine';

it('leaves out the one count that makes the answer unreadable, and asks a person about that', async () => {
  const engine = await createStockEngine();
  for (let id = 1000; id < 1019; id += 1) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
  const { bigcommerce } = engine.vendors;
  engine.vendors.bigcommerce = (...given) => {
    const { inventory, ...rest } = bigcommerce(...given);
    const setLevels: typeof inventory.setLevels = async (items) => {
      if (items.some(({ variantId }) => variantId === 6007)) throw new BrokenContract('bigcommerce', 'an answer that nobody understands');
      return inventory.setLevels(items);
    };
    return { ...rest, inventory: { ...inventory, setLevels } };
  };
  await engine.pass(10 * 60_000, 20);
  expect(engine.vendors.levels).toHaveLength(19);
  expect((await engine.entries()).filter(({ result }) => result === 'needs-you')).toMatchObject([{ thing: 'stock', recordId: '1007', problem: { code: 'not-understood' } }]);
  expect(await engine.database.tables.dirty.count(engine.storeHash, 'stock')).toBe(0);
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreHash } from '../../../domain/ids';
import type { WholeDatabase, Link } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

export const linksBattery = (open: () => WholeDatabase): void => {
  describe('links', () => {
    const link = (bigcommerceId: string, hikeId: string): Link => ({ thing: 'order', bigcommerceId, hikeId, origin: 'hike', facts: { number: 'BC-1', tax: 9 } });
    let hash: StoreHash;
    const save = (...links: Link[]) => links.reduce((before, one) => before.then(() => open().tables.links.save(hash, one, at(0))), Promise.resolve());
    const find = async () => (await open().tables.links.findByBigCommerce(hash, 'order', ['1', '2', '3'])).map((one) => `${one.bigcommerceId}=${one.hikeId}`).sort();
    beforeEach(() => {
      hash = newStoreHash();
    });

    it('finds links from either side, those that are there', async () => {
      const { links } = open().tables;
      await save(link('1', 'a'), link('2', 'b'), { ...link('1', 'a'), thing: 'customer' });
      expect(await links.findByBigCommerce(hash, 'order', ['1', '9'])).toEqual([link('1', 'a')]);
      expect(await links.findByHike(hash, 'order', ['b', 'z'])).toEqual([link('2', 'b')]);
      expect(await links.findByHike(hash, 'product', ['a', 'b'])).toEqual([]);
      expect(await links.findByBigCommerce(hash, 'order', [])).toEqual([]);
    });

    it('replaces a link of either id, so a thing has one partner', async () => {
      await save(link('1', 'a'), link('2', 'b'), link('1', 'b'));
      expect(await find()).toEqual(['1=b']);
    });

    it('saves many as one by one, also where partners are exchanged or come twice', async () => {
      const saveMany = (...links: Link[]) => open().tables.links.saveMany(hash, links, at(0));
      await saveMany(link('1', 'a'), link('2', 'b'), { ...link('1', 'a'), thing: 'customer' });
      await saveMany(link('1', 'b'), link('2', 'a'));
      expect(await find()).toEqual(['1=b', '2=a']);
      await saveMany(link('1', 'c'), link('3', 'c'), link('2', 'd'), link('2', 'e'));
      expect(await find()).toEqual(['2=e', '3=c']);
      expect(await open().tables.links.findByHike(hash, 'customer', ['a'])).toEqual([{ ...link('1', 'a'), thing: 'customer' }]);
    });

    it('saves any number at once', async () => {
      const many = Array.from({ length: 1200 }, (_, index) => link(String(index), `h${index}`));
      await open().tables.links.saveMany(hash, many, at(0));
      expect(await open().tables.links.findByHike(hash, 'order', many.map(({ hikeId }) => hikeId))).toHaveLength(1200);
    });

    it('brings a link up to date', async () => {
      await save(link('1', 'a'), { ...link('1', 'a'), facts: {} });
      expect(await open().tables.links.findByBigCommerce(hash, 'order', ['1'])).toEqual([{ ...link('1', 'a'), facts: {} }]);
    });

    it('deletes one link, or all of a store', async () => {
      await save(link('1', 'a'), link('2', 'b'));
      await open().tables.links.delete(hash, 'order', '1');
      expect(await find()).toEqual(['2=b']);
      await open().tables.links.deleteAll(hash);
      expect(await find()).toEqual([]);
    });

    it('deletes many as one by one, also what comes twice or is not there', async () => {
      await save(link('1', 'a'), link('2', 'b'), link('3', 'c'), { ...link('1', 'a'), thing: 'customer' });
      const { links } = open().tables;
      await links.deleteMany(hash, [{ thing: 'order', bigcommerceId: '1' }, { thing: 'order', bigcommerceId: '3' }, { thing: 'order', bigcommerceId: '1' }, { thing: 'customer', bigcommerceId: '9' }]);
      await links.deleteMany(newStoreHash(), [{ thing: 'order', bigcommerceId: '2' }]);
      await links.deleteMany(hash, []);
      expect(await find()).toEqual(['2=b']);
      expect(await links.findByBigCommerce(hash, 'customer', ['1'])).toHaveLength(1);
    });

    it('keeps stores apart', async () => {
      await save(link('1', 'a'));
      const other = newStoreHash();
      await open().tables.links.save(other, link('1', 'z'), at(0));
      await open().tables.links.deleteAll(other);
      expect(await find()).toEqual(['1=a']);
    });
  });
};

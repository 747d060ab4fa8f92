import { describe, expect, it } from 'vitest';
import type { WholeDatabase } from '../../ports/tables';
import { addStore, at, newStoreHash, sampleConnection, sampleLists, sampleTokens } from './sample-records';

export const connectionsBattery = (open: () => WholeDatabase): void => {
  describe('connections to Hike', () => {
    const addConnection = async () => {
      const connection = sampleConnection(await addStore(open()));
      await open().tables.connections.save(connection);
      return connection;
    };

    it('gives a connection back as it was saved, with and without a shop that waits for a yes', async () => {
      const { connections } = open().tables;
      const connection = await addConnection();
      expect(await connections.find(connection.storeHash)).toEqual(connection);
      const candidate = { tokens: sampleTokens('other'), fingerprint: 'f2', shopName: 'Zoë’s other shop', lists: sampleLists() };
      const waiting = { ...connection, candidate, lists: null, fingerprint: null, shopName: null };
      await connections.save(waiting);
      expect(await connections.find(connection.storeHash)).toEqual(waiting);
    });

    it('lets one of two refreshers save, so that a stale one never overwrites newer tokens', async () => {
      const { connections } = open().tables;
      const { storeHash, tokens } = await addConnection();
      const answers = await Promise.all(['second', 'third'].map((name) => connections.saveTokens(storeHash, tokens.refreshToken, sampleTokens(name))));
      expect(answers.filter(Boolean)).toHaveLength(1);
      const saved = sampleTokens(answers[0] ? 'second' : 'third');
      expect((await connections.find(storeHash))?.tokens).toEqual(saved);
      expect(await connections.saveTokens(storeHash, saved.refreshToken, sampleTokens('fourth'))).toBe(true);
    });

    it('is connected again, without trouble, once new tokens are saved', async () => {
      const { connections } = open().tables;
      const { storeHash, tokens } = await addConnection();
      expect(await connections.saveTrouble(storeHash, tokens.refreshToken, 'Hike said no.')).toBe(true);
      expect(await connections.find(storeHash)).toMatchObject({ state: 'reconnect', trouble: 'Hike said no.' });
      await connections.saveTokens(storeHash, tokens.refreshToken, sampleTokens('second'));
      expect(await connections.find(storeHash)).toMatchObject({ state: 'connected', trouble: null });
    });

    it('does not call a connection dead for a token that was replaced meanwhile', async () => {
      const { connections } = open().tables;
      const { storeHash } = await addConnection();
      expect(await connections.saveTrouble(storeHash, 'an older refresh token', 'Hike said no.')).toBe(false);
      expect(await connections.find(storeHash)).toMatchObject({ state: 'connected', trouble: null });
    });

    it('saves lists beside tokens that were refreshed meanwhile', async () => {
      const { connections } = open().tables;
      const { storeHash, tokens } = await addConnection();
      await connections.saveTokens(storeHash, tokens.refreshToken, sampleTokens('second'));
      await connections.saveLists(storeHash, { ...sampleLists(), readAt: at(50) });
      expect(await connections.find(storeHash)).toMatchObject({ tokens: sampleTokens('second'), lists: { readAt: at(50) } });
    });

    it('reads, decides and saves without losing what another does at the same moment', async () => {
      const { storeHash } = await addConnection();
      const append = (letter: string) =>
        open().transaction('hike-connected', async ({ connections }) => {
          const known = await connections.findForUpdate(storeHash);
          if (known) await connections.save({ ...known, trouble: `${known.trouble ?? ''}${letter}` });
        });
      await Promise.all(['a', 'b', 'c', 'd'].map(append));
      expect((await open().tables.connections.find(storeHash))?.trouble).toHaveLength(4);
    });

    it('forgets a connection', async () => {
      const { storeHash, tokens } = await addConnection();
      await open().tables.connections.delete(storeHash);
      expect(await open().tables.connections.find(storeHash)).toBeNull();
      expect(await open().tables.connections.saveTokens(storeHash, tokens.refreshToken, sampleTokens('second'))).toBe(false);
    });

    it('refuses a connection of a store that is not there', async () => {
      await expect(open().tables.connections.save(sampleConnection(newStoreHash()))).rejects.toThrow();
    });
  });
};

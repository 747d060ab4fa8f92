import { gzipSync } from 'node:zlib';
import { SERVERS } from '../e2e/servers';
import type { Figure } from './figures';

const PAGES = ['', '/orders', '/sync-log', '/settings', '/what-syncs'];

/** All scripts that a page names in its HTML, compressed: what a first visit has to load. */
const firstLoadOf = async (path: string): Promise<number> => {
  const html = await (await fetch(`${SERVERS.appUrl}/store/abc123${path}`)).text();
  // Polyfills for browsers without modules are named too, but no browser that BigCommerce supports loads them.
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\snomodule/i.test(tag));
  const sources = new Set(tags.map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? '').filter((source) => source.startsWith('/_next/')));
  const sizes = await Promise.all([...sources].map(async (source) => gzipSync(Buffer.from(await (await fetch(SERVERS.appUrl + source)).arrayBuffer())).length));
  return sizes.reduce((sum, size) => sum + size, 0);
};

export const measurePages = async (): Promise<Figure[]> =>
  Promise.all(PAGES.map(async (path) => ({ name: `Page ${path || '/'}: first-load JavaScript`, value: (await firstLoadOf(path)) / 1000, unit: 'kB' as const, aim: 300 })));

/** The only network that a simulated process has: names of hosts, and who answers there. */
export type Answering = (request: Request) => Response | Promise<Response>;

// Numbers, because looking up a name would leave the simulation; nothing listens there.
export const BIGCOMMERCE_URL = 'http://127.0.0.1:4110';
export const HIKE_URL = 'http://127.0.0.1:4120';
export const CONTROL_URL = 'http://127.0.0.1:4130';
/** Webhooks go without encryption to this machine alone. */
export const APP_URL = 'http://localhost:3000';

export const virtualNetwork = (hosts: Readonly<Record<string, Answering>>) => async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const { signal: _realTime, ...rest } = init ?? {};
  const request = new Request(url, rest);
  const answering = hosts[new URL(request.url).origin];
  if (answering === undefined) throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });
  return answering(request);
};

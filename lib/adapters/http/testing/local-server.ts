import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Reply = (response: ServerResponse, received: Received) => void;

export interface LocalServer extends AsyncDisposable {
  url: string;
  received: Received[];
  /** Replies are used up in order; the last one stays. */
  replies(...replies: Reply[]): void;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** A real server on a free port, for what only real sockets do. */
export const startLocalServer = async (): Promise<LocalServer> => {
  const received: Received[] = [];
  let queue: Reply[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      received.push(call);
      const reply = queue.length > 1 ? queue.shift() : queue[0];
      reply?.(response, call);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    replies: (...replies) => {
      queue = replies;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

export const html =
  (status: number, text: string): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end(text);

export const empty =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end();

/** Takes the request in, then closes the socket. */
export const drop: Reply = (response) => response.destroy();

/** Never answers. */
export const hang: Reply = () => undefined;

/** Promises more than it sends. */
export const truncate: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id": 1, "rest');
  setTimeout(() => response.destroy(), 20);
};

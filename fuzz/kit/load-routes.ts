import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NextRequest } from 'next/server';
import { ROUTE_SAMPLES, type RouteSample } from '../samples/route-samples';

export type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export interface Route {
  /** `POST app/api/...`. */
  name: string;
  method: string;
  handler: Handler;
  sample: RouteSample;
  /** Names of the parts of its path that vary. */
  params: string[];
}

/** Every route that has a sample, as functions over requests. */
export const loadRoutes = async (): Promise<Route[]> => {
  const routes: Route[] = [];
  for (const [file, methods] of Object.entries(ROUTE_SAMPLES)) {
    const handlers = (await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href)) as Record<string, Handler>;
    const params = [...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
    for (const [method, sample] of Object.entries(methods)) routes.push({ name: `${method} ${path.dirname(file)}`, method, handler: handlers[method]!, sample, params });
  }
  return routes;
};

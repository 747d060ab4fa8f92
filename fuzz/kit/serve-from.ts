import type { Edge } from '../../lib/web/edge';

/** Routes take their services from the process; here they are these. */
export const serveFrom = (edge: Edge): void => {
  (globalThis as { connectorServices?: Promise<Edge> }).connectorServices = Promise.resolve(edge);
};

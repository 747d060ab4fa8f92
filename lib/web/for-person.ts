import { type Edge, edge } from './edge';
import { respond } from './respond';

/** A route that a person's browser opens: whatever goes wrong, `onError` leads to a page that says so. */
export const forPerson = async (request: Request, onError: (services: Edge) => Response, work: (services: Edge) => Promise<Response>): Promise<Response> => {
  const services = await edge();
  return respond(request, () => onError(services), () => work(services));
};

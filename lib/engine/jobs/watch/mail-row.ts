import { type Incident, IncidentKind } from '../../../domain/incident';
import { Instant } from '../../../domain/instant';

/** The dirty set's name for an incident that is still to be told of. */
export const mailRowOf = ({ kind, openedAt }: Pick<Incident, 'kind' | 'openedAt'>): string => `${kind} ${openedAt}`;

/** `null` for a row that names none. */
export const incidentOfRow = (id: string): Pick<Incident, 'kind' | 'openedAt'> | null => {
  const [kind, openedAt] = id.split(' ');
  const parsed = { kind: IncidentKind.safeParse(kind), openedAt: Instant.safeParse(openedAt) };
  return parsed.kind.success && parsed.openedAt.success ? { kind: parsed.kind.data, openedAt: parsed.openedAt.data } : null;
};

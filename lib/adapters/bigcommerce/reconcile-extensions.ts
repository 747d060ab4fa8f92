import { z } from 'zod';
import type { WantedExtension } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { dataOrRefusal, graphqlAnswer, graphqlBody, type GraphqlBody } from './graphql';
import { planExtensions, type ExistingExtension } from './plan-extensions';

const PATH = '/graphql';

const LIST = 'query { store { appExtensions { edges { node { id url model context label { defaultValue } } } } } }';
const CREATE = 'mutation AppExtension($input: CreateAppExtensionInput!) { createAppExtension(input: $input) { appExtension { id } } }';
const UPDATE = 'mutation AppExtension($input: UpdateAppExtensionInput!) { updateAppExtension(input: $input) { appExtension { id } } }';
const DELETE = 'mutation AppExtension($input: DeleteAppExtensionInput!) { deleteAppExtension(input: $input) { deletedAppExtensionId } }';

const node = z
  .object({ id: z.string(), url: z.string(), model: z.string(), context: z.string(), label: z.object({ defaultValue: z.string().nullish() }).nullish() })
  .transform(({ label, ...rest }): ExistingExtension => ({ ...rest, label: label?.defaultValue ?? '' }));
const listed = graphqlAnswer(z.object({ store: z.object({ appExtensions: z.object({ edges: z.array(z.object({ node })).nullish() }) }) }));
const changed = graphqlAnswer(z.unknown());

/** `locales` may be required by the schema, so it is sent empty (reference: bigcommerce 3). */
const labelOf = ({ label }: WantedExtension) => ({ defaultValue: label, locales: [] });

/** Makes the store's entries of ours those wanted, and doubles none (reference: bigcommerce 3). */
export const reconcileExtensions = async (api: BigCommerceApi, wanted: readonly WantedExtension[]): Promise<void> => {
  const bodyOf = (query: string, input?: object) => ({ schema: graphqlBody, value: { query, variables: input ? { input } : {} } satisfies GraphqlBody });
  const change = async (query: string, input: object): Promise<void> => {
    dataOrRefusal(await api.send('POST', { path: PATH, body: bodyOf(query, input) }, changed));
  };

  const { store } = dataOrRefusal(await api.ask({ path: PATH, body: bodyOf(LIST) }, listed));
  const plan = planExtensions((store.appExtensions.edges ?? []).map((edge) => edge.node), wanted);
  // Removing comes first: there is room for two per model.
  for (const id of plan.remove) await change(DELETE, { id });
  for (const { id, wanted: one } of plan.update) await change(UPDATE, { id, data: { url: one.url, label: labelOf(one) } });
  for (const one of plan.create) await change(CREATE, { context: one.context, model: one.model, url: one.url, label: labelOf(one) });
};

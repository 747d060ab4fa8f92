import { describe, expect, it } from 'vitest';
import { ProductId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const listed = (data: unknown[], pages = 1) => ({ body: { data, meta: { pagination: { total_pages: pages } } } });

describe('customers', () => {
  const draft = {
    firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '',
    address: { firstName: 'Ana', lastName: 'Diaz', company: '', street1: '1 Quay St', street2: '', city: 'Sydney', state: 'NSW', postcode: '2000', country: 'Australia', countryCode: 'au', phone: '', email: '' },
  };

  it('are found by exactly their e-mail', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([{ id: 1, email: 'Ana@Example.com' }, { id: 2, email: 'joana@example.com' }]));
    expect(await bigcommerce.customers.findByEmail(' ana@example.com ')).toEqual([1]);
    expect(sent[0]?.url).toBe('/stores/abc123/v3/customers?email:in=ana@example.com&limit=250&page=1');
    expect(await bigcommerce.customers.findByEmail('a,b@example.com')).toEqual([]);
  });

  it('are created without any mail to them', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [{ id: 5 }], meta: {} } }));
    expect(await bigcommerce.customers.create(draft)).toBe(5);
    expect(sent[0]?.body).toEqual([
      {
        email: 'ana@example.com', first_name: 'Ana', last_name: 'Diaz', trigger_account_created_notification: false,
        addresses: [{ first_name: 'Ana', last_name: 'Diaz', address1: '1 Quay St', city: 'Sydney', state_or_province: 'NSW', postal_code: '2000', country_code: 'AU' }],
      },
    ]);
  });

  it('are rather created without an address than not at all', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ body }) =>
      JSON.stringify(body).includes('NSW') ? { status: 422, body: { title: 'Address is invalid.', errors: { '0.state_or_province': 'must be the full name' } } } : { body: { data: [{ id: 5 }] } },
    );
    expect(await bigcommerce.customers.create(draft)).toBe(5);
    expect(sent).toHaveLength(2);
  });

  it('have an address without a state where people write none', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [{ id: 5 }] } }));
    await bigcommerce.customers.create({ ...draft, address: { ...draft.address, city: 'Napier', state: '', countryCode: 'NZ' } });
    expect(sent[0]?.body).toMatchObject([{ addresses: [{ city: 'Napier', state_or_province: '', country_code: 'NZ' }] }]);
  });

  it('leave an address out that lacks a part', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [{ id: 5 }] } }));
    await bigcommerce.customers.create({ ...draft, address: { ...draft.address, city: '' } });
    expect(JSON.stringify(sent[0]?.body)).not.toContain('addresses');
  });

  it('count as created when the answer is a partial success', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 207, body: { data: [{ id: 6 }], errors: { address: 'skipped' } } }));
    expect(await bigcommerce.customers.create(draft)).toBe(6);
  });

  it('are refused with the reason', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ status: 422, body: { title: 'Create customers failed.', errors: { '0.email': 'already in use' } } }));
    await expect(bigcommerce.customers.create(draft)).rejects.toMatchObject({ name: 'RefusedByVendor', status: 422, reason: 'Create customers failed. (email: already in use)' });
    expect(sent).toHaveLength(1);
  });
});

describe('many customers', () => {
  const draftOf = (name: string) => ({ firstName: name, lastName: 'Lane', email: `${name}@example.com`, phone: '', company: '', address: null });
  const address = { firstName: '', lastName: '', company: '', street1: '1 Quay St', street2: '', city: 'Sydney', state: 'New South Wales', postcode: '2000', country: 'Australia', countryCode: 'AU', phone: '', email: '' };

  it('are found by their e-mails in one call', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([{ id: 1, email: 'Mia@example.com' }, { id: 2, email: 'mia@EXAMPLE.com' }, { id: 3, email: 'joe@example.com' }]));
    expect(await bigcommerce.customers.listByEmails(['mia@example.com', 'Joe@example.com ', 'nobody@example.com', 'a,b@example.com', ''])).toEqual(new Map([['mia@example.com', [1, 2]], ['joe@example.com', [3]]]));
    expect(sent).toHaveLength(1);
  });

  it('are created in one call, told apart by e-mail and not by place', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [{ id: 8, email: 'joe@example.com' }, { id: 7, email: 'MIA@example.com' }] } }));
    expect(await bigcommerce.customers.createMany([draftOf('mia'), draftOf('joe')])).toEqual([{ kind: 'done', id: 7 }, { kind: 'done', id: 8 }]);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent[0]?.body)).not.toContain('"trigger_account_created_notification":true');
  });

  it('are created one by one where one of them refuses the batch', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ body }) => {
      const [first, second] = body as { email: string }[];
      return second || first?.email === 'joe@example.com' ? { status: 422, body: { title: 'Create customers failed.', errors: { '.customer_create': 'Error creating customers' } } } : { body: { data: [{ id: 7 }] } };
    });
    expect(await bigcommerce.customers.createMany([draftOf('mia'), draftOf('joe')])).toMatchObject([{ kind: 'done', id: 7 }, { kind: 'refused', problem: { code: 'refused-by-bigcommerce' } }]);
    expect(sent).toHaveLength(3);
  });

  it('leave out of the call whom BigCommerce could never hold', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [{ id: 7, email: 'mia@example.com' }] } }));
    const outcomes = await bigcommerce.customers.createMany([draftOf('mia'), { ...draftOf('joe'), phone: '0'.repeat(51) }]);
    expect(outcomes).toEqual([{ kind: 'done', id: 7 }, { kind: 'refused', problem: { code: 'refused-by-bigcommerce', details: { message: 'It cannot hold this phone.' } } }]);
    expect(sent).toHaveLength(1);
  });

  it('are changed in one call, and their addresses added in another', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method }) => (method === 'PUT' ? { body: { data: [{ id: 1 }, { id: 2 }] } } : { body: { data: [] } }));
    const changes = [{ id: 1 as never, draft: { ...draftOf('mia'), address } }, { id: 2 as never, draft: { ...draftOf('joe'), company: 'Acme', address: { ...address, city: '' } } }];
    expect(await bigcommerce.customers.updateMany(changes)).toEqual([{ kind: 'done', id: 1 }, { kind: 'done', id: 2 }]);
    expect(sent.map(({ method, url, body }) => [method, url.replace('/stores/abc123/v3', ''), body])).toEqual([
      ['PUT', '/customers', [{ id: 1, email: 'mia@example.com', first_name: 'mia', last_name: 'Lane' }, { id: 2, email: 'joe@example.com', first_name: 'joe', last_name: 'Lane', company: 'Acme' }]],
      ['POST', '/customers/addresses', [{ customer_id: 1, first_name: 'mia', last_name: 'Lane', address1: '1 Quay St', city: 'Sydney', state_or_province: 'New South Wales', postal_code: '2000', country_code: 'AU' }]],
    ]);
  });

  it('have the address changed that we gave them, and added where it is gone', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method, url, body }) => {
      const members = body as { id: number; customer_id: number }[];
      if (!url.endsWith('/addresses')) return { body: { data: members.map(({ id }) => ({ id })) } };
      if (method === 'POST') return { body: { data: members.map(({ customer_id }) => ({ id: 90 + customer_id, customer_id })) } };
      return members.some(({ id }) => id === 52) ? { status: 422, body: { title: 'Update addresses failed.' } } : { body: { data: members.map(({ id }) => ({ id, customer_id: id - 50 })) } };
    });
    const change = (id: number, addressId?: number) => ({ id: id as never, draft: { ...draftOf('mia'), address }, addressId: addressId as never });
    expect(await bigcommerce.customers.updateMany([change(1, 51), change(2, 52), change(3)])).toEqual([
      { kind: 'done', id: 1, addressId: 51 },
      { kind: 'done', id: 2, addressId: 92 },
      { kind: 'done', id: 3, addressId: 93 },
    ]);
    const calls = sent.filter(({ url }) => url.endsWith('/addresses')).map(({ method, body }) => [method, (body as { id?: number; customer_id?: number }[]).map(({ id, customer_id }) => id ?? customer_id)]);
    expect(calls).toEqual([['PUT', [51, 52]], ['PUT', [51]], ['PUT', [52]], ['POST', [2, 3]]]);
  });

  it('tell of the address that they were created with', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ body: { data: [{ id: 7, email: 'mia@example.com', addresses: [{ id: 55 }] }] } }));
    expect(await bigcommerce.customers.createMany([{ ...draftOf('mia'), address }])).toEqual([{ kind: 'done', id: 7, addressId: 55 }]);
  });

  it('are changed though an address is refused, and refused each for itself', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ method, body }) => {
      const members = body as { id: number }[];
      if (method === 'POST') return { status: 422, body: { title: 'Address is invalid.' } };
      return members.length > 1 || members[0]?.id === 2 ? { status: 422, body: { title: 'Update customers failed.' } } : { body: { data: [{ id: 1 }] } };
    });
    const outcomes = await bigcommerce.customers.updateMany([{ id: 1 as never, draft: { ...draftOf('mia'), address } }, { id: 2 as never, draft: draftOf('joe') }]);
    expect(outcomes).toMatchObject([{ kind: 'done', id: 1 }, { kind: 'refused', problem: { details: { message: 'Update customers failed.' } } }]);
  });

  it('are none without a call', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ status: 500 }));
    expect([await bigcommerce.customers.createMany([]), await bigcommerce.customers.updateMany([]), await bigcommerce.customers.listByEmails([])]).toEqual([[], [], new Map()]);
    expect(sent).toEqual([]);
  });
});

describe('products', () => {
  it('are found by SKU over batches and pages, with their tax classes', async () => {
    const skus = Array.from({ length: 300 }, (_, index) => `SKU-${index}`);
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => {
      if (url.includes('/products')) return listed([{ id: 7, tax_class_id: 2 }]);
      return url.includes('SKU-0,') ? listed([{ id: 70, product_id: 7, sku: 'sku-0 ' }, { id: 71, product_id: 7, sku: 'SKU-00' }]) : listed([{ id: 72, product_id: 8, sku: 'SKU-299' }]);
    });
    expect(await bigcommerce.products.listBySku([...skus, 'sku-1', ' ', 'A,B'])).toEqual([{ productId: 7, variantId: 70, sku: 'sku-0', taxClassId: 2 }]);
    expect(sent.filter(({ url }) => url.includes('/variants'))).toHaveLength(2);
    expect(sent.at(-1)?.url).toBe('/stores/abc123/v3/catalog/products?id:in=7,8&include_fields=tax_class_id&limit=250&page=1');
  });

  it('have the standard tax class where none is stated, and are absent when they are gone', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => listed([{ id: 1 }, { id: 2, tax_class_id: 3 }]));
    expect(await bigcommerce.products.listTaxClasses([1, 2, 9].map((id) => ProductId.parse(id)))).toEqual(new Map([[1, 0], [2, 3]]));
  });

  it('are not asked for when nobody wants any', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([]));
    expect(await bigcommerce.products.listBySku([])).toEqual([]);
    expect(sent).toEqual([]);
  });
});

describe('the profile of a store', () => {
  const store = {
    id: 'abc123', name: 'Harbour Street', currency: 'AUD', timezone: { name: 'Australia/Sydney', raw_offset: 36_000 }, is_price_entered_with_tax: true,
    control_panel_base_url: 'https://store-abc123.mybigcommerce.com', address: '1 Quay St\nSydney', country: 'Australia', country_code: 'AU', phone: '02', logo: [],
  };

  it('has tax classes and status labels with it', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => {
      if (url.includes('tax_classes')) return { body: [{ id: '1', name: 'Non-Taxable Products' }] };
      if (url.includes('locations')) return listed([{ id: 1, label: 'Harbour Street', enabled: true, is_default: true }, { id: 2, label: 'Depot', enabled: false, is_default: false }]);
      if (url.includes('order_statuses')) return { body: [{ id: 11, name: 'Awaiting Fulfillment', custom_label: 'To pack' }, { id: 2, name: 'Shipped', custom_label: '' }] };
      return { body: store };
    });
    expect(await bigcommerce.store.getProfile()).toMatchObject({
      name: 'Harbour Street', currency: 'AUD', timeZone: 'Australia/Sydney', pricesIncludeTax: true, controlPanelUrl: 'https://store-abc123.mybigcommerce.com',
      address: { company: 'Harbour Street', street1: '1 Quay St Sydney', country: 'Australia', countryCode: 'AU' },
      taxClasses: [{ id: 0, name: 'Default Tax Class' }, { id: 1, name: 'Non-Taxable Products' }],
      statusLabels: { 11: 'To pack', 2: 'Shipped' },
      locations: [{ id: 1, name: 'Harbour Street', isDefault: true, isEnabled: true }, { id: 2, name: 'Depot', isDefault: false, isEnabled: false }],
    });
  });

  it('learns the default location from the filter where the list does not tell it', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => {
      if (url.includes('is_default')) return listed([{ id: 2, label: 'Depot' }]);
      return url.includes('locations') ? listed([{ id: 1, label: 'Harbour Street' }, { id: 2, label: 'Depot' }]) : url.includes('/v2/store') ? { body: store } : { status: 204 };
    });
    expect((await bigcommerce.store.getProfile()).locations.map(({ id, isDefault }) => [id, isDefault])).toEqual([[1, false], [2, true]]);
  });

  it('has no locations as long as their scope is missing', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => {
      if (url.includes('locations')) return { status: 403, body: { title: 'Missing scope.' } };
      return url.includes('/v2/store') ? { body: store } : { status: 204 };
    });
    expect((await bigcommerce.store.getProfile()).locations).toEqual([]);
  });

  it('has the standard class alone when the list is empty', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => (url.includes('/v2/store') ? { body: store } : { status: 204 }));
    expect(await bigcommerce.store.getProfile()).toMatchObject({ taxClasses: [{ id: 0 }], statusLabels: {} });
  });
});

describe('webhooks', () => {
  const destination = 'https://app.example/api/bigcommerce/webhooks';
  const secret = 'hook-secret';
  const hook = (id: number, change: object = {}) => ({ id, scope: 'store/order/created', destination, is_active: true, headers: { 'X-Hook-Secret': secret }, ...change });

  const scopes = ['store/order/created', 'store/app/uninstalled'];
  const [order, uninstall] = [hook(1), hook(2, { scope: 'store/app/uninstalled' })];
  const earlier = 'https://old.example/api/bigcommerce/webhooks';

  it.each<[string, object[], string[]]>([
    ['adds what is missing', [], ['silent 2', 'POST /hooks', 'POST /hooks']],
    ['leaves alone what is right', [order, uninstall], []],
    ['wakes what was put to sleep', [hook(1, { is_active: false }), uninstall], ['silent 1', 'PUT /hooks/1']],
    ['brings up to date what carries an old secret', [hook(1, { headers: { 'x-hook-secret': 'old' } }), uninstall], ['PUT /hooks/1']],
    ['brings up to date what carries no secret', [hook(1, { headers: null }), uninstall], ['PUT /hooks/1']],
    ['removes topics no longer wanted, and an earlier address', [order, uninstall, hook(3, { scope: 'store/cart/*' }), hook(4, { destination: earlier })], ['DELETE /hooks/3', 'DELETE /hooks/4']],
    ['has what is new stand before what is old falls', [hook(1, { destination: earlier }), uninstall], ['silent 1', 'POST /hooks', 'DELETE /hooks/1']],
    ['leaves alone what goes elsewhere', [order, uninstall, hook(3, { destination: 'https://app.example/other' })], []],
  ])('%s', async (_name, existing, changes) => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method }) => (method === 'GET' ? listed(existing) : method === 'DELETE' ? { status: 204 } : { body: { data: { id: 9 } } }));
    const told = () => sent.slice(1).map(({ method, url }) => `${method} ${url.replace('/stores/abc123/v3', '')}`);
    const silences: string[] = [];
    const onSilent = async (silent: readonly string[]) => {
      expect(told()).toEqual([]);
      silences.push(`silent ${silent.length}`);
    };
    await bigcommerce.store.reconcileHooks({ destination, secret, scopes, onSilent });
    expect([...silences, ...told()]).toEqual(changes);
  });

  it('changes nothing while the silence cannot be noted', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([]));
    await expect(bigcommerce.store.reconcileHooks({ destination, secret, scopes, onSilent: () => Promise.reject(new Error('database down')) })).rejects.toThrow('database down');
    expect(sent).toHaveLength(1);
  });

  it.each([409, 422])('takes a refusal with %i as done when somebody was quicker with the same, and else as a refusal', async (status) => {
    const wanted = { destination, secret, scopes: ['store/order/created'], onSilent: async () => undefined };
    const refusing = (later: object[]) => {
      let lists = 0;
      return scriptedBigCommerce(({ method }) => (method === 'GET' ? listed(lists++ === 0 ? [] : later) : { status, body: { title: 'No.' } })).bigcommerce;
    };
    await expect(refusing([hook(1)]).store.reconcileHooks(wanted)).resolves.toBeUndefined();
    await expect(refusing([]).store.reconcileHooks(wanted)).rejects.toThrow(RefusedByVendor);
  });
});

describe('app extensions', () => {
  const wanted = { model: 'ORDERS', context: 'PANEL', url: '/ext/orders/${id}', label: 'Import to Hike' } as const;
  const node = (id: string, change: object = {}) => ({ node: { id, model: 'ORDERS', context: 'PANEL', url: wanted.url, label: { defaultValue: wanted.label }, ...change } });

  const reconciled = async (edges: object[]) => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ body }) =>
      JSON.stringify(body).includes('appExtensions') ? { body: { data: { store: { appExtensions: { edges } } } } } : { body: { data: {} } },
    );
    await bigcommerce.store.reconcileExtensions([wanted]);
    return sent.slice(1).map(({ body }) => {
      const { query, variables } = body as { query: string; variables: { input: object } };
      return [/\{ (\w+)\(input/.exec(query)?.[1], variables.input];
    });
  };

  it.each<[string, object[], unknown[]]>([
    ['are created when there are none', [], [['createAppExtension', { context: 'PANEL', model: 'ORDERS', url: wanted.url, label: { defaultValue: 'Import to Hike', locales: [] } }]]],
    ['stay when they are right', [node('a')], []],
    ['are renamed', [node('a', { label: { defaultValue: 'Old' } })], [['updateAppExtension', { id: 'a', data: { url: wanted.url, label: { defaultValue: 'Import to Hike', locales: [] } } }]]],
    ['are never doubled', [node('a'), node('b')], [['deleteAppExtension', { id: 'b' }]]],
    ['give way when they are not wanted', [node('a', { model: 'PRODUCTS' }), node('b')], [['deleteAppExtension', { id: 'a' }]]],
  ])('%s', async (_name, edges, changes) => {
    expect(await reconciled(edges)).toEqual(changes);
  });

  it('are refused with the reason, which comes with status 200', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ body: { data: null, errors: [{ message: 'Scope missing' }] } }));
    await expect(bigcommerce.store.reconcileExtensions([wanted])).rejects.toMatchObject({ name: 'RefusedByVendor', reason: 'Scope missing' });
  });
});

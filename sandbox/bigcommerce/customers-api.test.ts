import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Page {
  data: { id: number; email: string }[];
  meta: { cursor_pagination: { end_cursor: string; links: { next?: string } }; pagination: { total: number } };
}

const address = { first_name: 'Kai', last_name: 'Ito', address1: '1 Pier', city: 'Sydney', state_or_province: 'New South Wales', postal_code: '2000', country_code: 'AU' };

test('a cursor walks all customers once', async () => {
  const seen: number[] = [];
  let after = '';
  for (let page = 0; page < 10; page += 1) {
    const { body } = await sandbox.call<Page>('GET', `/v3/customers?limit=4${after === '' ? '' : `&after=${after}`}`);
    seen.push(...body.data.map((customer) => customer.id));
    if (body.meta.cursor_pagination.links.next === undefined) break;
    after = body.meta.cursor_pagination.end_cursor;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

test('one e-mail that is taken fails the whole batch', async () => {
  const batch = [{ email: 'fresh@example.com', first_name: 'A', last_name: 'B' }, { email: 'ANA.DIAZ@example.com', first_name: 'A', last_name: 'B' }];
  const refused = await sandbox.call<{ errors: Record<string, string> }>('POST', '/v3/customers', batch);
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['1.email']]);
  expect((await sandbox.call<Page>('GET', '/v3/customers?email:in=fresh@example.com')).body.data).toEqual([]);
});

test('eleven customers are too many, and a customer without an e-mail is none', async () => {
  const many = Array.from({ length: 11 }, (_, index) => ({ email: `p${index}@example.com`, first_name: 'A', last_name: 'B' }));
  expect((await sandbox.call('POST', '/v3/customers', many)).status).toBe(413);
  expect((await sandbox.call('POST', '/v3/customers', [{ first_name: 'A', last_name: 'B' }])).status).toBe(422);
});

test('the same address again is answered 200 and missing, and a state code is refused', async () => {
  const add = (more: object = {}) => sandbox.call<{ data: unknown[] }>('POST', '/v3/customers/addresses', [{ ...address, customer_id: 6, ...more }]);
  expect((await add()).body.data).toHaveLength(1);
  const again = await add();
  expect([again.status, again.body.data]).toEqual([200, []]);
  expect((await add({ state_or_province: 'NSW' })).status).toBe(422);
});

test('an update changes what it names and nothing else', async () => {
  await sandbox.call('PUT', '/v3/customers', [{ id: 2, phone: '99' }]);
  const { body } = await sandbox.call<{ data: Record<string, unknown>[] }>('GET', '/v3/customers?id:in=2&include=addresses');
  expect(body.data[0]).toMatchObject({ phone: '99', company: 'Okafor Catering', address_count: 1 });
});

test('an update that would make two addresses the same is answered 200, changes nothing, and is missing', async () => {
  const add = async (city: string) => (await sandbox.call<{ data: { id: number }[] }>('POST', '/v3/customers/addresses', [{ ...address, customer_id: 6, city }])).body.data[0]!.id;
  await add('Perth');
  const second = await add('Hobart');
  const answer = await sandbox.call<{ data: unknown[] }>('PUT', '/v3/customers/addresses', [{ id: second, city: 'Perth' }]);
  expect([answer.status, answer.body.data]).toEqual([200, []]);
  const { body } = await sandbox.call<{ data: { city: string }[] }>('GET', `/v3/customers/addresses?id:in=${second}&customer_id:in=6`);
  expect(body.data.map(({ city }) => city)).toEqual(['Hobart']);
});

test('a customer is found under the new e-mail after a change, and the old one is free', async () => {
  await sandbox.call('PUT', '/v3/customers', [{ id: 1, email: 'ana.new@example.com' }]);
  const found = async (email: string) => (await sandbox.call<Page>('GET', `/v3/customers?email:in=${email}`)).body.data.map(({ id }) => id);
  expect([await found('ANA.NEW@example.com'), await found('ana.diaz@example.com')]).toEqual([[1], []]);
  expect((await sandbox.call('POST', '/v3/customers', [{ email: 'ana.diaz@example.com', first_name: 'A', last_name: 'B' }])).status).toBe(200);
});

test('nobody is mailed unless the call asks for it', async () => {
  await sandbox.call('POST', '/v3/customers', [{ email: 'quiet@example.com', first_name: 'A', last_name: 'B' }]);
  const mails = async () => (await sandbox.control<{ reference: string }[]>('GET', '/ledger?kind=mail.sent')).body.map((row) => row.reference);
  expect(await mails()).toEqual([]);
  await sandbox.call('POST', '/v3/customers', [{ email: 'loud@example.com', first_name: 'A', last_name: 'B', trigger_account_created_notification: true }]);
  expect(await mails()).toEqual(['loud@example.com']);
});

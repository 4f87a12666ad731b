import { Type } from 'typebox';
import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { type ApiOf, endpoint, noReply, object, schoolId } from '#platform/contract.ts';
import { call, type Call, callUnlessKnown, Problem } from './api.ts';

const contract = {
  setBook: endpoint({
    id: 'shelf.setBook',
    method: 'PUT',
    path: '/api/schools/{schoolId}/shelves/{shelf}/book',
    summary: 'Sets the book',
    params: object({ schoolId, shelf: Type.String() }),
    query: object({ tag: Type.Optional(Type.Array(Type.String())) }),
    body: object({ title: Type.String() }),
    reply: object({ version: Type.Integer() }),
    idempotent: true,
  }),
  getWords: endpoint({
    id: 'shelf.getWords',
    method: 'GET',
    path: '/api/words',
    summary: 'Words',
    reply: object({ words: Type.Array(Type.String()) }),
  }),
  clear: endpoint({ id: 'shelf.clear', method: 'POST', path: '/api/clearing', summary: 'x', reply: noReply }),
  notAnEndpoint: 7,
};

type ShelfApi = ApiOf<typeof contract>;
const callShelf = call as unknown as Call<ShelfApi>;

const asked = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', asked);
afterEach(() => asked.mockReset());

const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init });

describe('call', () => {
  test('fills the address, names JSON and carries the key', async () => {
    asked.mockResolvedValue(json({ version: 3 }));
    const reply = await callShelf('PUT /api/schools/{schoolId}/shelves/{shelf}/book', {
      params: { schoolId: 1, shelf: 'а/б' },
      query: { tag: ['x', 'y'] },
      body: { title: 'Букварь' },
      idempotencyKey: 'k',
    });
    expectTypeOf(reply).toEqualTypeOf<{ version: number }>();
    expect(reply).toEqual({ version: 3 });
    const [address, init] = asked.mock.calls[0] ?? [];
    expect(address).toBe('/api/schools/1/shelves/%D0%B0%2F%D0%B1/book?tag=x&tag=y');
    expect(init).toMatchObject({ method: 'PUT', body: '{"title":"Букварь"}' });
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': 'k',
    });
  });

  test('204 is null', async () => {
    asked.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await callShelf('POST /api/clearing')).toBeNull();
  });

  test('a refusal is a Problem with its code, facts and faults', async () => {
    const errors = [{ path: '/body/title', rule: 'maxLength', limit: 8 }];
    const told = {
      type: '/problems/x',
      title: 'x',
      status: 409,
      code: 'shelfFull',
      facts: { books: 3 },
      errors,
    };
    asked.mockResolvedValue(
      json(told, { status: 409, headers: { 'content-type': 'application/problem+json; charset=utf-8' } }),
    );
    const problem = await callShelf('GET /api/words').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'shelfFull', status: 409, facts: { books: 3 }, errors });
  });

  test('a proxy’s page and a dead network have codes too', async () => {
    asked.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(callShelf('GET /api/words')).rejects.toMatchObject({
      code: 'databaseUnavailable',
      status: 502,
    });
    asked.mockRejectedValue(new TypeError('fetch failed'));
    await expect(callShelf('GET /api/words')).rejects.toMatchObject({ code: 'offline', status: 0 });
  });

  test('an aborted call throws the reason of its signal', async () => {
    const abort = new AbortController();
    abort.abort(new Error('left the page'));
    asked.mockRejectedValue(abort.signal.reason);
    await expect(callShelf('GET /api/words', { signal: abort.signal })).rejects.toThrow('left the page');
  });
});

test('a copy that is still the newest is not sent again', async () => {
  asked.mockResolvedValue(new Response(null, { status: 304 }));
  expect(await callUnlessKnown('GET /api/session', { ifNoneMatch: 'W/"1"' })).toEqual({ unchanged: true });
  expect(new Headers(asked.mock.calls[0]?.[1]?.headers).get('if-none-match')).toBe('W/"1"');
});

test('a wrong address, parameter or part does not compile', () => {
  const uncalled = () => [
    // @ts-expect-error no such address
    callShelf('GET /api/wordz'),
    // @ts-expect-error no such method there
    callShelf('DELETE /api/words'),
    // @ts-expect-error the address needs its params
    callShelf('PUT /api/schools/{schoolId}/shelves/{shelf}/book', {
      body: { title: 'x' },
      idempotencyKey: 'k',
    }),
    callShelf('PUT /api/schools/{schoolId}/shelves/{shelf}/book', {
      // @ts-expect-error a school is a number
      params: { schoolId: '1', shelf: 'x' },
      body: { title: 'x' },
      idempotencyKey: 'k',
    }),
    // @ts-expect-error the key is required
    callShelf('PUT /api/schools/{schoolId}/shelves/{shelf}/book', {
      params: { schoolId: 1, shelf: 'x' },
      body: { title: 'x' },
    }),
    // @ts-expect-error a GET has no body
    callShelf('GET /api/words', { body: {} }),
  ];
  expectTypeOf<keyof ShelfApi>().toEqualTypeOf<
    'PUT /api/schools/{schoolId}/shelves/{shelf}/book' | 'GET /api/words' | 'POST /api/clearing'
  >();
  expect(uncalled).toBeTypeOf('function');
  expect(() =>
    endpoint({
      id: 'x',
      method: 'GET',
      path: '/api/{a}',
      summary: 'x',
      // @ts-expect-error the params do not hold the names of the path
      params: object({ b: schoolId }),
      reply: noReply,
    }),
  ).not.toThrow();
});

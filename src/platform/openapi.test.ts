import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { apiReference } from './api-reference.ts';
import { endpoint, nullable, object, oneOf, schoolId, uuid } from './contract.ts';
import { openApiDocument } from './openapi.ts';
import { serve } from './serve.ts';

const setBook = endpoint({
  id: 'shelf.setBook',
  method: 'PUT',
  path: '/api/schools/{schoolId}/shelves/{shelfId}',
  summary: 'Sets <one> book',
  params: object({ schoolId, shelfId: uuid }),
  query: object({ dry: Type.Optional(Type.Boolean()) }),
  body: object({ title: nullable(Type.String({ maxLength: 8 })), state: oneOf(['new', 'old']) }),
  reply: object({ version: Type.Integer({ minimum: 1 }) }),
  refusals: { shelfFull: 422, shelfLocked: 409 },
  idempotent: true,
});

const listWords = endpoint({
  id: 'shelf.listWords',
  method: 'GET',
  path: '/api/a-words',
  summary: 'Words',
  reply: object({ words: Type.Array(Type.String()) }),
});

const routes = [
  serve(setBook, {
    policy: { fence: () => null, may: () => true },
    run: () => Promise.resolve({ version: 1 }),
  }),
  serve(listWords, { policy: { public: 'words are known' }, run: () => Promise.resolve({ words: [] }) }),
];
const document = openApiDocument(routes, { sessionCookie: '__Host-parta' });

test('the document lists each endpoint with its schemas, policy and refusals, in a stable order', () => {
  expect(Object.keys(document.paths)).toEqual(['/api/a-words', '/api/schools/{schoolId}/shelves/{shelfId}']);
  expect(JSON.stringify(openApiDocument(routes.toReversed(), { sessionCookie: '__Host-parta' }))).toBe(
    JSON.stringify(document),
  );
  const put = document.paths[setBook.path]?.['put'];
  expect(put).toMatchObject({
    operationId: 'shelf.setBook',
    tags: ['shelf'],
    'x-policy': 'school',
    security: [{ session: [] }],
    requestBody: { content: { 'application/json': { schema: { additionalProperties: false } } } },
  });
  expect(put?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['schoolId', 'path', true],
    ['shelfId', 'path', true],
    ['dry', 'query', false],
    ['Idempotency-Key', 'header', true],
  ]);
  expect(
    Object.entries(put?.responses ?? {}).map(([status, reply]) => `${status} ${reply.description}`),
  ).toEqual([
    '200 done',
    '400 idempotencyKeyMalformed, idempotencyKeyMissing, invalidInput, malformedJson',
    '401 notSignedIn',
    '403 crossSite, notAllowed, ownPasswordNeeded',
    '404 notFound',
    '409 shelfLocked',
    '413 tooLarge',
    '415 wrongContentType',
    '422 shelfFull',
    '500 internal',
    '503 databaseUnavailable, overloaded',
  ]);
  expect(document.paths['/api/a-words']?.['get']).toMatchObject({
    'x-policy': 'public: words are known',
    security: [],
  });
});

test('the document is JSON: nothing of TypeBox’s own shows, every reference resolves', () => {
  const text = JSON.stringify(document);
  expect(text).not.toContain('~');
  expect(JSON.parse(text)).toEqual(structuredClone(JSON.parse(text)));
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components['schemas']).toHaveProperty(name ?? '');
  }
});

test('the reference page names every endpoint, escapes words and needs no foreign host', () => {
  const { text, contentSecurityPolicy } = apiReference(document);
  expect(text).toContain('<section id="shelf.setBook">');
  expect(text).toContain('<a href="#shelf.listWords">');
  expect(text).toContain('Sets &lt;one> book');
  expect(text).toContain('title: string ≤ 8 | null\n  state: &quot;new&quot; | &quot;old&quot;');
  expect(text).not.toMatch(/<script|https?:\/\//);
  expect(contentSecurityPolicy).toMatch(/style-src 'sha256-/);
});

import { Type } from 'typebox';
import { endpoint, noReply, object, schoolId, shortText, uuid } from './contract.ts';
import { statement, type Tx } from './db/tx.ts';
import type { Module } from './platform.ts';
import { refuse } from './problem.ts';
import { rawJson } from './reply.ts';
import { serve } from './serve.ts';
import { anActor } from './testing-app.ts';

export const teacherId = anActor().personId;
const shelfParams = object({ schoolId, shelfId: uuid });

const getShelf = endpoint({
  id: 'shelf.getShelf',
  method: 'GET',
  path: '/api/schools/{schoolId}/shelves/{shelfId}',
  summary: 'One shelf',
  params: shelfParams,
  query: object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })) }),
  reply: object({ school: Type.Integer(), limit: Type.Integer(), padding: Type.String() }),
});

const putBook = endpoint({
  id: 'shelf.putBook',
  method: 'PUT',
  path: '/api/schools/{schoolId}/shelves/{shelfId}/book',
  summary: 'Puts a book on the shelf',
  params: shelfParams,
  body: object({
    title: shortText(8),
    pages: Type.Array(object({ number: Type.Integer({ minimum: 1 }) }), { maxItems: 3 }),
  }),
  reply: object({ title: Type.String(), fence: Type.Integer(), owner: Type.String() }),
  refusals: { shelfFull: 422 },
  idempotent: true,
});

const clearShelf = endpoint({
  id: 'shelf.clearShelf',
  method: 'POST',
  path: '/api/schools/{schoolId}/clearing',
  summary: 'Needs no body',
  params: object({ schoolId }),
  reply: noReply,
});

const breakShelf = endpoint({
  id: 'shelf.breakShelf',
  method: 'GET',
  path: '/api/broken/{what}',
  summary: 'Fails in the way its address says',
  params: object({ what: Type.String() }),
  query: object({ word: Type.Optional(Type.String()) }),
  reply: object({ ok: Type.Boolean() }),
});

const shelfStatement = statement(
  'shelf.shelf',
  `select json_build_object('school', current_setting('app.school_id')::int, 'limit', $1::int, 'padding', repeat('полка ', 400))::text`,
);
const fenceStatement = statement(
  'shelf.fence',
  `select json_build_object('school', current_setting('app.school_id')::int)::text`,
);
const failingStatement = statement('shelf.failing', 'select $1::int');

let queries = 0;

/** How often a hot read came as far as its values. */
export const shelfQueries = () => queries;

/** A module of one shelf: every kind of policy and of work once. */
export const shelf: Module = {
  name: 'shelf',
  endpoints: [getShelf, putBook, clearShelf, breakShelf],
  routes: [
    serve(getShelf, {
      policy: {
        fence: (actor) => ({ schoolId: actor.schoolId, studentIds: '*' }),
        may: (actor) => actor.roles.includes('teacher'),
      },
      read: {
        statement: shelfStatement,
        values: ({ query }) => {
          queries += 1;
          return [query.limit ?? 5];
        },
        etag: ({ actor, query }) => `${actor.schoolId}-${query.limit ?? 5}`,
      },
    }),
    serve(putBook, {
      policy: {
        fence: (actor, { shelfId }) =>
          shelfId === teacherId ? { schoolId: actor.schoolId, studentIds: '*' } : null,
        load: (_tx, _params, { title }) =>
          Promise.resolve(title === 'unknown' ? null : { ownerId: teacherId, title }),
        may: (actor, row) => {
          if (row.title === 'locked') return { code: 'shelfLocked', facts: { since: '2026-11-01' } };
          return actor.personId === row.ownerId;
        },
      },
      async run({ tx, body, row, key }) {
        if (body.title === 'full') refuse('shelfFull', { books: 3 });
        return {
          title: `${body.title} ${key.requestHash.length}`,
          fence: await schoolInside(tx),
          owner: row.ownerId,
        };
      },
    }),
    serve(clearShelf, {
      policy: {
        fence: (actor) => ({ schoolId: actor.schoolId, studentIds: [] }),
        may: () => true,
      },
      run: () => Promise.resolve(null),
    }),
    serve(breakShelf, {
      policy: { public: 'a test breaks it' },
      async run({ platform, params }) {
        if (params.what === 'database') {
          const fence = { schoolId: 1, studentIds: '*' } as const;
          await platform.database.readText(fence, failingStatement, ['Иванов']);
        }
        if (params.what === 'reply') return rawJson('{"ok":true,"secret":1}');
        throw new Error('Иванов Пётр');
      },
    }),
  ],
};

/** A command as modules write them: its transaction names the tables it may touch. */
async function schoolInside(tx: Tx<{ 'shelf.book': { school_id: number } }>): Promise<number> {
  const { school } = JSON.parse((await tx.text(fenceStatement)) ?? '{}') as { school: number };
  return school;
}

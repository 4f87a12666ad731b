import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { endpoint, noReply, object, schoolId } from './contract.ts';
import { page } from './page.ts';
import type { Module } from './platform.ts';
import { routesOf } from './route-list.ts';
import { type Route, serve } from './serve.ts';

const ping = endpoint({ id: 'a.ping', method: 'GET', path: '/api/ping', summary: 'x', reply: noReply });
const run = () => Promise.resolve(null);
const open = { public: 'a test' };
const served = serve(ping, { policy: open, run });
const moduleOf = (given: Partial<Module>): Module => ({ name: 'a', ...given });

describe('the server does not start with', () => {
  test('a route without a policy', () => {
    const route = { ...served, policy: undefined } as unknown as Route;
    expect(() => routesOf([moduleOf({ routes: [route] })])).toThrow('GET /api/ping has no policy');
  });

  test('a public route without a reason', () => {
    const route = serve(ping, { policy: { public: '' }, run });
    expect(() => routesOf([moduleOf({ routes: [route] })])).toThrow('GET /api/ping has no policy');
  });

  test('a page without a policy', () => {
    const nameless = { path: '/a', view: 'a', load: run } as unknown as NonNullable<Module['pages']>[number];
    expect(() => routesOf([moduleOf({ pages: [nameless] })])).toThrow('page /a has no policy');
  });

  test('an endpoint that is declared but not served', () => {
    expect(() => routesOf([moduleOf({ endpoints: [ping] })])).toThrow(
      'GET /api/ping is declared but never served',
    );
  });

  test('an endpoint served twice, also by two modules', () => {
    const modules = [moduleOf({ routes: [served] }), moduleOf({ name: 'b', routes: [served] })];
    expect(() => routesOf(modules)).toThrow('GET /api/ping is served twice');
  });

  test('an input object open to unknown properties', () => {
    const loose = endpoint({
      id: 'a.loose',
      method: 'POST',
      path: '/api/loose',
      summary: 'x',
      body: object({ list: Type.Array(Type.Object({ x: Type.String() })) }),
      reply: noReply,
    });
    const route = serve(loose, { policy: open, run });
    expect(() => routesOf([moduleOf({ routes: [route] })])).toThrow(
      'POST /api/loose admits unknown properties in body/list/items',
    );
  });

  test('a school policy on an address without a school', () => {
    const policy = { fence: () => null, may: () => true };
    const pages = [page({ path: '/a', view: 'a', policy, load: () => Promise.resolve({}) })];
    const routes = [serve(ping, { policy, run })];
    expect(() => routesOf([moduleOf({ routes, pages })])).toThrow(
      /GET \/api\/ping has a school policy but no \{schoolId\}\n {2}page \/a has a school policy/,
    );
  });
});

test('every fault is named at once, and a sound list passes', () => {
  const sound = serve(
    endpoint({
      id: 'a.one',
      method: 'GET',
      path: '/api/a/{schoolId}',
      summary: 'x',
      params: object({ schoolId }),
      reply: noReply,
    }),
    { policy: { fence: () => null, may: () => true }, run },
  );
  expect(routesOf([moduleOf({ endpoints: [ping], routes: [served, sound] })])).toEqual([served, sound]);
});

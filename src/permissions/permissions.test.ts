import { sensitiveActs } from '#modules/identity/second-factor/step-up-rules.ts';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '#modules/identity/testing-school.ts';
import { demoClock } from '#platform/clock.ts';
import type { EndpointSpec } from '#platform/contract.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import type { Module } from '#platform/platform.ts';
import { loadModules } from '../modules.ts';
import { asking } from './asking.ts';
import { permissionsPage } from './page.ts';
import { headersFor, requestFor } from './requests.ts';
import { answerFor, permissions, relations, roles } from './table.ts';
import { today } from './school.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let server: TestServer;
let openServer: TestServer;
let endpoints: readonly EndpointSpec[];
let asked: ReturnType<typeof asking>;

beforeAll(async () => {
  world = await makeWorld();
  const modules = (await loadModules()).filter(({ name }) => name !== 'identity');
  const clock = demoClock({ offsetMs: Date.parse(`${today}T08:40:00Z`) - Date.now() });
  server = await world.server({ clock, modules });
  await server.platform.files.keep(aPdf(), 'a.pdf');
  openServer = await world.server({ clock, modules: modules.map(withoutPolicies) });
  endpoints = (await loadModules()).flatMap((module) => module.endpoints ?? []);
  asked = asking(world, server, endpoints);
});

afterAll(async () => {
  await server.stop();
  await openServer.stop();
  await world.drop();
});

test('every endpoint stands in the table, and nothing else', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(endpoints.map(({ id }) => id).toSorted());
});

describe.each(Object.entries(permissions))('%s', (id, { lines }) => {
  const cells = roles.flatMap((role) => relations.map((relation) => ({ role, relation })));

  test.each(cells)('$role, $relation', async ({ role, relation }) => {
    const expected = answerFor(lines, role, relation);
    const status = await asked.statusOf(id, { role, relation });
    expect(status).toBe(expected === 'yes' ? 'yes' : expected);
  });
});

test('with every policy open, the database alone keeps the other school to itself', async () => {
  const cookie = await asking(world, openServer, endpoints).cookieOf('deputyHead');
  const foreign = world.found('deputyHead', 'otherSchool');
  for (const endpoint of endpoints.filter(({ id }) => !id.startsWith('identity.'))) {
    // Ids of the other school under the address of one's own.
    const request = requestFor(endpoint, { ...foreign, schoolId: 1 }, world);
    const answer = await openServer.app.inject({ ...request, headers: headersFor(request, cookie) });
    expect(answer.statusCode, `${endpoint.id}: ${answer.body}`).toBeLessThan(500);
    expect(answer.body, endpoint.id).not.toContain(world.canary);
  }
  const { rows } = await world.superuser.query(
    `select (select count(*) from journal.mark where school_id = 1 and student_id = $1)::int as marks,
            (select count(*) from journal.lesson_record where lesson_id = $2)::int as records`,
    [foreign.studentId, foreign.lessonId],
  );
  expect(rows).toEqual([{ marks: 0, records: 0 }]);
});

test('docs/permissions.md is printed from the table', () => {
  expect(readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsPage());
});

test('acts that ask for a fresh proof are endpoints', () => {
  const ids = new Set(endpoints.map(({ id }) => id));
  expect([...sensitiveActs].filter((id) => !ids.has(id))).toEqual([]);
});

/** The switch of this test: everybody of a school may do anything in it, as far as policies go. */
function withoutPolicies(module: Module): Module {
  return {
    ...module,
    routes: (module.routes ?? []).map((route) =>
      'fence' in route.policy
        ? {
            ...route,
            policy: {
              ...route.policy,
              fence: ({ schoolId }: { schoolId: number }) => ({ schoolId, studentIds: '*' as const }),
              may: () => true,
            } as typeof route.policy,
          }
        : route,
    ),
  };
}

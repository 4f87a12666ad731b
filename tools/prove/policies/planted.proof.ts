import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '#modules/identity/testing-school.ts';
import { demoClock } from '#platform/clock.ts';
import type { EndpointSpec } from '#platform/contract.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import type { Module } from '#platform/platform.ts';
import { loadModules } from '../../../src/modules.ts';
import { asking, type Cell } from '../../../src/permissions/asking.ts';
import { today, yesterday } from '../../../src/permissions/school.ts';
import { answerFor, permissions, relations, roles } from '../../../src/permissions/table.ts';
import { makeWorld, type World } from '../../../src/permissions/world.ts';
import { type Decisions, type Fault, faultsFor } from './faults.ts';

/** The fault in force: one route, one mistake. `hasEffect`: it decided something otherwise than the right policy. */
const planted: { id: string; fault: Fault | null; hasEffect: boolean } = {
  id: '',
  fault: null,
  hasEffect: false,
};

let world: World;
let server: TestServer;
let endpoints: readonly EndpointSpec[];
let guarded: readonly string[];

beforeAll(async () => {
  world = await makeWorld();
  const modules = await loadModules();
  const clock = demoClock({ offsetMs: Date.parse(`${today}T08:40:00Z`) - Date.now() });
  const others = modules.filter(({ name }) => name !== 'identity').map(withPlantedFaults);
  server = await world.server({ clock, modules: others });
  await server.platform.files.keep(aPdf(), 'a.pdf');
  endpoints = modules.flatMap((module) => module.endpoints ?? []);
  guarded = others.flatMap(({ routes = [] }) =>
    routes.flatMap(({ endpoint, policy }) => ('fence' in policy ? [endpoint.id] : [])),
  );
});
afterAll(async () => {
  await server.stop();
  await world.drop();
});

test(
  'of the faults planted in policies at least 98 in 100 are caught by the table',
  { timeout: 3_600_000 },
  async () => {
    const found = roles.flatMap((role) => relations.map((relation) => world.found(role, relation)));
    const faults = faultsFor({
      studentIds: [...new Set(found.map(({ studentId }) => studentId))],
      classIds: [...new Set(found.map(({ classId }) => classId))],
      yesterday,
    });
    const { statusOf } = asking(world, server, endpoints);
    const cells = roles.flatMap((role) => relations.map((relation): Cell => ({ role, relation })));
    const observed = async (id: string, cell: Cell) => pastPolicy(await statusOf(id, cell));
    const counts = { planted: 0, withoutEffect: 0, caught: 0 };
    const missed: string[] = [];
    for (const id of guarded) {
      const lines = permissions[id]?.lines;
      if (lines === undefined) throw new Error(`${id} is not in the table`);
      for (const fault of faults) {
        Object.assign(planted, { id, fault, hasEffect: false });
        counts.planted += 1;
        let isCaught = false;
        for (const cell of cells) {
          const expected = answerFor(lines, cell.role, cell.relation);
          if ((await observed(id, cell)) === expected) continue;
          // Acts that were let through have changed the world: only what the right policy still answers counts.
          planted.fault = null;
          isCaught = (await observed(id, cell)) === expected;
          planted.fault = fault;
          if (isCaught) break;
        }
        if (isCaught) counts.caught += 1;
        else if (planted.hasEffect) missed.push(`${id}: ${fault.name}`);
        else counts.withoutEffect += 1;
      }
    }
    planted.fault = null;
    const effective = counts.planted - counts.withoutEffect;
    const share = counts.caught / effective;
    console.log(
      `${counts.planted} faults in ${guarded.length} policies; ${counts.withoutEffect} decide nothing otherwise; of ${effective} others ${counts.caught} caught, ${(share * 100).toFixed(1)} %`,
    );
    for (const line of missed) console.log(`missed  ${line}`);
    expect(share).toBeGreaterThanOrEqual(0.98);
  },
);

/** What is refused for other reasons got past the policy. */
const pastPolicy = (status: string) => (['401', '403', '404'].includes(status) ? status : 'yes');

function withPlantedFaults(module: Module): Module {
  const routes = (module.routes ?? []).map((route) => {
    if (!('fence' in route.policy)) return route;
    const right = route.policy as unknown as Decisions;
    const decide =
      (part: keyof Decisions) =>
      (actor: Parameters<Decisions['may']>[0], ...rest: unknown[]) => {
        const { fault } = planted;
        const rightly = right[part](actor, ...rest);
        if (fault === null || planted.id !== route.endpoint.id) return rightly;
        const wrongly = fault.plant(right)[part](actor, ...rest);
        if (JSON.stringify(rightly) !== JSON.stringify(wrongly)) planted.hasEffect = true;
        return wrongly;
      };
    return {
      ...route,
      policy: { ...route.policy, fence: decide('fence'), may: decide('may') } as typeof route.policy,
    };
  });
  return { ...module, routes };
}

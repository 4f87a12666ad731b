import { existsSync } from 'node:fs';
import type { Module } from '#platform/platform.ts';

/**
 * Who may use whom: each module lists modules above it and may use what those use. In this order
 * modules start; they stop in the reverse one.
 */
export const moduleGraph = {
  organisation: [],
  curriculum: ['organisation'],
  roster: ['organisation', 'curriculum'],
  identity: ['organisation', 'roster'],
  timetable: ['organisation', 'curriculum', 'roster'],
  homework: ['curriculum', 'roster', 'timetable'],
  journal: ['organisation', 'curriculum', 'roster', 'timetable', 'homework'],
  diary: ['roster', 'timetable', 'homework', 'journal'],
  integrations: ['curriculum', 'roster', 'timetable'],
} satisfies Readonly<Record<string, readonly string[]>>;

export type ModuleName = keyof typeof moduleGraph;

export const moduleNames = Object.keys(moduleGraph) as readonly ModuleName[];

/**
 * The modules in the graph's order. A module with routes, pages or jobs says so in its `module.ts`,
 * as `export const journalModule: Module`; one without is tables and rules for the others.
 */
export async function loadModules(): Promise<readonly Module[]> {
  const present = moduleNames.filter((name) =>
    existsSync(new URL(`./modules/${name}/module.ts`, import.meta.url)),
  );
  return Promise.all(present.map(loadModule));
}

async function loadModule(name: ModuleName): Promise<Module> {
  const file = (await import(`./modules/${name}/module.ts`)) as Readonly<Record<string, unknown>>;
  const module = file[`${name}Module`];
  if (!isModule(module, name)) throw new Error(`src/modules/${name}/module.ts exports no ${name}Module`);
  return module;
}

function isModule(value: unknown, name: ModuleName): value is Module {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}

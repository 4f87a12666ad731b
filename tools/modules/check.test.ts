import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkModules } from './check.ts';

type Files = Record<string, string>;

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** A small lawful repository; a case adds or overwrites files. */
const lawful: Files = {
  'package.json': JSON.stringify({
    imports: { '#platform/*': './src/platform/*', '#modules/*': './src/modules/*', '#web/*': './src/web/*' },
  }),
  'src/modules.ts': `export const moduleGraph = {
    organisation: [], roster: ['organisation'], journal: ['roster'], events: ['roster'],
  } as const satisfies Record<string, readonly string[]>;`,
  'src/main.ts': `import { start } from '#platform/start.ts'; import '#modules/journal/marks/commands.ts';`,
  'src/platform/start.ts': `import { join } from 'node:path'; export const start = join;`,
  'src/modules/organisation/index.ts': `export const schools = 1;`,
  'src/modules/organisation/tables.ts': `export type Tables = { school: 1 };`,
  'src/modules/roster/index.ts': `export { schools } from '#modules/organisation/index.ts';`,
  'src/modules/roster/classes/rules.ts': `export const rule = 1;`,
  'src/modules/journal/marks/contract.ts': `export const contract = 1; export type Contract = 1;`,
  'src/modules/journal/marks/rules.ts': `import { rule } from '#modules/roster/classes/rules.ts';
    import type { Contract } from './contract.ts'; export const own: Contract = rule;`,
  'src/modules/journal/marks/commands.ts': `import { schools } from '#modules/organisation/index.ts';
    import type { Tables } from '#modules/organisation/tables.ts'; import { start } from '#platform/start.ts';
    export const used: [typeof schools, Tables, typeof start] | null = null;`,
  'src/modules/journal/web/JournalPage.tsx': `import { own } from '../marks/rules.ts';
    import type { Contract } from '../marks/contract.ts'; import { Button } from '#web/ui/Button.tsx';
    export const page: Contract = own + Button;`,
  'src/modules/events/index.ts': `export const calendar = 1;`,
  'src/web/ui/Button.tsx': `export const Button = 0;`,
};

async function faultsOf(planted: Files): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-modules-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...lawful, ...planted })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return checkModules(folder).faults;
}

const commands = 'src/modules/journal/marks/commands.ts';
const page = 'src/modules/journal/web/JournalPage.tsx';
const rules = 'src/modules/journal/marks/rules.ts';

const violations: readonly [name: string, planted: Files, fault: RegExp][] = [
  [
    'two statements of one name',
    {
      'src/modules/roster/classes/queries.ts': `export const one = statement('roster.hold', 'select 1');`,
      'src/modules/roster/people/queries.ts': `export const two = statement(\n  'roster.hold',\n  'select 2');`,
    },
    /people\/queries\.ts: the statement «roster\.hold» is named in src\/modules\/roster\/classes\/queries\.ts already/,
  ],
  [
    'platform uses a module',
    { 'src/platform/start.ts': `import '#modules/roster/index.ts';` },
    /platform imports only/,
  ],
  [
    'platform uses the shell',
    { 'src/platform/start.ts': `import '../web/ui/Button.tsx';` },
    /platform imports only/,
  ],
  [
    'a module not listed',
    { [commands]: `import '#modules/events/index.ts';` },
    /journal does not list events/,
  ],
  [
    'a module above',
    { 'src/modules/roster/index.ts': `import type {} from '#modules/journal/index.ts';` },
    /roster does not list journal/,
  ],
  ['a relative way round', { [commands]: `import '../../events/index.ts';` }, /does not list events/],
  [
    'a re-export',
    { [commands]: `export { calendar } from '#modules/events/index.ts';` },
    /does not list events/,
  ],
  ['a star re-export', { [commands]: `export * from '#modules/events/index.ts';` }, /does not list events/],
  [
    'import()',
    { [commands]: `export const late = () => import('#modules/events/index.ts');` },
    /does not list events/,
  ],
  [
    'an import type',
    { [commands]: `export type Late = import('#modules/events/index.ts').Late;` },
    /does not list events/,
  ],
  [
    'an import made at run time',
    { [commands]: `export const late = (name: string) => import(name);` },
    /cannot be followed/,
  ],
  ['an unknown alias', { [commands]: `import '#nowhere/index.ts';` }, /cannot be followed/],
  [
    'past the doors',
    { [commands]: `import '#modules/roster/classes/queries.ts';` },
    /enter roster by index\.ts/,
  ],
  [
    'tables as values',
    { [commands]: `import { all } from '#modules/organisation/tables.ts';` },
    /types only/,
  ],
  [
    'a server door to pages',
    { [commands]: `import { page } from '../web/JournalPage.tsx';` },
    /server code does not import web/,
  ],
  ['main from a module', { [commands]: `import '../../../main.ts';` }, /imports neither cli, tools nor main/],
  ['pages use commands', { [page]: `import '../marks/commands.ts';` }, /never imports commands/],
  [
    'pages use late queries',
    { [page]: `import type {} from '../marks/late-queries.ts';` },
    /never imports queries/,
  ],
  [
    'pages use tables',
    { [page]: `import type { Tables } from '#modules/organisation/tables.ts';` },
    /never imports tables/,
  ],
  [
    'pages use contract values',
    { [page]: `import { contract } from '../marks/contract.ts';` },
    /imports contract as types only/,
  ],
  [
    'pages use platform code',
    { [page]: `import { start } from '#platform/start.ts';` },
    /platform as types only/,
  ],
  [
    'the shell uses platform code',
    { 'src/web/ui/Button.tsx': `import '#platform/start.ts';` },
    /platform as types only/,
  ],
  [
    'the shell uses a door',
    { 'src/web/ui/Button.tsx': `import '#modules/roster/index.ts';` },
    /never imports index/,
  ],
  ['rules use the platform', { [rules]: `import '#platform/start.ts';` }, /rules\.ts imports only rules/],
  ['rules use Node', { [rules]: `import { join } from 'node:path';` }, /rules\.ts imports only rules/],
  [
    'a file name of its own',
    { 'src/modules/journal/marks/helper.ts': `export {};` },
    /a feature folder holds/,
  ],
  ['a long file', { 'src/web/ui/app.css': 'a{}\n'.repeat(301) }, /301 lines/],
  ['a leftover', { [commands]: ['// TO', 'DO: later'].join('') }, /finish it/],
  ['a promise', { [page]: ['export const text = "Coming ', 'soon";'].join('') }, /finish it/],
  ['broken code', { [commands]: `export const = 1;` }, /cannot be parsed/],
  [
    'a folder outside the graph',
    { 'src/modules/stray/index.ts': `export {};` },
    /stray: not in the module graph/,
  ],
  [
    'a graph made of code',
    { 'src/modules.ts': `export const moduleGraph = makeGraph();` },
    /no plain moduleGraph/,
  ],
  [
    'a circle',
    {
      'src/modules.ts': `export const moduleGraph = { organisation: ['journal'], roster: [], events: [], journal: ['organisation'] };`,
    },
    /depends on itself/,
  ],
  [
    'a name without a folder',
    {
      'src/modules.ts': `export const moduleGraph = { organisation: [], roster: ['organisation'], journal: ['roster'], events: ['roster'], library: [] };`,
    },
    /library has no folder/,
  ],
];

describe('the module graph', () => {
  test('a lawful repository has no faults', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  test.each(violations)('%s is reported', async (_name, planted, fault) => {
    expect(await faultsOf(planted)).toContainEqual(expect.stringMatching(fault));
  });

  test('tests may look anywhere', async () => {
    const planted = { 'src/modules/journal/marks/commands.test.ts': `import '#modules/events/index.ts';` };
    expect(await faultsOf(planted)).toEqual([]);
  });

  test('nothing read is a fault', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parta-modules-'));
    folders.push(folder);
    await writeFile(join(folder, 'package.json'), '{}');
    const { faults } = checkModules(folder);
    expect(faults).toContain('no file was read');
    expect(faults).toContain('no import was read');
  });
});

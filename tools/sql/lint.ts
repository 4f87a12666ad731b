import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { reachable, readModuleGraph, type ModuleGraph } from '../modules/module-graph.ts';

export type SqlReport = { faults: readonly string[]; files: number };

type Migration = { path: string; stamp: string; module: string; sql: string };
type Ownership = ReadonlyMap<string, Migration>;
type Rule = (migration: Migration, at: { graph: ModuleGraph; tables: Ownership }) => readonly string[];

/**
 * Reads every migration below `root`: names and one order, nothing a distributed PostgreSQL or a pooler
 * would break on, tables made only in the module's own schema, keys only to tables of modules below.
 */
export function lintMigrations(root: string): SqlReport {
  const migrations = readMigrations(root);
  const graphFile = join(root, 'src', 'modules.ts');
  const graph = existsSync(graphFile) ? readModuleGraph(graphFile, readFileSync(graphFile, 'utf8')) : null;
  const tables: Ownership = new Map(
    migrations.flatMap((migration) => createdTables(migration).map((table) => [table, migration] as const)),
  );
  const faults = migrations.flatMap((migration) =>
    rules.flatMap((rule) =>
      rule(migration, { graph: graph ?? {}, tables }).map((fault) => `${migration.path}: ${fault}`),
    ),
  );
  if (migrations.length === 0) faults.push('no migration was read');
  return { faults: [...faults, ...repeatedStamps(migrations)], files: migrations.length };
}

const migrationName = /^(\d{4}-\d{2}-\d{2}-\d{4})_[a-z0-9_]+\.sql$/;
const anyName = String.raw`([a-z_]\w*(?:\.\w+)?)`;
/** One schema of several owners: accounts, regions and all else that is not a school's own. */
const sharedSchema = 'directory';

const rules: readonly Rule[] = [
  function named({ path }) {
    const stamp = migrationName.exec(posix.basename(path))?.[1];
    if (stamp === undefined) return ['the name is not YYYY-MM-DD-HHMM_words.sql'];
    const day = stamp.slice(0, 'YYYY-MM-DD'.length);
    return isDay(day) ? [] : [`${day} is no day`];
  },

  function withoutTriggers({ sql }) {
    return /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?(event\s+)?trigger\b/i.test(sql)
      ? ['triggers do not work on a distributed PostgreSQL: write it in the command']
      : [];
  },

  function withoutSessionSettings({ sql }) {
    const faults: string[] = [];
    // A statement's own SET; «alter … set», «update … set» and a function's SET stand inside others.
    const settings = /(?:^|;)\s*set\s+(?!local\b|constraints\b)(\S+)/gi;
    for (const [, name] of sql.matchAll(settings))
      faults.push(`set ${name} outlives the transaction: set local`);
    if (/\bset_config\s*\(/i.test(sql)) faults.push('set_config can outlive the transaction: set local');
    return faults;
  },

  function ownTransactionOnly({ sql }) {
    const ends = /(?:^|;)\s*(commit|rollback|begin|start\s+transaction)\s*;/i.exec(sql);
    return ends === null ? [] : [`${ends[1]}: a migration runs in the transaction it is given`];
  },

  function ownSchemaOnly(migration) {
    return createdTables(migration)
      .filter((table) => !table.startsWith(`${migration.module}.`) && !table.startsWith(`${sharedSchema}.`))
      .map((table) => `creates ${table}, which is not in the schema ${migration.module}`);
  },

  function keysPointDown({ sql, module, stamp }, { graph, tables }) {
    const mayReach = reachable(graph, module);
    return [...sql.matchAll(new RegExp(String.raw`\breferences\s+${anyName}`, 'gi'))].flatMap(
      ([, table = '']) => {
        const owner = tables.get(table.toLowerCase());
        if (owner === undefined) return [`references ${table}, which no migration creates`];
        if (owner.stamp > stamp) return [`references ${table}, which a later migration creates`];
        const isBelow = owner.module === module || owner.module === 'platform' || mayReach.has(owner.module);
        return isBelow ? [] : [`references ${table}, but ${module} does not stand above ${owner.module}`];
      },
    );
  },
];

function createdTables({ sql }: Migration): readonly string[] {
  const creation = new RegExp(
    String.raw`\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${anyName}`,
    'gi',
  );
  return [...sql.matchAll(creation)].map(([, table = '']) => table.toLowerCase());
}

function repeatedStamps(migrations: readonly Migration[]): readonly string[] {
  return migrations
    .filter(({ stamp }, index) => migrations.findIndex((other) => other.stamp === stamp) !== index)
    .map(({ path, stamp }) => `${path}: another migration has the stamp ${stamp}`);
}

function readMigrations(root: string): readonly Migration[] {
  const source = join(root, 'src');
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => /\/migrations\/[^/]+\.sql$/.test(path))
    .toSorted()
    .map((path) => {
      const parts = path.split('/');
      return {
        path,
        stamp: posix.basename(path).slice(0, 'YYYY-MM-DD-HHMM'.length),
        module: (parts[1] === 'modules' ? parts[2] : parts[1]) ?? '',
        sql: withoutComments(readFileSync(join(root, path), 'utf8')),
      };
    });
}

const withoutComments = (sql: string) => sql.replaceAll(/\/\*[\s\S]*?\*\/|--[^\n]*/g, ' ');

/** The last four digits count upwards within the day; by habit they are the hour and the minute. */
function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

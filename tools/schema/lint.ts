import { moduleGraph } from '../../src/modules.ts';
import { readCatalogue, type Catalogue, type Table } from './catalogue.ts';

export type SchemaReport = { readonly faults: readonly string[]; readonly tables: number };

/**
 * Holds a freshly migrated database to the rules of data: ready to be spread by `school_id` over a
 * distributed PostgreSQL, and no school's table without its fence. An empty database is a fault.
 */
export async function lintSchema(ownerAddress: string): Promise<SchemaReport> {
  const catalogue = await readCatalogue(ownerAddress);
  const faults = rules.flatMap((rule) => [...rule(catalogue)]);
  const tables = schoolTables(catalogue).length;
  if (tables === 0) faults.push('no table of a school was read');
  return { faults, tables };
}

type Rule = (catalogue: Catalogue) => Iterable<string>;

const globalSchema = 'directory';
const globalTables = new Set(['platform.migration']);
/** Directory tables that everybody may read: no accounts, no people. */
const publicDirectory = new Set(['directory.region', 'directory.locality', 'directory.organisation']);
const appendOnly = /(?:_revision|^platform\.(?:audit_pending|audit_seal|event|outbox))$/;
/** Names a grade or a class, as its `scope` says. */
const otherIds = new Set(['organisation.calendar_day.scope_id', 'organisation.day_override.scope_id']);
const writing = new Set(['update', 'delete', 'truncate']);

function isSchoolTable({ schema, table }: Pick<Table, 'schema' | 'table'>): boolean {
  return schema !== globalSchema && !globalTables.has(table);
}

function schoolTables(catalogue: Catalogue): Table[] {
  return catalogue.tables.filter(isSchoolTable);
}

function schoolNames(catalogue: Catalogue): Set<string> {
  return new Set(schoolTables(catalogue).map(({ table }) => table));
}

const rules: readonly Rule[] = [
  function* ledBySchool(catalogue) {
    for (const { table, columns } of schoolTables(catalogue)) {
      const school = columns.find(({ name }) => name === 'school_id');
      if (school?.type !== 'integer' || !school.required) yield `${table}: has no school_id integer not null`;
    }
  },

  function* keysAndIndexesLedBySchool(catalogue) {
    const school = schoolNames(catalogue);
    for (const { table, name, kind, columns } of catalogue.indexes) {
      if (school.has(table) && columns[0] !== 'school_id') {
        yield `${table}: ${kind} ${name} does not begin with school_id`;
      }
    }
  },

  function* withPrimaryKey(catalogue) {
    const keyed = new Set(
      catalogue.indexes.filter(({ kind }) => kind === 'primary key').map(({ table }) => table),
    );
    for (const { table } of catalogue.tables) if (!keyed.has(table)) yield `${table}: has no primary key`;
  },

  function* foreignKeysInsideSchool(catalogue) {
    const school = schoolNames(catalogue);
    for (const { table, name, columns, target, targetColumns } of catalogue.foreignKeys) {
      if (!school.has(target)) continue;
      if (!school.has(table)) {
        yield `${table}: foreign key ${name} points to ${target}, a table of a school`;
      } else if (columns[0] !== 'school_id' || targetColumns[0] !== 'school_id') {
        yield `${table}: foreign key ${name} does not begin with school_id`;
      }
    }
  },

  function* foreignKeysDownwards(catalogue) {
    for (const { table, name, schema, target, targetSchema } of catalogue.foreignKeys) {
      if (!mayPointTo(schema, targetSchema))
        yield `${table}: foreign key ${name} points upwards to ${target}`;
    }
  },

  function* withoutTriggers(catalogue) {
    for (const { table, name } of catalogue.triggers) yield `${table}: trigger ${name}`;
  },

  function* fenced(catalogue) {
    const withPolicy = new Set(catalogue.policies.map(({ table }) => table));
    for (const { table, fenced, fenceForced } of schoolTables(catalogue)) {
      if (!fenced) yield `${table}: row-level security is off`;
      if (!fenceForced) yield `${table}: row-level security is not forced on the owner`;
      if (!withPolicy.has(table)) yield `${table}: has no policy`;
    }
  },

  function* everyPolicyFences(catalogue) {
    for (const { table, name, permissive, roles, conditions } of catalogue.policies) {
      const forApplication = roles.some((role) => role === 'public' || role === 'parta_app');
      if (!permissive || !forApplication) continue;
      if (
        !conditions.every((condition) =>
          /school_id = \(current_setting\('app\.school_id'::text\)\)::integer/.test(condition),
        )
      ) {
        yield `${table}: policy ${name} lets the application past the school fence`;
      }
    }
  },

  function* studentsFenced(catalogue) {
    for (const { table, columns } of schoolTables(catalogue)) {
      const policies = catalogue.policies.filter((policy) => policy.table === table);
      const byStudent = policies.some(({ conditions }) =>
        conditions.some((text) => text.includes('app.student_ids')),
      );
      const hasStudent = columns.some(({ name }) => name === 'student_id');
      if (byStudent && !hasStudent) yield `${table}: is fenced by students and has no student_id`;
    }
  },

  function* onlyRightsNeeded(catalogue) {
    const school = schoolNames(catalogue);
    for (const { table, role, right } of catalogue.rights) {
      if (right === 'truncate') yield `${table}: ${role} may truncate, which no fence holds`;
      else if (role === 'parta_app' && appendOnly.test(table) && writing.has(right)) {
        yield `${table}: ${role} may ${right} facts that only grow`;
      } else if (role === 'parta_app' && !school.has(table) && !isPublicRead(table, right)) {
        yield `${table}: ${role} may ${right} a table without a fence`;
      }
    }
  },

  function* idsAreUuids(catalogue) {
    for (const { table, columns } of schoolTables(catalogue)) {
      for (const { name, type } of columns) {
        const isId = name === 'id' || (name.endsWith('_id') && name !== 'school_id');
        if (isId && type !== 'uuid' && !otherIds.has(`${table}.${name}`))
          yield `${table}: ${name} is ${type}, not uuid`;
      }
    }
  },
];

function isPublicRead(table: string, right: string): boolean {
  return right === 'select' && (publicDirectory.has(table) || globalTables.has(table));
}

type Graph = Readonly<Record<string, readonly string[]>>;

/** Own schema, the two that stand below all modules, or a module it lists, directly or through another. */
function mayPointTo(schema: string, target: string): boolean {
  if (schema === target || target === globalSchema || target === 'platform') return true;
  const below = (moduleGraph as Graph)[schema] ?? [];
  return below.some((module) => mayPointTo(module, target));
}

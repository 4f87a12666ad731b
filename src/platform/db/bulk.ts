import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { fenceText } from './fence-text.ts';
import type { Fence, UnfencedTx } from './tx.ts';

/** A transaction, or a connection that is inside one. */
export type BulkTarget = Pick<pg.ClientBase, 'query'> | UnfencedTx;

export type BulkColumns = {
  /** `schema.table` */
  readonly into: string;
  readonly columns: readonly string[];
};

const rowsPerStatement = 5_000;

/**
 * Inserts many rows, one statement for each five thousand: every column travels as one array and is
 * cast to its own type. Values in the order of `columns`; objects go into json columns, arrays into
 * array columns, null stays null. The transaction's fence must be the rows' school.
 */
export async function insertMany(
  target: BulkTarget,
  { into, columns }: BulkColumns,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const ask = asking(target);
  const types = await columnTypes(ask, into);
  const casts = columns.map((column, index) => `c${index}::${typeOf(column)}`);
  const names = columns.map((_, index) => `c${index}`);
  const lists = columns.map((_, index) => `$${index + 1}::text[]`);
  const text = `insert into ${quoted(into)} (${columns.map(quotedName).join(', ')})
    select ${casts.join(', ')} from unnest(${lists.join(', ')}) as many(${names.join(', ')})`;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement);
    const arrays = columns.map((column, index) => part.map((row) => valueText(row[index], typeOf(column))));
    await ask(text, arrays);
  }

  function typeOf(column: string): string {
    return types.get(column) ?? unknownColumn(into, column);
  }
}

export type BulkUpdate = {
  /** `schema.table` */
  readonly table: string;
  /** The column that, beside school_id, names the row; first in every row of values. */
  readonly key: string;
  readonly columns: readonly string[];
  /** Adds one to the row's `version`. */
  readonly bumps?: boolean;
};

/**
 * Changes many rows of the transaction's school, one statement for each five thousand. Each row: the
 * key, then the values in the order of `columns`, as `insertMany` takes them.
 */
export async function updateMany(
  target: BulkTarget,
  { table, key, columns, bumps = false }: BulkUpdate,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const ask = asking(target);
  const types = await columnTypes(ask, table);
  const all = [key, ...columns];
  const typeOf = (column: string) => types.get(column) ?? unknownColumn(table, column);
  const sets = columns.map((column, at) => `${quotedName(column)} = c${at + 1}::${typeOf(column)}`);
  if (bumps) sets.push('version = own.version + 1');
  const text = `update ${quoted(table)} own set ${sets.join(', ')}
    from unnest(${all.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as many(${all.map((_, at) => `c${at}`).join(', ')})
    where own.school_id = current_setting('app.school_id')::int and own.${quotedName(key)} = c0::${typeOf(key)}`;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const part = rows.slice(start, start + rowsPerStatement);
    await ask(
      text,
      all.map((column, at) => part.map((row) => valueText(row[at], typeOf(column)))),
    );
  }
}

/**
 * One transaction as the owner behind the fence of a school: for generators and tests, which write
 * tables of all modules. Reads only that school, as everybody does.
 */
export async function asOwner<Result>(
  address: string,
  fence: Fence,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`begin; ${fenceText(fence)}`);
    const result = await run(client);
    await client.query('commit');
    return result;
  } finally {
    // Without the commit the server rolls back.
    await client.end();
  }
}

type Ask = (text: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

function asking(target: BulkTarget): Ask {
  if ('kysely' in target)
    return (text, values) => target.kysely.executeQuery(CompiledQuery.raw(text, [...values]));
  return (text, values) => target.query(text, [...values]);
}

async function columnTypes(ask: Ask, table: string): Promise<Map<string, string>> {
  const { rows } = await ask(columnQuery, [quoted(table)]);
  return new Map((rows as { name: string; type: string }[]).map(({ name, type }) => [name, type]));
}

const columnQuery = `
  select attname::text as name, pg_catalog.format_type(atttypid, atttypmod) as type
  from pg_catalog.pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped`;

function valueText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (type === 'json' || type === 'jsonb') return JSON.stringify(value);
  if (Array.isArray(value)) return arrayText(value);
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') throw new TypeError(`an object does not fit a column of type ${type}`);
  return String(value as string | number | boolean | bigint);
}

function arrayText(items: readonly unknown[]): string {
  const inner = items.map((item) =>
    item === null ? 'null' : `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return `{${inner.join(',')}}`;
}

function unknownColumn(table: string, column: string): never {
  throw new Error(`${table} has no column ${column}`);
}

function quoted(table: string): string {
  return table.split('.').map(quotedName).join('.');
}

function quotedName(name: string): string {
  return pg.escapeIdentifier(name);
}

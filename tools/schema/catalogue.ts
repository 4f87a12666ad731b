import pg from 'pg';

/** What PostgreSQL's catalogue says about our own tables. */
export type Catalogue = {
  readonly tables: readonly Table[];
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly triggers: readonly { readonly table: string; readonly name: string }[];
  readonly policies: readonly Policy[];
  readonly rights: readonly Right[];
};

export type Table = {
  readonly schema: string;
  /** `schema.table`, as in all that follows. */
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly required: boolean }[];
  readonly fenced: boolean;
  readonly fenceForced: boolean;
};

export type Index = {
  readonly table: string;
  readonly name: string;
  readonly kind: 'primary key' | 'unique' | 'exclusion' | 'index';
  /** An expression is null. */
  readonly columns: readonly (string | null)[];
};

export type ForeignKey = {
  readonly table: string;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetSchema: string;
  readonly targetColumns: readonly string[];
};

export type Policy = {
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  /** USING and WITH CHECK, those that are there. */
  readonly conditions: readonly string[];
};

export type Right = { readonly table: string; readonly role: string; readonly right: string };

/** Reads the catalogue as the owner. The queue's tables are pg-boss's own and left out. */
export async function readCatalogue(address: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<{ catalogue: Catalogue }>(catalogueQuery);
    const [row] = rows;
    if (!row) throw new Error('the catalogue did not answer');
    return row.catalogue;
  } finally {
    await client.end();
  }
}

const names = (oid: string, numbers: string) => `(
  select coalesce(json_agg(attribute.attname order by part.place), '[]')
  from unnest(${numbers}::int2[]) with ordinality part(number, place)
  left join pg_catalog.pg_attribute attribute on attribute.attrelid = ${oid} and attribute.attnum = part.number)`;

const catalogueQuery = `
  with own as (
    select class.oid, class.relrowsecurity, class.relforcerowsecurity, space.nspname as schema,
      space.nspname || '.' || class.relname as name
    from pg_catalog.pg_class class
    join pg_catalog.pg_namespace space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p') and space.nspname <> 'information_schema'
      and space.nspname !~ '^pg_' and space.nspname <> 'pgboss'
  )
  select json_build_object(
    'tables', (select coalesce(json_agg(json_build_object(
        'schema', own.schema, 'table', own.name,
        'fenced', own.relrowsecurity, 'fenceForced', own.relforcerowsecurity,
        'columns', (
          select json_agg(json_build_object('name', attname, 'required', attnotnull,
            'type', pg_catalog.format_type(atttypid, atttypmod)) order by attnum)
          from pg_catalog.pg_attribute where attrelid = own.oid and attnum > 0 and not attisdropped)
      ) order by own.name), '[]') from own),
    'indexes', (select coalesce(json_agg(json_build_object(
        'table', own.name, 'name', class.relname,
        'kind', case when indisprimary then 'primary key' when indisexclusion then 'exclusion'
          when indisunique then 'unique' else 'index' end,
        'columns', ${names('indrelid', 'indkey')}
      ) order by own.name, class.relname), '[]')
      from own join pg_catalog.pg_index on indrelid = own.oid
      join pg_catalog.pg_class class on class.oid = indexrelid),
    'foreignKeys', (select coalesce(json_agg(json_build_object(
        'table', own.name, 'schema', own.schema, 'name', conname,
        'columns', ${names('conrelid', 'conkey')},
        'target', target.name, 'targetSchema', target.schema,
        'targetColumns', ${names('confrelid', 'confkey')}
      ) order by own.name, conname), '[]')
      from own join pg_catalog.pg_constraint on conrelid = own.oid and contype = 'f'
      join own target on target.oid = confrelid),
    'triggers', (select coalesce(json_agg(json_build_object('table', own.name, 'name', tgname)), '[]')
      from own join pg_catalog.pg_trigger on tgrelid = own.oid and not tgisinternal),
    'policies', (select coalesce(json_agg(json_build_object(
        'table', own.name, 'name', polname, 'permissive', polpermissive,
        'roles', (select json_agg(case member when 0 then 'public' else member::regrole::text end)
          from unnest(polroles) member),
        'conditions', to_json(array_remove(array[pg_catalog.pg_get_expr(polqual, polrelid),
          pg_catalog.pg_get_expr(polwithcheck, polrelid)], null))
      ) order by own.name, polname), '[]')
      from own join pg_catalog.pg_policy on polrelid = own.oid),
    'rights', (select coalesce(json_agg(json_build_object('table', own.name, 'role', role, 'right', privilege)
        order by own.name, role, privilege), '[]')
      from own
      cross join unnest(array['parta_app', 'parta_identity', 'parta_jobs', 'parta_stats']) role
      cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
      where case when privilege in ('delete', 'truncate')
        then pg_catalog.has_table_privilege(role, own.oid, privilege)
        else pg_catalog.has_any_column_privilege(role, own.oid, privilege) end)
  ) as catalogue`;

import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';

export const queueSchema = 'pgboss';

/**
 * Inside the owner's transaction: pg-boss's tables, made or brought to the installed version. The
 * server's roles may use but not change them, so it starts pg-boss with `migrate: false,
 * createSchema: false`. Resolves to whether something was done.
 */
export async function prepareQueueSchema(client: pg.Client): Promise<boolean> {
  const construction = getConstructionPlans(queueSchema, { createSchema: false });
  const wanted = Number(/INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(construction)?.[1]);
  const present = await presentVersion(client);
  if (present === wanted) return false;
  if (present === null) await client.query(`create schema if not exists ${queueSchema}`);
  await client.query(
    withoutTransaction(present === null ? construction : getMigrationPlans(queueSchema, present)),
  );
  await client.query(grants);
  return true;
}

async function presentVersion(client: pg.Client): Promise<number | null> {
  const { rows: tables } = await client.query(`
    select from pg_catalog.pg_class class join pg_catalog.pg_namespace space on space.oid = class.relnamespace
    where space.nspname = '${queueSchema}' and class.relname = 'version'`);
  if (tables.length === 0) return null;
  const { rows } = await client.query<{ version: number }>(`select version from ${queueSchema}.version`);
  return rows[0]?.version ?? null;
}

/** The plans bring BEGIN and COMMIT of their own; here they are part of a larger transaction. */
function withoutTransaction(plan: string): string {
  const inner = plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');
  if (/^\s*(BEGIN|COMMIT);/m.test(inner)) throw new Error('pg-boss changed the form of its plans');
  return inner;
}

const grants = `
  grant usage on schema ${queueSchema} to parta_jobs, parta_app, parta_backup;
  grant select, insert, update, delete on all tables in schema ${queueSchema} to parta_jobs;
  grant usage on all sequences in schema ${queueSchema} to parta_jobs, parta_app;
  grant select, insert on all tables in schema ${queueSchema} to parta_app;
  grant select on all tables in schema ${queueSchema} to parta_backup`;

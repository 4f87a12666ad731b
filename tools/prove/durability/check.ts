import type pg from 'pg';
import type { Ledger } from './ledger.ts';

/** What the database says against the ledger; a sound one is all zeros. */
export type Findings = {
  /** Acknowledged marks whose revision is not there or says something else. */
  readonly lost: number;
  /** Revisions beyond one for each mark the writers set out to write. */
  readonly doubled: number;
  /** Marks, revisions, audit rows, news or keys that stand without one of the others. */
  readonly halfWritten: number;
};

/** Compares every cell of the ledger; `began` is the database's moment before the first write. */
export async function checkLedger(client: pg.Client, ledger: Ledger, began: string): Promise<Findings> {
  await loadLedger(client, ledger);
  const { schoolId } = ledger;
  const count = async (text: string, values: readonly unknown[]) => {
    const { rows } = await client.query<{ count: string }>(text, [...values]);
    return Number(rows[0]?.count);
  };
  return {
    lost: await count(lost, [schoolId]),
    doubled: await count(doubled, [schoolId]),
    halfWritten:
      (await count(marksApartFromRevisions, [schoolId])) +
      (await count(revisionsWithout(auditCells), [schoolId, began])) +
      (await count(revisionsWithout(newsCells), [schoolId, began])) +
      (await count(marksWithoutKey, [schoolId])),
  };
}

/** The database's own clock. */
export async function databaseMoment(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
  return rows[0]?.at ?? '';
}

/** One planted fault: what it breaks, and the statement that plants it. */
export type Plant = { readonly what: string; readonly breaks: keyof Findings; readonly text: string };

/** Faults of a database, each on rows of the ledger alone; to be rolled back. */
export const plants: readonly Plant[] = [
  {
    what: 'a revision is gone',
    breaks: 'lost',
    text: `delete from journal.mark_revision r using (${lastIntent()}) i where ${sameCell('r', 'i')} and r.version = i.version`,
  },
  {
    what: 'a revision says another mark',
    breaks: 'lost',
    text: `update journal.mark_revision r set new_value = 'н/а' from (${lastIntent()}) i where ${sameCell('r', 'i')} and r.version = i.version`,
  },
  {
    what: 'a mark was written twice',
    breaks: 'doubled',
    text: `insert into journal.mark_revision (school_id, work_id, student_id, attempt, slot, version, author_id, new_value, reason_code) select r.school_id, r.work_id, r.student_id, 1, 1, 900000, r.author_id, r.new_value, 'entered' from journal.mark_revision r join (${lastIntent()}) i on ${sameCell('r', 'i')} and r.version = i.version`,
  },
  {
    what: 'a mark is older than its revision',
    breaks: 'halfWritten',
    text: `update journal.mark m set version = m.version - 1 from (${lastIntent()}) i where ${sameCell('m', 'i')}`,
  },
  {
    what: 'an audit row is gone',
    breaks: 'halfWritten',
    text: `delete from platform.audit_seal a using (${lastIntent()}) i where ${tells('a.subject')}`,
  },
  {
    what: 'a piece of news is gone',
    breaks: 'halfWritten',
    text: `delete from platform.event e using (${lastIntent()}) i where ${tells('e.payload')}`,
  },
  {
    what: 'a key is gone',
    breaks: 'halfWritten',
    text: `delete from platform.idempotency_key k using (${lastIntent()}) i where k.key = i.key`,
  },
];

function lastIntent(): string {
  return 'select * from pg_temp.intent where version is not null order by version desc, key limit 1';
}

function sameCell(row: string, intent: string): string {
  return `${row}.work_id = ${intent}.work_id and ${row}.student_id = ${intent}.student_id and ${row}.attempt = 1 and ${row}.slot = 1`;
}

function tells(json: string): string {
  return `${json} -> 'cells' @> jsonb_build_array(jsonb_build_object('workId', i.work_id, 'studentId', i.student_id, 'version', i.version))`;
}

async function loadLedger(client: pg.Client, { before, intents }: Ledger): Promise<void> {
  await client.query(temporaryTables);
  await client.query('insert into pg_temp.touched select * from unnest($1::uuid[], $2::uuid[], $3::int[])', [
    before.map(({ workId }) => workId),
    before.map(({ studentId }) => studentId),
    before.map(({ version }) => version),
  ]);
  await client.query(
    'insert into pg_temp.intent select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[])',
    [
      intents.map(({ key }) => key),
      intents.map(({ cell }) => cell.workId),
      intents.map(({ cell }) => cell.studentId),
      intents.map(({ acknowledged }) => acknowledged),
      intents.map(({ value }) => value),
    ],
  );
  await client.query('analyze pg_temp.intent; analyze pg_temp.touched');
}

const temporaryTables = `
  drop table if exists pg_temp.touched, pg_temp.intent;
  create temp table touched (work_id uuid, student_id uuid, before int);
  create temp table intent (key uuid, work_id uuid, student_id uuid, version int, value text)`;

// Acknowledged marks without a revision of that version and value.
const lost = `
  select count(*) from pg_temp.intent i
  left join journal.mark_revision r on r.school_id = $1 and ${sameCell('r', 'i')} and r.version = i.version
  where i.version is not null and r.new_value is distinct from i.value`;

// Revisions of the ledger's cells beyond its intents, cell by cell.
const doubled = `
  select coalesce(sum(greatest(0, revisions - intents)), 0) as count
  from (
    select (select count(*) from journal.mark_revision r
            where r.school_id = $1 and ${sameCell('r', 't')} and r.version > t.before) as revisions,
           (select count(*) from pg_temp.intent i
            where i.work_id = t.work_id and i.student_id = t.student_id) as intents
    from pg_temp.touched t) cell`;

// A mark is what its last revision says.
const marksApartFromRevisions = `
  select count(*) from pg_temp.touched t
  left join journal.mark m on m.school_id = $1 and ${sameCell('m', 't')}
  left join lateral (
    select r.version, r.new_value from journal.mark_revision r
    where r.school_id = $1 and ${sameCell('r', 't')} order by r.version desc limit 1) last on true
  where m.version is distinct from last.version or m.value is distinct from last.new_value`;

const auditCells = `
  select a.subject -> 'cells' as cells from platform.audit_seal a where a.school_id = $1 and a.at >= $2::timestamptz
  union all
  select a.subject -> 'cells' from platform.audit_pending a where a.school_id = $1 and a.at >= $2::timestamptz`;

const newsCells = `
  select e.payload -> 'cells' as cells from platform.event e where e.school_id = $1 and e.at >= $2::timestamptz
  union all
  select a.subject -> 'cells' from platform.audit_pending a
  where a.school_id = $1 and a.at >= $2::timestamptz and a.topics is not null`;

/** New revisions and the cells something else tells of, each without its other half. */
function revisionsWithout(told: string): string {
  return `
  with said as materialized (
    select (c ->> 'workId')::uuid as work_id, (c ->> 'studentId')::uuid as student_id, (c ->> 'version')::int as version
    from (${told}) rows, jsonb_array_elements(cells) c
  ), revision as materialized (
    select r.work_id, r.student_id, r.version
    from pg_temp.touched t
    join journal.mark_revision r on r.school_id = $1 and ${sameCell('r', 't')} and r.version > t.before
  )
  select count(*) from (
    (select * from revision except all select * from said)
    union all
    (select * from said except all select * from revision)) apart`;
}

// Every mark that was acknowledged left its key.
const marksWithoutKey = `
  select count(*) from pg_temp.intent i
  where i.version is not null
    and not exists (select from platform.idempotency_key k where k.school_id = $1 and k.key = i.key)`;

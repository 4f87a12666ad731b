import pg from 'pg';
import { asOwner, insertMany } from '#platform/db/bulk.ts';
import { fenceText } from '#platform/db/fence-text.ts';
import type { Demo } from './generate.ts';
import { tableOrder, type Rows } from './rows.ts';
import { region } from './school-plan.ts';

/** What is in the database: nothing, the demo, or somebody's school, which the demo leaves alone. */
export async function contentOf(owner: string): Promise<'empty' | 'demo' | 'other'> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean; other: boolean }>(
      `select exists (select from directory.region where id = $1 and name = $2) as demo,
              exists (select from directory.account) or exists (select from directory.organisation) as other`,
      [region.id, region.name],
    );
    if (rows[0]?.demo) return 'demo';
    return rows[0]?.other ? 'other' : 'empty';
  } finally {
    await client.end();
  }
}

/** All rows in one transaction of the owner: an interrupted filling leaves nothing behind. */
export async function writeDemo(owner: string, { directory, schools }: Demo): Promise<void> {
  const first = schools[0]?.school.plan.schoolId ?? 1;
  await asOwner(owner, { schoolId: first, studentIds: '*' }, async (client) => {
    await writeRows(client, directory);
    for (const { school } of schools) {
      await client.query(fenceText({ schoolId: school.plan.schoolId, studentIds: '*' }));
      await writeRows(client, school.rows);
    }
  });
  // The planner knows nothing of tables filled a second ago.
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    for (const table of tableOrder) await client.query(`analyze ${table}`);
  } finally {
    await client.end();
  }
}

async function writeRows(client: pg.Client, rows: Rows): Promise<void> {
  for (const into of tableOrder) {
    const own: readonly object[] = rows.of(into);
    const columns = Object.keys(own[0] ?? {});
    await insertMany(
      client,
      { into, columns },
      own.map((row) => columns.map((column) => (row as Record<string, unknown>)[column])),
    );
  }
}

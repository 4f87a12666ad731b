import type { Actor } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { PeopleFilter } from '../people/contract.ts';

export type NamedFilter = { readonly id: string; readonly name: string; readonly filter: PeopleFilter };

/** Far more than anybody keeps apart. */
const mostFilters = 30;

/** Keeps a filter under a name. It holds nothing of anybody's data, so no act is recorded. */
export async function keepFilter(tx: AnyTx, actor: Actor, { id, name, filter }: NamedFilter): Promise<void> {
  const written = await tx.run(writeFilter, [
    actor.schoolId,
    actor.accountId,
    id,
    name.trim(),
    JSON.stringify(filter),
    mostFilters,
  ]);
  if (written === 0) refuse('roster.tooManyFilters', { limit: mostFilters });
}

export async function takeFilterAway(tx: AnyTx, actor: Actor, id: string): Promise<void> {
  await tx.run(markRemoved, [actor.schoolId, actor.accountId, id]);
}

// Writes a filter unless the account has its fill of them; primary key.
const writeFilter = statement(
  'roster.saveFilter',
  `insert into roster.saved_filter (school_id, account_id, id, name, filter)
   select $1::int, $2::uuid, $3::uuid, $4::text, $5::jsonb
   where (select count(*) from roster.saved_filter f
          where f.school_id = $1::int and f.account_id = $2::uuid and f.id <> $3::uuid and f.removed_at is null) < $6::int
   on conflict (school_id, account_id, id) do update
     set name = excluded.name, filter = excluded.filter, removed_at = null`,
);

// Takes a filter of the account away; primary key.
const markRemoved = statement(
  'roster.removeFilter',
  `update roster.saved_filter set removed_at = clock_timestamp()
   where school_id = $1::int and account_id = $2::uuid and id = $3::uuid and removed_at is null`,
);

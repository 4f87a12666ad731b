import { statement } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, peopleTopic, studentTopic } from '#platform/outbox/topics.ts';
import type { AnyTx } from '#platform/serve.ts';
import { rosterChanged, type RosterChanged } from '../events.ts';

/**
 * Tells open pages that the roster changed: the office's lists, the journal pages of the groups concerned and their
 * classes. With a student it is news for that family, not for the class's others.
 */
export async function tellRosterChanged(
  tx: AnyTx,
  { groupIds, studentIds }: { readonly groupIds: readonly string[]; readonly studentIds: readonly string[] },
): Promise<void> {
  const [concerned] = await tx.rows<{ classIds: string[]; pageIds: string[] }>(classesAndPages, [
    tx.schoolId,
    [...new Set(groupIds)],
  ]);
  const { classIds = [], pageIds = [] } = concerned ?? {};
  const payload: RosterChanged = { classIds };
  await announce(tx, {
    name: rosterChanged,
    topics: [
      peopleTopic,
      ...classIds.map(classTopic),
      ...pageIds.map(pageTopic),
      ...studentIds.map(studentTopic),
    ],
    payload,
  });
}

// The classes and journal pages of groups; the key of group_class and teaching_assignment_group.
const classesAndPages = statement(
  'roster.classesAndPages',
  `select
     array(select distinct gc.class_id from roster.group_class gc
       where gc.school_id = $1::int and gc.group_id = any ($2::uuid[])) as "classIds",
     array(select a.id from roster.teaching_assignment a
       where a.school_id = $1::int and a.group_id = any ($2::uuid[]) and a.retired_at is null) as "pageIds"`,
);

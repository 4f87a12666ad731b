import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { addAssignments, changeAssignments } from './commands.ts';
import type { NewPage } from './contract.ts';
import { holdersOfGroup, holdGroup, newPageFacts, type NewPageFacts } from './queries.ts';
import { whyRefused, withTeacher } from './rules.ts';
import { heldPage, type LetTeach, setTeachers } from './teacher-commands.ts';

/** Opens a journal page; one that was retired comes back with its entries. Throws the codes of its contract. */
export async function addPage(
  tx: AnyTx,
  actor: Actor,
  { wish, key, letTeach }: { readonly wish: NewPage; readonly key: CommandKey; readonly letTeach: LetTeach },
): Promise<{ id: string }> {
  const before = await claimKey<{ id: string }>(tx, actor, key);
  if (before) return before;
  const { groupId, subjectId, hoursTenths, teacher } = wish;
  const { yearId, kind, grades, page, scaleId } = await judged(tx, actor, wish);
  const id = page?.id ?? uuidv7();
  if (page) await changeAssignments(tx, [{ id, hoursTenths, retiredAt: null }]);
  else
    await addAssignments(tx, yearId, [
      {
        id,
        groupId,
        subjectId,
        journalKind: kind,
        scaleId: hasMarks(kind, grades) ? scaleId : null,
        hoursTenths,
      },
    ]);
  await recordAct(tx, { ...actor, action: key.endpoint, subject: { pageId: id, ...wish } });
  if (teacher !== null) await giveTeacher(tx, actor, { pageId: id, teacher, letTeach });
  await tellRosterChanged(tx, { groupIds: [groupId], studentIds: [] });
  const holders = await tx.rows<{ id: string }>(holdersOfGroup, [actor.schoolId, groupId, actor.today]);
  await rightsChanged(tx, {
    kind: 'persons',
    schoolId: actor.schoolId,
    ids: holders.map((holder) => holder.id),
  });
  const result = { id };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** A page that was retired may have had teachers. */
async function giveTeacher(
  tx: AnyTx,
  actor: Actor,
  given: {
    readonly pageId: string;
    readonly teacher: NonNullable<NewPage['teacher']>;
    readonly letTeach: LetTeach;
  },
): Promise<void> {
  const { pageId, teacher, letTeach } = given;
  const { teachers: expected } = await heldPage(tx, pageId, [teacher.staffId]);
  await setTeachers(tx, actor, { pageId, teachers: withTeacher(expected, teacher), expected, letTeach });
}

async function judged(tx: AnyTx, actor: Actor, { groupId, subjectId, teacher }: NewPage) {
  await tx.rows(holdGroup, [actor.schoolId, groupId]);
  const staffIds = teacher === null ? [] : [teacher.staffId];
  const values = [actor.schoolId, actor.today, groupId, subjectId, staffIds];
  const facts = JSON.parse((await tx.text(newPageFacts, values)) ?? '{}') as NewPageFacts;
  const { year, group, subject, page, scaleId, staff } = facts;
  if (year === null || group === null) refuse('roster.unknownGroup');
  if (subject === null) refuse('roster.unknownSubject');
  if (page?.isRetired === false) refuse('roster.pageStands', { pageId: page.id });
  const why = teacher === null ? null : whyRefused([], [{ ...teacher, endDate: null }], { year, staff });
  if (why !== null) refuse(why);
  return { yearId: year.id, kind: subject.kind, grades: group.grades, page, scaleId };
}

/** No marks in grade 1 and outside lessons. */
const hasMarks = (kind: 'lesson' | 'extracurricular', grades: readonly number[]) =>
  kind === 'lesson' && grades.some((grade) => grade > 1);

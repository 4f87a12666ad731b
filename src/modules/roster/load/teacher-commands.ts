import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { AnyTx } from '#platform/serve.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { addTeachers, endTeachers } from './commands.ts';
import { holdPage, type StandingPage, standingPage } from './queries.ts';
import { areSame, keyOf, stands, type TeacherStay, whyRefused } from './rules.ts';

/** Makes somebody a teacher from a day on who is none yet: roles are the affair of the module above. */
export type LetTeach = (tx: AnyTx, actor: Actor, stay: Omit<TeacherStay, 'endDate'>) => Promise<void>;

/** Writes who teaches a page and when. Throws the codes of its contract; then nothing is written. */
export async function setTeachers(
  tx: AnyTx,
  actor: Actor,
  given: {
    readonly pageId: string;
    readonly teachers: readonly TeacherStay[];
    readonly expected: readonly TeacherStay[];
    readonly letTeach: LetTeach;
  },
): Promise<{ teachers: TeacherStay[] }> {
  const { pageId, teachers, expected, letTeach } = given;
  const page = await heldPage(
    tx,
    pageId,
    teachers.map(({ staffId }) => staffId),
  );
  const before = page.teachers.map(withoutId);
  // Who repeats a request that went through is answered as the first time.
  if (areSame(before, teachers)) return { teachers: before };
  if (!areSame(before, expected)) refuse('roster.changedMeanwhile', { current: before });
  const why = whyRefused(before, teachers, page);
  if (why !== null) refuse(why);
  const wanted = new Map(teachers.map((stay) => [keyOf(stay), stay]));
  const known = new Set(before.map(keyOf));
  const ends = page.teachers.flatMap(({ id, ...stay }) => {
    const endDate = wanted.get(keyOf(stay))?.endDate ?? null;
    return endDate === stay.endDate ? [] : [{ id, staffId: stay.staffId, endDate }];
  });
  const joins = [...wanted.values()].filter((stay) => stands(stay) && !known.has(keyOf(stay)));
  await endTeachers(tx, ends);
  await addTeachers(
    tx,
    joins.map((stay) => ({ id: uuidv7(), assignmentId: pageId, ...stay })),
  );
  const after = [...wanted.values()].filter(stands);
  await recordAct(tx, {
    ...actor,
    action: 'roster.setTeachers',
    subject: { pageId, old: before, new: after },
  });
  for (const stay of joins) await letTeach(tx, actor, stay);
  await tellRosterChanged(tx, { groupIds: [page.groupId], studentIds: [] });
  const ids = [...new Set([...ends, ...joins].map(({ staffId }) => staffId))];
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids });
  return { teachers: after };
}

/** A page with its teachers, kept from others until the transaction ends. Throws `notFound`. */
export async function heldPage(
  tx: AnyTx,
  pageId: string,
  staffIds: readonly string[],
): Promise<StandingPage> {
  await tx.rows(holdPage, [tx.schoolId, pageId]);
  const text = await tx.text(standingPage, [tx.schoolId, pageId, [...new Set(staffIds)]]);
  if (text === null) throw new Problem('notFound', 404);
  return JSON.parse(text) as StandingPage;
}

const withoutId = ({ staffId, startDate, endDate }: TeacherStay): TeacherStay => ({
  staffId,
  startDate,
  endDate,
});

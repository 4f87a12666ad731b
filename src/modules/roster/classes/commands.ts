import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement } from '#platform/db/tx.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { BodyOf } from '#platform/contract.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { yearOf } from '../people/queries.ts';
import { addHomerooms } from '../staff/commands.ts';
import { openClasses } from '../study-group/commands.ts';
import type { openClass as openClassEndpoint, setHomeroom as setHomeroomEndpoint } from './contract.ts';

type Opened = { readonly id: string };

/** Opens a class. Throws the codes of its contract. */
export async function openClass(
  tx: AnyTx,
  actor: Actor,
  { wish, key }: { readonly wish: BodyOf<typeof openClassEndpoint>; readonly key: CommandKey },
): Promise<Opened> {
  const before = await claimKey<Opened>(tx, actor, key);
  if (before) return before;
  const { grade, shift, homeroomId } = wish;
  const letter = wish.letter.toUpperCase();
  const [year] = await tx.rows<Year>(yearForClass, [actor.schoolId, actor.today, grade, letter]);
  if (!year) refuse('roster.noYear', undefined, 422);
  if (year.standing?.isClosed === false) refuse('roster.classStands', { grade, letter });
  const { id, groupId } = year.standing ?? { id: uuidv7(), groupId: uuidv7() };
  await openClasses(tx, year.id, [{ id, groupId, grade, letter }]);
  await tx.run(writeShift, [actor.schoolId, id, shift]);
  await recordAct(tx, {
    ...actor,
    action: key.endpoint,
    subject: { classId: id, grade, letter, shift, homeroomId },
  });
  const startDate = actor.today > year.startDate ? actor.today : year.startDate;
  if (homeroomId !== null) await give(tx, actor, { classId: id, staffId: homeroomId, startDate });
  await tellRosterChanged(tx, { groupIds: [groupId], studentIds: [] });
  const result = { id };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** Another homeroom teacher from a day on, and the shift. Throws the codes of its contract. */
export async function setHomeroom(
  tx: AnyTx,
  actor: Actor,
  { classId, wish }: { readonly classId: string; readonly wish: BodyOf<typeof setHomeroomEndpoint> },
): Promise<Opened> {
  const { shift, staffId, startDate, expected } = wish;
  const [standing] = await tx.rows<Standing>(holdClass, [actor.schoolId, classId, actor.today]);
  if (!standing) throw new Problem('notFound', 404);
  if (standing.homeroomId !== expected) refuse('roster.changedMeanwhile', { current: standing });
  if (startDate < standing.startDate || startDate > standing.endDate)
    refuse('roster.outsideYear', undefined, 422);
  await tx.run(writeShift, [actor.schoolId, classId, shift]);
  if (staffId !== expected) {
    const ended = await tx.rows<{ staffId: string }>(endHomeroomsOf, [actor.schoolId, classId, startDate]);
    const ids = ended.map((row) => row.staffId);
    if (ids.length > 0) await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids });
    if (staffId !== null) await give(tx, actor, { classId, staffId, startDate });
  }
  await recordAct(tx, {
    ...actor,
    action: 'roster.setHomeroom',
    subject: { classId, shift, oldShift: standing.shift, staffId, old: expected, startDate },
  });
  await tellRosterChanged(tx, { groupIds: [standing.groupId], studentIds: [] });
  return { id: classId };
}

async function give(
  tx: AnyTx,
  actor: Actor,
  {
    classId,
    staffId,
    startDate,
  }: { readonly classId: string; readonly staffId: string; readonly startDate: string },
): Promise<void> {
  const works = await tx.text(worksOn, [actor.schoolId, staffId, startDate]);
  if (works !== 'true') refuse('roster.unknownStaff', undefined, 422);
  await addHomerooms(tx, [{ id: uuidv7(), classId, staffId, startDate }]);
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: [staffId] });
}

type Year = {
  readonly id: string;
  readonly startDate: string;
  readonly standing: { readonly id: string; readonly groupId: string; readonly isClosed: boolean } | null;
};
type Standing = {
  readonly shift: number;
  readonly startDate: string;
  readonly endDate: string;
  readonly groupId: string;
  readonly homeroomId: string | null;
};

// The year a class is opened in, and such a class of it, perhaps a closed one; unique key of school_class.
const yearForClass = statement(
  'roster.yearForClass',
  `select y.id, y.start_date as "startDate", (
     select json_build_object('id', c.id, 'isClosed', c.closed_at is not null, 'groupId', (
       select g.id from roster.group_class gc
       join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
       where gc.school_id = $1::int and gc.class_id = c.id limit 1))
     from roster.school_class c
     where c.school_id = $1::int and c.academic_year_id = y.id and c.grade = $3::int and c.letter = $4::text) as standing
   from organisation.academic_year y where y.school_id = $1::int and y.id = ${yearOf('$2::date')}`,
);

// A class, held, with its whole-class group and who leads it on $3 or, before the year, first; primary keys.
const holdClass = statement(
  'roster.holdLedClass',
  `select c.shift, y.start_date as "startDate", y.end_date as "endDate",
     (select g.id from roster.group_class gc join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id
       where gc.school_id = $1::int and gc.class_id = c.id and g.kind = 'class' limit 1) as "groupId",
     (select h.staff_id from roster.class_homeroom h where h.school_id = $1::int and h.class_id = c.id
       and (h.end_date is null or h.end_date >= $3::date) and (h.end_date is null or h.end_date >= h.start_date)
       order by h.start_date limit 1) as "homeroomId"
   from roster.school_class c
   join organisation.academic_year y on y.school_id = $1::int and y.id = c.academic_year_id
   where c.school_id = $1::int and c.id = $2::uuid for update of c`,
);

// Whoever leads the class leads it until the day before; one that never began ends before it begins.
const endHomeroomsOf = statement(
  'roster.endHomeroomsOf',
  `update roster.class_homeroom set end_date = $3::date - 1
   where school_id = $1::int and class_id = $2::uuid and (end_date is null or end_date >= $3::date)
   returning staff_id as "staffId"`,
);

const writeShift = statement(
  'roster.writeShift',
  `update roster.school_class set shift = $3::int where school_id = $1::int and id = $2::uuid and shift <> $3::int`,
);

// Does somebody work here on a day? Primary key.
const worksOn = statement(
  'roster.worksOn',
  `select exists (select from roster.staff f where f.school_id = $1::int and f.person_id = $2::uuid
     and (f.end_date is null or f.end_date >= $3::date))::text`,
);

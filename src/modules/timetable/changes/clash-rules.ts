import { type Clash, clashes, type Occupation } from '../lessons/rules.ts';
import type { AroundLesson, ChangeFacts, FactPage } from './plan-facts.ts';
import type { AddedLesson, ChangePlan } from './plan-rules.ts';

/** Two needs of one teacher, room or class at a time that would be new, or a teacher who is away that day. */
export type NewClash = {
  readonly kind: Clash['kind'] | 'away';
  readonly lessonId: string;
  /** The lesson it meets; null for a teacher who is away. */
  readonly other: { readonly subject: string; readonly group: string; readonly number: number } | null;
  readonly name: string;
  readonly date: string;
};

type Meeting = Occupation & { readonly subject: string; readonly group: string; readonly number: number };

/**
 * What the plan makes meet that did not meet before, to be named to the person before it is written; `amongThemselves` =
 * also two lessons that the plan itself puts.
 */
export function newClashes(
  plan: ChangePlan,
  facts: ChangeFacts,
  { amongThemselves }: { readonly amongThemselves: boolean } = { amongThemselves: true },
): readonly NewClash[] {
  const before = facts.around.flatMap((lesson) => occupationOf(lesson));
  const changed = new Map(plan.after.map((lesson) => [lesson.id, lesson]));
  const after = [
    ...facts.around.flatMap((lesson) => {
      const now = changed.get(lesson.id);
      if (!now) return occupationOf(lesson);
      return now.state === 'planned' ? occupationOf({ ...lesson, ...now }) : [];
    }),
    ...plan.added.flatMap((lesson) => addedOccupation(lesson, facts)),
  ];
  const touched = new Set([...changed.keys(), ...plan.added.map(({ id }) => id)]);
  const known = new Set(clashes(before).map(clashKey));
  const byId = new Map(after.map((one) => [one.lessonId, one]));
  const met = clashes(after)
    .filter(({ lessonIds }) => lessonIds.some((id) => touched.has(id)))
    .filter(({ lessonIds }) => amongThemselves || !lessonIds.every((id) => touched.has(id)))
    .filter((clash) => !known.has(clashKey(clash)))
    .map((clash) => named(clash, { byId, touched, facts }));
  return [...met, ...awayTeachers(plan, after, facts)];
}

const clashKey = ({ kind, id, lessonIds }: Clash) => [kind, id, ...lessonIds.toSorted()].join(' ');

function occupationOf(lesson: AroundLesson): readonly Meeting[] {
  // A group that joined another is where that group is.
  if (lesson.starts === null || lesson.ends === null || lesson.mergedWithId !== null) return [];
  const acting = lesson.teacherId ?? lesson.ownTeacherId;
  return [
    {
      lessonId: lesson.id,
      day: lesson.date,
      startMinute: minutesOf(lesson.starts),
      endMinute: minutesOf(lesson.ends),
      teacherIds: acting === null ? [] : [acting],
      roomId: lesson.roomId,
      classIds: lesson.classIds,
      groupId: lesson.groupId,
      divisionTag: lesson.divisionTag,
      subject: lesson.subject,
      group: lesson.groupName,
      number: lesson.number,
    },
  ];
}

function addedOccupation(lesson: AddedLesson, facts: ChangeFacts): readonly Meeting[] {
  const page = facts.pages.find(({ id }) => id === lesson.pageId);
  if (!page) return [];
  const ownTeacherId = teacherOn(page, lesson.date);
  return occupationOf({ ...page, ...lesson, ownTeacherId });
}

function teacherOn({ teachers }: FactPage, date: string): string | null {
  const [latest] = teachers
    .filter(({ startDate, endDate }) => startDate <= date && (endDate === null || date <= endDate))
    .toSorted((one, other) => other.startDate.localeCompare(one.startDate));
  return latest?.staffId ?? null;
}

type Meetings = {
  readonly byId: ReadonlyMap<string, Meeting>;
  readonly touched: ReadonlySet<string>;
  readonly facts: ChangeFacts;
};

function named({ kind, id, lessonIds }: Clash, { byId, touched, facts }: Meetings): NewClash {
  const [own, met] = touched.has(lessonIds[0]) ? lessonIds : lessonIds.toReversed();
  const other = byId.get(met ?? '');
  return {
    kind,
    lessonId: own ?? '',
    other: other ? { subject: other.subject, group: other.group, number: other.number } : null,
    name: nameOf(kind, id, facts),
    date: byId.get(own ?? '')?.day ?? '',
  };
}

function nameOf(kind: Clash['kind'], id: string, { staff, rooms, classes }: ChangeFacts): string {
  const lists = { teacher: staff, room: rooms, class: classes };
  return lists[kind].find((one) => one.id === id)?.name ?? '';
}

function awayTeachers(plan: ChangePlan, after: readonly Meeting[], facts: ChangeFacts): readonly NewClash[] {
  const given = new Set([
    ...plan.rows.flatMap(({ kind, lessonId }) =>
      kind === 'substitution' || kind === 'move' ? [lessonId] : [],
    ),
    ...plan.added.map(({ id }) => id),
  ]);
  return after.flatMap(({ lessonId, day, teacherIds }) => {
    const [teacherId] = teacherIds;
    const isAway = facts.absences.some(
      (absence) => absence.staffId === teacherId && absence.startDate <= day && day <= absence.endDate,
    );
    if (!given.has(lessonId) || teacherId === undefined || !isAway) return [];
    return [
      { kind: 'away' as const, lessonId, other: null, name: nameOf('teacher', teacherId, facts), date: day },
    ];
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

import type { ChangeFacts, FactLesson } from './plan-facts.ts';

/** What somebody wants to happen to a lesson, of which version `expected` was seen. */
export type WantedChange = { readonly lessonId: string; readonly expected: number } & (
  | { readonly kind: 'substitution'; readonly teacherId: string }
  | { readonly kind: 'replacement'; readonly pageId: string }
  | { readonly kind: 'cancellation' }
  | { readonly kind: 'move'; readonly date: string; readonly number: number }
  | { readonly kind: 'merge'; readonly withLessonId: string }
  | { readonly kind: 'room'; readonly roomId: string | null }
);

/** A lesson as it will stand. */
export type LessonAfter = Pick<
  FactLesson,
  | 'id'
  | 'date'
  | 'seqInDay'
  | 'number'
  | 'starts'
  | 'ends'
  | 'roomId'
  | 'teacherId'
  | 'state'
  | 'mergedWithId'
> & { readonly expected: number };

export type AddedLesson = Omit<LessonAfter, 'expected' | 'state'> & {
  readonly pageId: string;
  readonly replacesId: string;
};

export type ChangeRow = {
  readonly lessonId: string;
  readonly kind: 'substitution' | 'cancellation' | 'move' | 'merge' | 'room';
  readonly oldValue: Readonly<Record<string, unknown>>;
  readonly newValue: Readonly<Record<string, unknown>>;
};

export type ChangePlan = {
  readonly after: readonly LessonAfter[];
  readonly added: readonly AddedLesson[];
  readonly rows: readonly ChangeRow[];
};

export type PlanRefusal = { readonly refusal: string; readonly facts: Readonly<Record<string, unknown>> };

type Step = { readonly after: LessonAfter; readonly added?: AddedLesson; readonly row: ChangeRow };
type At = { readonly facts: ChangeFacts; readonly newId: () => string; readonly taken: Map<string, number> };

/** What the wanted changes come to, all of them or the first thing that stands against them. */
export function planChanges(
  wanted: readonly WantedChange[],
  facts: ChangeFacts,
  newId: () => string,
): ChangePlan | PlanRefusal {
  const byId = new Map(facts.lessons.map((lesson) => [lesson.id, lesson]));
  const against = firstObstacle(wanted, byId);
  if (against) return against;
  const at: At = { facts, newId, taken: new Map() };
  const steps: Step[] = [];
  for (const change of wanted) {
    const lesson = byId.get(change.lessonId);
    const step = lesson ? stepOf(change, lesson, at) : refusalOf('timetable.unknownLesson', change.lessonId);
    if ('refusal' in step) return step;
    steps.push(step);
  }
  return {
    after: steps.map(({ after }) => after),
    added: steps.flatMap(({ added }) => (added ? [added] : [])),
    rows: steps.map(({ row }) => row),
  };
}

function firstObstacle(
  wanted: readonly WantedChange[],
  byId: ReadonlyMap<string, FactLesson>,
): PlanRefusal | null {
  const ids = wanted.map(({ lessonId }) => lessonId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return refusalOf('timetable.repeatedLesson', twice);
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown !== undefined) return refusalOf('timetable.unknownLesson', unknown);
  const changed = wanted.flatMap(({ lessonId, expected }) => {
    const lesson = byId.get(lessonId);
    return lesson && lesson.version !== expected ? [standing(lesson)] : [];
  });
  if (changed.length > 0) return { refusal: 'timetable.changedMeanwhile', facts: { lessons: changed } };
  const off = wanted.find(({ lessonId }) => byId.get(lessonId)?.state !== 'planned');
  return off ? refusalOf('timetable.lessonNotPlanned', off.lessonId) : null;
}

/** What stands there, for who saw something older. */
function standing(lesson: FactLesson) {
  const { id, version, date, number, state, subject, groupName, roomName, teacherName } = lesson;
  return {
    id,
    version,
    date,
    number,
    state,
    subject,
    group: groupName,
    room: roomName,
    teacher: teacherName,
  };
}

function refusalOf(refusal: string, lessonId: string, facts: Readonly<Record<string, unknown>> = {}) {
  return { refusal, facts: { lessonId, ...facts } };
}

const same = (lesson: FactLesson): LessonAfter => {
  const { id, date, seqInDay, number, starts, ends, roomId, teacherId, state, mergedWithId, version } =
    lesson;
  return {
    id,
    date,
    seqInDay,
    number,
    starts,
    ends,
    roomId,
    teacherId,
    state,
    mergedWithId,
    expected: version,
  };
};

function stepOf(change: WantedChange, lesson: FactLesson, at: At): Step | PlanRefusal {
  if (change.kind === 'substitution') return substitution(lesson, change.teacherId, at);
  if (change.kind === 'replacement') return replacement(lesson, change.pageId, at);
  if (change.kind === 'move') return move(lesson, change, at);
  if (change.kind === 'merge') return merge(lesson, change.withLessonId, at);
  if (change.kind === 'room') return otherRoom(lesson, change.roomId, at);
  return {
    after: { ...same(lesson), state: 'cancelled' },
    row: row(lesson, 'cancellation', { old: { state: 'planned' }, new: { state: 'cancelled' } }),
  };
}

type Values = ChangeRow['oldValue'];

function row({ id }: FactLesson, kind: ChangeRow['kind'], values: { old: Values; new: Values }): ChangeRow {
  return { lessonId: id, kind, oldValue: values.old, newValue: values.new };
}

function substitution(lesson: FactLesson, teacherId: string, { facts }: At): Step | PlanRefusal {
  if (!isEmployedOn(facts, teacherId, lesson.date)) {
    return refusalOf('timetable.unknownTeacher', lesson.id, { staffId: teacherId, date: lesson.date });
  }
  const acting = lesson.teacherId ?? lesson.ownTeacherId;
  if (acting === teacherId) return refusalOf('timetable.nothingChanges', lesson.id);
  if (teacherId === lesson.ownTeacherId) return refusalOf('timetable.ownTeacher', lesson.id);
  return {
    after: { ...same(lesson), teacherId },
    row: row(lesson, 'substitution', {
      old: { teacherId: acting, substituteId: lesson.teacherId },
      new: { teacherId },
    }),
  };
}

/** Another subject: this lesson falls out and one on the other page stands in its place. */
function replacement(lesson: FactLesson, pageId: string, at: At): Step | PlanRefusal {
  const page = at.facts.pages.find(({ id }) => id === pageId);
  const isOfTheseStudents = page?.classIds.some((id) => lesson.classIds.includes(id)) === true;
  if (!page || !isOfTheseStudents || page.id === lesson.pageId) {
    return refusalOf('timetable.unknownPage', lesson.id, { pageId });
  }
  if (at.facts.onPages.some((other) => other.pageId === pageId && isInSlot(other, lesson))) {
    return refusalOf('timetable.slotTaken', lesson.id, { date: lesson.date, number: lesson.number });
  }
  const id = at.newId();
  return {
    after: { ...same(lesson), state: 'cancelled' },
    added: {
      id,
      pageId,
      date: lesson.date,
      seqInDay: nextSeq(pageId, lesson.date, at),
      number: lesson.number,
      starts: lesson.starts,
      ends: lesson.ends,
      roomId: lesson.roomId,
      teacherId: null,
      mergedWithId: null,
      replacesId: lesson.id,
    },
    row: row(lesson, 'cancellation', {
      old: { state: 'planned' },
      new: { state: 'cancelled', replacedById: id },
    }),
  };
}

/** The same row on another day or hour: everything that hangs on it comes along. */
function move(
  lesson: FactLesson,
  to: { readonly date: string; readonly number: number },
  at: At,
): Step | PlanRefusal {
  if (to.date === lesson.date && to.number === lesson.number) {
    return refusalOf('timetable.nothingChanges', lesson.id);
  }
  const year = at.facts.years.find(
    ({ startDate, endDate }) => startDate <= lesson.date && lesson.date <= endDate,
  );
  if (!year || to.date < year.startDate || to.date > year.endDate) {
    return refusalOf('timetable.outsideYear', lesson.id, { date: to.date });
  }
  const isTaken = at.facts.onPages.some(
    (other) => other.id !== lesson.id && other.pageId === lesson.pageId && isInSlot(other, to),
  );
  if (isTaken) return refusalOf('timetable.slotTaken', lesson.id, to);
  const bell = at.facts.bells.find(({ date, number }) => date === to.date && number === to.number);
  const times = { starts: bell?.starts ?? null, ends: bell?.ends ?? null };
  const seqInDay = to.date === lesson.date ? lesson.seqInDay : nextSeq(lesson.pageId, to.date, at);
  const { date, number, starts, ends } = lesson;
  return {
    after: { ...same(lesson), ...to, ...times, seqInDay },
    row: row(lesson, 'move', {
      old: { date, number, starts, ends, seqInDay: lesson.seqInDay },
      new: { ...to, ...times, seqInDay },
    }),
  };
}

/** The group goes to another group's lesson: its teacher and room are this lesson's too. */
function merge(lesson: FactLesson, withLessonId: string, { facts }: At): Step | PlanRefusal {
  const other = facts.lessons.find(({ id }) => id === withLessonId);
  const fits =
    other !== undefined &&
    other.id !== lesson.id &&
    other.state === 'planned' &&
    other.mergedWithId === null &&
    isInSlot(other, lesson) &&
    other.classIds.some((id) => lesson.classIds.includes(id));
  if (!fits) return refusalOf('timetable.cannotMerge', lesson.id);
  const teacherId = other.teacherId ?? other.ownTeacherId;
  const old = {
    teacherId: lesson.teacherId ?? lesson.ownTeacherId,
    substituteId: lesson.teacherId,
    roomId: lesson.roomId,
  };
  return {
    after: { ...same(lesson), teacherId, roomId: other.roomId, mergedWithId: other.id },
    row: row(lesson, 'merge', {
      old,
      new: { teacherId, roomId: other.roomId, mergedWithId: other.id },
    }),
  };
}

function otherRoom(lesson: FactLesson, roomId: string | null, { facts }: At): Step | PlanRefusal {
  if (roomId === lesson.roomId) return refusalOf('timetable.nothingChanges', lesson.id);
  if (roomId !== null && !facts.rooms.some(({ id }) => id === roomId)) {
    return refusalOf('timetable.unknownRoom', lesson.id, { roomId });
  }
  return {
    after: { ...same(lesson), roomId },
    row: row(lesson, 'room', { old: { roomId: lesson.roomId }, new: { roomId } }),
  };
}

function isEmployedOn({ staff }: ChangeFacts, staffId: string, date: string): boolean {
  return staff.some(
    ({ id, startDate, endDate }) =>
      id === staffId && startDate <= date && (endDate === null || date <= endDate),
  );
}

function isInSlot(
  one: { readonly date: string; readonly number: number; readonly state?: string },
  slot: { readonly date: string; readonly number: number },
): boolean {
  return one.date === slot.date && one.number === slot.number && (one.state ?? 'planned') === 'planned';
}

/** The next free place in the day of a page, also among those that this act itself takes. */
function nextSeq(pageId: string, date: string, { facts, taken }: At): number {
  const key = `${pageId} ${date}`;
  const known = facts.onPages.filter((one) => one.pageId === pageId && one.date === date);
  const next = (taken.get(key) ?? Math.max(0, ...known.map(({ seqInDay }) => seqInDay))) + 1;
  taken.set(key, next);
  return next;
}

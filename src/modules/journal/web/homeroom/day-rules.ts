import type { ClassDay } from '../../class-day/contract.ts';

export type DayStudent = ClassDay['students'][number];
export type DayLesson = ClassDay['lessons'][number];

/** A student who is, was or will be away: the line of «Кого нет». */
export type Away = {
  readonly student: DayStudent;
  /** Numbers of the lessons missed. */
  readonly missed: readonly number[];
  /** Every lesson of the student's own groups was missed. */
  readonly isWholeDay: boolean;
  readonly late: readonly { readonly number: number; readonly minutes: number | null }[];
  readonly leftEarly: readonly number[];
};

/** Those away first without a reason, then the others, then who was only late; each in the order of the class. */
export function awayOf({ lessons, students }: Pick<ClassDay, 'lessons' | 'students'>): readonly Away[] {
  const lines = students.flatMap((student) => {
    const own = student.lessons.flatMap((at) => (lessons[at]?.state === 'planned' ? [at] : []));
    const of = (wanted: string) =>
      student.facts.flatMap(([at, fact, minutes]) => {
        const number = lessons[at]?.number;
        return fact === wanted && number !== undefined ? [{ number, minutes }] : [];
      });
    const missed = of('absent').map(({ number }) => number);
    const away: Away = {
      student,
      missed,
      isWholeDay: own.length > 0 && missed.length === own.length,
      late: of('late'),
      leftEarly: of('leftEarly').map(({ number }) => number),
    };
    const isShown =
      missed.length > 0 || away.late.length > 0 || away.leftEarly.length > 0 || student.reason !== null;
    return isShown ? [away] : [];
  });
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

/** 0 = missed and unexplained. */
function rank({ missed, student }: Away): number {
  if (missed.length > 0) return student.reason === null ? 0 : 1;
  return student.reason === null ? 3 : 2;
}

/** Missed lessons without a reason yet. */
export function isUnclear(away: Away): boolean {
  return rank(away) === 0;
}

export type Slot = {
  readonly number: number;
  /** Lessons of that number: of the whole class one, of subgroups several. */
  readonly lessons: readonly { readonly at: number; readonly lesson: DayLesson }[];
};

/** Columns of the register: subgroups that meet at one number share one. */
export function slotsOf(lessons: readonly DayLesson[]): readonly Slot[] {
  const numbered = lessons.map((lesson, at) => ({ at, lesson }));
  return [...Map.groupBy(numbered, ({ lesson }) => lesson.number)]
    .map(([number, inSlot]) => ({ number, lessons: inSlot }))
    .toSorted((a, b) => a.number - b.number);
}

/** The reason a key stands for, on either layout: Б, П, Н. */
export function reasonOfKey({ code, key }: { readonly code: string; readonly key: string }) {
  return (
    reasonKeys.find(({ letter, place }) => key.toLowerCase() === letter || code === place)?.reason ?? null
  );
}

const reasonKeys = [
  { letter: 'б', place: 'Comma', reason: 'ill' },
  { letter: 'п', place: 'KeyG', reason: 'excused' },
  { letter: 'н', place: 'KeyY', reason: 'unexcused' },
] as const;

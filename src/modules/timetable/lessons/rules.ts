import type { SchoolDay } from '#modules/organisation/calendar/rules.ts';

/** One lesson of the weekly pattern of one class. `number` may be 0; it names a bell, not a place in a list. */
export type TemplateCard = {
  readonly id: string;
  readonly assignmentId: string;
  readonly weekday: number;
  readonly cycle: 'every' | 'A' | 'B';
  readonly number: number;
  readonly roomId: string | null;
};

/** `HH:MM`, both null where the schedule has no bell of that number. */
export type Bell = { readonly starts: string; readonly ends: string };

/** Bells of a number on a day, or null. */
export type BellsOfDay = (day: SchoolDay, number: number) => Bell | null;

export type DatedLesson = {
  readonly cardId: string;
  readonly assignmentId: string;
  readonly date: string;
  /** 1, 2 … among the lessons of one assignment on one date, by number. */
  readonly seqInDay: number;
  readonly number: number;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly roomId: string | null;
};

/**
 * The dated lessons of one class: each school day takes the cards of its weekday and week cycle. Ordered by
 * date and number; two cards of one assignment on one day get sequence numbers in the order of their numbers,
 * which is what a later change of the timetable pairs them by.
 */
export function datedLessons(
  cards: readonly TemplateCard[],
  days: readonly SchoolDay[],
  bells: BellsOfDay,
): readonly DatedLesson[] {
  const byWeekday = Map.groupBy(
    cards.toSorted((a, b) => a.number - b.number),
    ({ weekday }) => weekday,
  );
  return days.flatMap((day) => {
    const counts = new Map<string, number>();
    return (byWeekday.get(day.weekday) ?? [])
      .filter(({ cycle }) => cycle === 'every' || cycle === day.cycle)
      .map((card) => {
        const seqInDay = (counts.get(card.assignmentId) ?? 0) + 1;
        counts.set(card.assignmentId, seqInDay);
        const bell = bells(day, card.number);
        return {
          cardId: card.id,
          assignmentId: card.assignmentId,
          date: day.date,
          seqInDay,
          number: card.number,
          starts: bell?.starts ?? null,
          ends: bell?.ends ?? null,
          roomId: card.roomId,
        };
      });
  });
}

/** What a lesson occupies. Times in minutes from midnight, so that shifts with their own numbers compare. */
export type Occupation = {
  readonly lessonId: string;
  /** Any text that is equal only for occupations that can meet: a date, or weekday and cycle. */
  readonly day: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly teacherIds: readonly string[];
  readonly roomId: string | null;
  readonly classIds: readonly string[];
  readonly groupId: string;
  /** Groups of one class with the same tag exclude each other: two of them may meet. */
  readonly divisionTag: string | null;
};

export type Clash = {
  readonly kind: 'teacher' | 'room' | 'class';
  readonly id: string;
  readonly lessonIds: readonly [string, string];
};

/** Every pair of lessons that needs one teacher, room or class at the same time. Subgroups of one division may meet. */
export function clashes(occupations: readonly Occupation[]): readonly Clash[] {
  const found: Clash[] = [];
  for (const sameDay of Map.groupBy(occupations, ({ day }) => day).values()) {
    const ordered = sameDay.toSorted((a, b) => a.startMinute - b.startMinute);
    for (const [index, one] of ordered.entries()) {
      for (const other of ordered.slice(index + 1)) {
        if (other.startMinute >= one.endMinute) break;
        found.push(...clashesOfTwo(one, other));
      }
    }
  }
  return found;
}

function clashesOfTwo(one: Occupation, other: Occupation): readonly Clash[] {
  const lessonIds = [one.lessonId, other.lessonId] as const;
  const teachers = one.teacherIds.filter((id) => other.teacherIds.includes(id));
  const rooms = one.roomId !== null && one.roomId === other.roomId ? [one.roomId] : [];
  const classes = mayMeet(one, other) ? [] : one.classIds.filter((id) => other.classIds.includes(id));
  return [
    ...teachers.map((id) => ({ kind: 'teacher' as const, id, lessonIds })),
    ...rooms.map((id) => ({ kind: 'room' as const, id, lessonIds })),
    ...classes.map((id) => ({ kind: 'class' as const, id, lessonIds })),
  ];
}

const mayMeet = (one: Occupation, other: Occupation) =>
  one.divisionTag !== null && one.divisionTag === other.divisionTag && one.groupId !== other.groupId;

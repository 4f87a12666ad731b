import { createHash } from 'node:crypto';
import {
  cardKey,
  type DaysFacts,
  type LessonPlan,
  type TemplateTurn,
  type WeekClash,
} from '#modules/timetable/index.ts';
import type { Weekly, WeeklyCard, WeeklyEffect } from './contract.ts';

/** Another week of a class with all it means. */
export type JudgedWeek = {
  readonly week: Weekly;
  readonly facts: DaysFacts;
  readonly yearId: string;
  readonly turn: TemplateTurn;
  readonly lessons: LessonPlan;
  /** Of the lessons that leave the timetable: with marks or attendance, with a topic or homework alone. */
  readonly marked: readonly string[];
  readonly noted: readonly string[];
  readonly clashes: readonly WeekClash<WeeklyCard>[];
  readonly later: string[];
};

/** Lists of an answer are cut after so many. */
const most = 60;

/** What it means, for who is to agree to it; `homework` = how much is due at another lesson then. */
export function effectOf(judged: JudgedWeek, homework: number): WeeklyEffect {
  const { marked, noted, clashes, later } = judged;
  return {
    counts: countsOf(judged),
    held: { marks: marked.length, notes: noted.length },
    homework,
    later,
    clashes: clashes.slice(0, most).map((clash) => namedClash(clash, judged.week)),
    fingerprint: fingerprintOf(judged),
  };
}

export function countsOf({ lessons }: JudgedWeek): WeeklyEffect['counts'] {
  const { added, moved, retired, unchanged, byHand } = lessons;
  return { added: added.length, moved: moved.length, retired: retired.length, unchanged, byHand };
}

function namedClash(
  { kind, id, cards }: WeekClash<WeeklyCard>,
  { pages, classes, rooms, staff }: Weekly,
): WeeklyEffect['clashes'][number] {
  const [own] = cards;
  const schoolClass = classes.find((one) => one.id === id);
  const person = staff.find((one) => one.id === id);
  const names = {
    class: schoolClass ? `${String(schoolClass.grade)}${schoolClass.letter}` : '',
    teacher: person ? `${person.lastName} ${person.firstName}` : '',
    room: rooms.find((one) => one.id === id)?.name ?? '',
  };
  const lessons = cards.map(({ pageId }) => {
    const page = pages.find((one) => one.id === pageId);
    return { subject: page?.subject.name ?? '', group: page?.group.name ?? '' };
  });
  return { kind, name: names[kind], weekday: own.weekday, number: own.number, lessons };
}

/** Equal only for the same lessons in the same state, going the same way. */
export function fingerprintOf({ facts, turn, lessons, marked, noted, clashes }: JudgedWeek): string {
  const version = new Map(facts.lessons.map((lesson) => [lesson.id, lesson.version]));
  const told = [
    turn.changed
      .map(({ id, endDate, retiredAt }) => `${id} ${endDate} ${String(retiredAt === null)}`)
      .toSorted(),
    turn.added.map(({ startDate, endDate, cards }) => [startDate, endDate, cards.map(cardKey).toSorted()]),
    lessons.added
      .map((row) => [row.assignmentId, row.date, row.seqInDay, row.number, row.starts, row.roomId].join(' '))
      .toSorted(),
    lessons.moved
      .map((row) => [row.id, version.get(row.id), row.number, row.starts, row.roomId].join(' '))
      .toSorted(),
    lessons.retired.map((id) => `${id} ${String(version.get(id))}`).toSorted(),
    marked.toSorted(),
    noted.toSorted(),
    clashes.map(({ kind, id, cards: [one] }) => [kind, id, one.weekday, one.number].join(' ')).toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

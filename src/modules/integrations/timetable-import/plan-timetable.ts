import { uuidv7 } from '#platform/ids.ts';
import type { AcademicCalendar, BellSchedule } from '#modules/organisation/index.ts';
import { className, fullName } from '#modules/roster/index.ts';
import {
  calendarOf,
  isCycleFlipped,
  lessonsOf,
  minutesOfNumber,
  pairLessons,
  type KnownLesson,
  type LessonPlan,
  type Span,
  type Template,
  type TemplateCard,
  type TemplateTurn,
  turnTemplates,
} from '#modules/timetable/index.ts';
import type { AscFile } from '../asc/read-asc.ts';
import type { Before } from '../roster-import/plan.ts';
import { structureOf, type Structure } from '../roster-import/structure.ts';
import { clashList, type PlacedCard } from './clash-list.ts';
import { stopsImport, type Finding, type Tell } from './finding.ts';
import { matchNames, type NameMap } from './match.ts';
import { pagesOf, type Page, type Pages } from './pages.ts';

export type TimetableWishes = {
  readonly span: Span;
  /** Of the file. */
  readonly name: string;
  readonly map: NameMap;
  readonly anchor: { readonly cycle: 'A' | 'B'; readonly date: string } | null;
};

export type TimetableKnown = {
  readonly before: Before;
  readonly lessons: readonly KnownLesson[];
  readonly templates: readonly Template[];
};

export type TimetablePlan = {
  readonly findings: readonly Finding[];
  readonly structure: Structure;
  readonly pages: Pages;
  readonly cards: readonly TemplateCard[];
  readonly templates: TemplateTurn;
  readonly lessons: LessonPlan;
  readonly newRooms: readonly { readonly id: string; readonly name: string }[];
  /** From the file, when the school has none. */
  readonly newBells: BellSchedule | null;
};

/** What a timetable file means for a school; nothing is written. */
export function planTimetable(file: AscFile, known: TimetableKnown, wishes: TimetableWishes): TimetablePlan {
  const findings: Finding[] = file.faults.map(({ code, place, facts }) => ({
    code,
    facts: { place, ...facts },
  }));
  const tell: Tell = (code, facts = {}) => {
    const finding = { code, facts };
    const text = JSON.stringify(finding);
    if (!findings.some((one) => one.code === code && JSON.stringify(one) === text)) findings.push(finding);
  };
  const { before } = known;
  checkMap(file, wishes.map, tell);
  const matches = matchNames(file, { ...before, date: wishes.span.from }, { map: wishes.map, tell });
  const structure = structureOf(before.roster);
  const pages = pagesOf({ before, structure, matches, file, date: wishes.span.from, tell });
  const newBells = before.frame.schedules.length === 0 && file.periods.length > 0 ? bellsOfFile(file) : null;
  const schedules = newBells ? [newBells] : before.frame.schedules;
  if (!newBells) compareBells(file, schedules, tell);
  const rooms = roomRegister(before, matches.rooms);
  const calendar = calendarOf(before.frame, file.cards);
  const placed = placeCards(file, {
    pages,
    rooms,
    schedules,
    flips: flips(file, { calendar, wishes, tell }),
  });
  const bellNumbers = new Set(schedules.flatMap(({ bells }) => bells.map(({ number }) => number)));
  const silent = [...new Set(placed.map(({ number }) => number))]
    .filter((number) => !bellNumbers.has(number))
    .sort((a, b) => a - b);
  if (silent.length > 0) tell('bells.missing', { numbers: silent.join(', ') });
  findings.push(...clashList(placed, clashNames(known, rooms)));
  for (const room of rooms.made) tell('room.made', { name: room.name });
  const cards = placed.map(({ id, page, weekday, cycle, number, roomId }) => ({
    id,
    assignmentId: page.id,
    weekday,
    cycle,
    number,
    roomId,
  }));
  const isNamed = ofNamedClasses(placed, known);
  const lessons = planLessons({
    placed,
    cards,
    known,
    calendar,
    schedules,
    span: wishes.span,
    // While something of the file has no partner here, a lesson without one may be that very thing.
    mayRetire: findings.some(stopsImport) ? () => false : isNamed,
  });
  const templates = turnTemplates(known.templates, {
    span: wishes.span,
    // Classes the file does not name keep their week.
    cardsOf: (standing) => [...standing.filter(({ assignmentId }) => !isNamed({ assignmentId })), ...cards],
    name: () => wishes.name,
    now: new Date(),
    newId: uuidv7,
  });
  if (lessons.byHand > 0) tell('lesson.changedByHand', { count: lessons.byHand });
  return { findings, structure, pages, cards, templates, lessons, newRooms: rooms.made, newBells };
}

function checkMap(file: AscFile, map: NameMap, tell: Tell): void {
  for (const kind of ['classes', 'subjects', 'teachers', 'rooms'] as const) {
    const names = new Set(file[kind].flatMap(({ name, short }) => [name, short]));
    for (const name of Object.keys(map[kind] ?? {}))
      if (!names.has(name)) tell('map.unknown', { kind, name });
  }
}

const bellsOfFile = (file: AscFile): BellSchedule => ({
  id: uuidv7(),
  name: 'Звонки из расписания',
  shift: 1,
  isUsual: true,
  bells: file.periods,
});

function compareBells(file: AscFile, schedules: readonly BellSchedule[], tell: Tell): void {
  const own = schedules[0];
  const differing = file.periods.filter((period) => {
    const bell = own?.bells.find(({ number }) => number === period.number);
    return bell && (bell.starts !== period.starts || bell.ends !== period.ends);
  });
  if (differing.length > 0)
    tell('bells.differ', { numbers: differing.map(({ number }) => number).join(', ') });
}

type Rooms = ReturnType<typeof roomRegister>;

function roomRegister(before: Before, names: ReadonlyMap<string, string>) {
  const ids = new Map(before.frame.rooms.map(({ id, name }) => [key(name), id]));
  const nameById = new Map(before.frame.rooms.map(({ id, name }) => [id, name]));
  const made: { id: string; name: string }[] = [];
  return {
    made,
    nameOf: (id: string) => nameById.get(id) ?? '',
    idOf(ascId: string | undefined): string | null {
      const name = ascId === undefined ? undefined : names.get(ascId);
      if (name === undefined || name === '') return null;
      const known = ids.get(key(name));
      if (known !== undefined) return known;
      const room = { id: uuidv7(), name };
      made.push(room);
      ids.set(key(name), room.id);
      nameById.set(room.id, name);
      return room.id;
    },
  };
}

const key = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '')
    .replace(/^(кабинет|каб|к)(?=\d)/u, '');

function flips(
  file: AscFile,
  { calendar, wishes, tell }: { calendar: AcademicCalendar; wishes: TimetableWishes; tell: Tell },
): boolean {
  if (!file.cards.some(({ cycle }) => cycle !== 'every')) return false;
  if (wishes.anchor) return isCycleFlipped(calendar, wishes.anchor);
  tell('cycle.noAnchor');
  return false;
}

function placeCards(
  file: AscFile,
  given: { pages: Pages; rooms: Rooms; schedules: readonly BellSchedule[]; flips: boolean },
): readonly PlacedCard[] {
  const lessons = new Map(file.lessons.map((lesson) => [lesson.id, lesson]));
  const groups = new Map(file.groups.map((group) => [group.id, group]));
  const pagesByLesson = new Map<string, readonly Page[]>();
  const placed = new Map<string, PlacedCard>();
  const bells = given.schedules
    .slice(0, 1)
    .flatMap((one) => one.bells.map((bell) => ({ ...bell, shift: 1 })));
  for (const card of file.cards) {
    const lesson = lessons.get(card.lessonId);
    if (!lesson) continue;
    const pages = pagesByLesson.get(lesson.id) ?? given.pages.of(lesson);
    pagesByLesson.set(lesson.id, pages);
    const cycle = given.flips && card.cycle !== 'every' ? (card.cycle === 'A' ? 'B' : 'A') : card.cycle;
    const tag = lesson.groupIds.map((id) => groups.get(id)).find((group) => group?.divisionTag != null);
    // One room for each group, in the file's order; a lone room is everybody's.
    const rooms = card.roomIds.length > 0 ? card.roomIds : lesson.roomIds;
    for (const [index, page] of pages.entries()) {
      const place = [page.id, card.weekday, cycle, card.number].join('|');
      if (placed.has(place)) continue;
      placed.set(place, {
        id: uuidv7(),
        page,
        weekday: card.weekday,
        cycle,
        number: card.number,
        roomId: given.rooms.idOf(rooms[rooms.length === pages.length ? index : 0]),
        source: lesson.id,
        division: tag ? `${tag.classId}|${tag.divisionTag ?? ''}` : null,
        ...minutesOfNumber(bells, 1, card.number),
      });
    }
  }
  return [...placed.values()];
}

function clashNames({ before }: TimetableKnown, rooms: Rooms) {
  const members = new Map<string, Set<string>>();
  for (const { groupId, studentId, endDate } of before.roster.memberships) {
    if (endDate !== null) continue;
    const group = members.get(groupId) ?? new Set();
    group.add(studentId);
    members.set(groupId, group);
  }
  const persons = new Map(before.roster.persons.map((person) => [person.id, fullName(person)]));
  const classes = new Map(before.roster.classes.map((one) => [one.id, className(one)]));
  return {
    members,
    nameOf: (kind: 'teacher' | 'room' | 'class', id: string) =>
      (kind === 'room' ? rooms.nameOf(id) : (kind === 'class' ? classes : persons).get(id)) ?? '',
  };
}

function planLessons(given: {
  placed: readonly PlacedCard[];
  cards: readonly TemplateCard[];
  known: TimetableKnown;
  calendar: AcademicCalendar;
  schedules: readonly BellSchedule[];
  span: Span;
  mayRetire: (lesson: { readonly assignmentId: string }) => boolean;
}): LessonPlan {
  const { known, placed } = given;
  const classes = new Map(known.before.roster.classes.map((one) => [one.id, one]));
  const pageById = new Map(placed.map(({ page }) => [page.id, page]));
  const cards = given.cards.flatMap((card) => {
    const ids = pageById.get(card.assignmentId)?.group.classIds ?? [];
    const schoolClasses = ids.flatMap((id) => classes.get(id) ?? []);
    return schoolClasses.length > 0 ? [{ ...card, schoolClasses }] : [];
  });
  return pairLessons(lessonsOf(cards, given), known.lessons, { mayRetire: given.mayRetire, newId: uuidv7 });
}

function ofNamedClasses(placed: readonly PlacedCard[], { before }: TimetableKnown) {
  const named = new Set(placed.flatMap(({ page }) => page.group.classIds));
  const groupOf = new Map(before.roster.assignments.map(({ id, groupId }) => [id, groupId]));
  const classesOf = new Map(before.roster.groups.map(({ id, classIds }) => [id, classIds]));
  return ({ assignmentId }: { readonly assignmentId: string }) =>
    (classesOf.get(groupOf.get(assignmentId) ?? '') ?? []).some((id) => named.has(id));
}

import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import {
  clashesOfClass,
  lessonsOfClass,
  mostLessons,
  placedTenths,
} from '#modules/timetable/templates/week-rules.ts';
import { partOfClass } from '../names.ts';
import type { Weekly, WeeklyPage } from './acts.ts';
import { type Place, placeKey, type Slot } from './place-rules.ts';
import type { WeeklyWords } from './ru.ts';

/** The week of one class among the others, looked up by what is on the page. */
export type WeekBook = {
  readonly week: Weekly;
  readonly schoolClass: Weekly['classes'][number];
  readonly own: readonly WeeklyPage[];
  readonly pageOf: (pageId: string) => WeeklyPage | undefined;
  /** Cards of all other classes. */
  readonly others: readonly (Place & { readonly id: string })[];
  readonly standing: readonly Place[];
};

export function bookOf(week: Weekly, schoolClass: WeekBook['schoolClass']): WeekBook {
  const pages = new Map(week.pages.map((page) => [page.id, page]));
  const isOwn = (pageId: string) => pages.get(pageId)?.group.classIds.includes(schoolClass.id) === true;
  return {
    week,
    schoolClass,
    own: week.pages.filter(({ id }) => isOwn(id)),
    pageOf: (pageId) => pages.get(pageId),
    others: week.cards.filter(({ pageId }) => !isOwn(pageId)),
    standing: week.cards
      .filter(({ pageId }) => isOwn(pageId))
      .map(({ pageId, weekday, cycle, number, roomId }) => ({ pageId, weekday, cycle, number, roomId })),
  };
}

/** «Алгебра», «Английский, 1-я подгруппа» */
export function pageName(page: WeeklyPage): string {
  const part = partName(page);
  return part === null ? page.subject.name : `${page.subject.name}, ${part}`;
}

export const partName = ({ group }: WeeklyPage): string | null => partOfClass({ group, classes: [] });

export function teacherNames({ week }: WeekBook, { staffIds }: WeeklyPage): string {
  const staff = week.staff.filter(({ id }) => staffIds.includes(id));
  return staff.map(shortName).join(', ');
}

export const roomName = ({ week }: WeekBook, roomId: string | null): string | null =>
  week.rooms.find(({ id }) => id === roomId)?.name ?? null;

export type NamedClash = { readonly slot: Slot; readonly key: string; readonly text: string };

/** Clashes of the week as it is put together, in words; by the key of each own card and all in their order. */
export function clashesIn(book: WeekBook, cards: readonly Place[], words: WeeklyWords) {
  const own = cards.map((card) => ({ ...card, id: placeKey(card) }));
  const found = clashesOfClass([...book.others, ...own], book.schoolClass.id, book.week);
  const keys = new Set(found.flatMap((clash) => clash.cards.map(({ id }) => id)));
  const list = found.map(({ kind, id, cards: [one, other] }): NamedClash => {
    const page = book.pageOf(other.pageId);
    const person = book.week.staff.find((each) => each.id === id);
    const name = kind === 'teacher' ? (person ? shortName(person) : '') : (roomName(book, id) ?? '');
    const met = page ? meetingName(book, page) : '';
    return { slot: one, key: `${kind} ${one.id} ${other.id}`, text: words.clash[kind](name, met) };
  });
  return { keys, list };
}

/** «7 «В», алгебра»; of the same class without it. */
function meetingName({ week, schoolClass }: WeekBook, page: WeeklyPage): string {
  const classes = week.classes.filter(({ id }) => page.group.classIds.includes(id) && id !== schoolClass.id);
  const isOwn = page.group.classIds.includes(schoolClass.id);
  return [...(isOwn ? [] : [classes.map(className).join(', ')]), pageName(page)].join(', ');
}

/** Whom a page would meet in a slot; null = nobody. */
export function meets(book: WeekBook, place: Place, words: WeeklyWords): string | null {
  const sameDay = book.others.filter(({ weekday }) => weekday === place.weekday);
  const { list } = clashesIn({ ...book, others: sameDay }, [place], words);
  return list[0]?.text ?? null;
}

/** The room a page has most often in the school's week; where it has none, its teacher's. */
export function usualRoom(book: WeekBook, page: WeeklyPage, cards: readonly Place[]): string | null {
  const all = [...book.others, ...cards].filter(({ roomId }) => roomId !== null);
  const same = all.filter(({ pageId }) => pageId === page.id);
  const ofTeacher = all.filter(({ pageId }) =>
    book.pageOf(pageId)?.staffIds.some((id) => page.staffIds.includes(id)),
  );
  const counts = new Map<string, number>();
  for (const { roomId } of same.length > 0 ? same : ofTeacher) {
    if (roomId !== null) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

export type LoadRow = {
  readonly page: WeeklyPage;
  readonly placed: number;
  readonly state: 'open' | 'full' | 'over';
};

/** What of the load is placed, what is missing first. Tenths of an hour. */
export function loadRows({ own }: WeekBook, cards: readonly Place[]): readonly LoadRow[] {
  const placed = placedTenths(cards);
  const order = { over: 0, open: 1, full: 2 };
  return own
    .filter(({ id, isRetired }) => !isRetired || placed.has(id))
    .map((page): LoadRow => {
      const count = placed.get(page.id) ?? 0;
      const state = count < page.hoursTenths ? 'open' : count > page.hoursTenths ? 'over' : 'full';
      return { page, placed: count, state };
    })
    .toSorted((one, other) => order[one.state] - order[other.state]);
}

/** Where a class has more lessons than sanitary rules allow; activities outside lessons are not counted. */
export function tooMany(book: WeekBook, cards: readonly Place[], words: WeeklyWords): readonly string[] {
  const lessons = cards.filter(({ pageId }) => book.pageOf(pageId)?.journalKind === 'lesson');
  const { days, week } = lessonsOfClass(lessons);
  const most = mostLessons(book.schoolClass.grade, days.has(6) ? 6 : 5);
  const ofDays = [...days].toSorted(([one], [other]) => one - other);
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return [
    ...ofDays.flatMap(([day, count]) =>
      count > most.day ? [words.tooManyOnDay(capital(words.weekdays[day] ?? ''), count, most.day)] : [],
    ),
    ...(week > most.week ? [words.tooManyInWeek(week, most.week)] : []),
  ];
}

/** The days and numbers the grid shows: Monday to Friday, Saturday when anything stands there or it is wished. */
export function frameOf({ week, schoolClass }: WeekBook, cards: readonly Place[], withSaturday: boolean) {
  const used = cards.map(({ number }) => number);
  const rung = week.bells.filter(({ shift }) => shift === schoolClass.shift).map(({ number }) => number);
  const first = Math.min(1, ...used, ...rung);
  const last = Math.max(rung.length === 0 ? 8 : 0, ...used, ...rung);
  const extra = [6, 7].filter(
    (day) => (day === 6 && withSaturday) || cards.some(({ weekday }) => weekday === day),
  );
  return {
    days: [1, 2, 3, 4, 5, ...extra],
    numbers: Array.from({ length: last - first + 1 }, (_, at) => first + at),
  };
}

import type { Load, LoadPage } from '../../load/contract.ts';
import { dayInYear, teacherAfter, teacherOn, type TeacherStay } from '../../load/rules.ts';
import { searchFor } from '../../people/rules.ts';
import { className } from '../../school-class/rules.ts';
import { shortLabel } from '../movement/arrival.ts';

export type LoadStaff = Load['staff'][number];
type ListedClass = Load['classes'][number];

/** A journal page as the lists show it. */
export type LoadLine = {
  readonly page: LoadPage;
  readonly subject: string;
  readonly classes: readonly ListedClass[];
  /** «7 «Б»», «10 «А», 10 «Б»» */
  readonly place: string;
  /** The group inside the class, null = the whole class. */
  readonly part: string | null;
  readonly now: TeacherStay | null;
  readonly next: TeacherStay | null;
};

export type LoadSection = {
  readonly key: string;
  readonly title: string;
  readonly about: string | null;
  /** A link of the title. */
  readonly staffId: string | null;
  readonly lines: readonly LoadLine[];
};

/** What is looked up by every line, made once for an answer. */
export type LoadBook = {
  readonly load: Load;
  /** Today, kept inside the year. */
  readonly day: string;
  readonly staff: ReadonlyMap<string, LoadStaff>;
  readonly lines: readonly LoadLine[];
};

export function bookOf(load: Load): LoadBook {
  const day = load.year === null ? load.today : dayInYear(load.today, load.year);
  const classes = new Map(load.classes.map((one, at) => [one.id, { one, at }]));
  const groups = new Map(load.groups.map((group) => [group.id, group]));
  const subjects = new Map(load.subjects.map(({ id, name }) => [id, name]));
  const lines = load.pages.map((page): LoadLine => {
    const group = groups.get(page.groupId);
    const own = (group?.classIds ?? [])
      .flatMap((id) => classes.get(id) ?? [])
      .toSorted((one, other) => one.at - other.at)
      .map(({ one }) => one);
    return {
      page,
      subject: subjects.get(page.subjectId) ?? '',
      classes: own,
      place: own.map(className).join(', '),
      part: group === undefined || group.kind === 'class' ? null : shortLabel(group.name),
      now: teacherOn(page.teachers, day),
      next: teacherAfter(page.teachers, day),
    };
  });
  return { load, day, staff: new Map(load.staff.map((one) => [one.id, one])), lines };
}

/** Pages nobody teaches on the day. */
export const isWithout = ({ now }: LoadLine) => now === null;

export type LoadFilter = {
  readonly classId: string | null;
  readonly onlyWithout: boolean;
  readonly search: string;
};

/** «7 «Б»» is one word as much as «7Б» is. */
const spacedClass = /(\d)\s*[«"]?\s*([а-яё])[»"]?(?=\s|$)/giu;

/** The lines a filter leaves; the search knows teachers with typos, subjects and classes by their beginnings. */
export function found({ lines, staff }: LoadBook, filter: LoadFilter): readonly LoadLine[] {
  const fit = searchFor(filter.search.replaceAll(spacedClass, '$1$2'));
  return lines.filter((line) => {
    if (filter.classId !== null && !line.classes.some(({ id }) => id === filter.classId)) return false;
    if (filter.onlyWithout && !isWithout(line)) return false;
    if (fit === null) return true;
    const also = [
      ...line.subject.split(/[\s,()-]+/u),
      ...line.classes.map(({ grade, letter }) => `${grade}${letter}`),
    ];
    const teachers = [line.now, line.next].flatMap((stay) => (stay ? (staff.get(stay.staffId) ?? []) : []));
    const nobody = { lastName: '', firstName: '', middleName: null };
    return (teachers.length === 0 ? [nobody] : teachers).some((one) => fit({ ...one, also }) !== null);
  });
}

/** A section for each class; a page of several classes stands in each of them. */
export function byClass({ load }: LoadBook, lines: readonly LoadLine[]): readonly LoadSection[] {
  return load.classes.flatMap((one) => {
    const own = lines.filter(({ classes }) => classes.some(({ id }) => id === one.id));
    return own.length === 0
      ? []
      : [{ key: one.id, title: className(one), about: null, staffId: null, lines: own }];
  });
}

/** A section for each teacher, in the order of the staff; what nobody teaches comes first. */
export function byTeacher(
  { load, staff }: LoadBook,
  lines: readonly LoadLine[],
  words: { readonly without: string; readonly nameOf: (one: LoadStaff) => string },
): readonly LoadSection[] {
  const places = new Map(load.classes.map(({ id }, at) => [id, at]));
  const placeOf = ({ classes }: LoadLine) => places.get(classes[0]?.id ?? '') ?? places.size;
  const sorted = lines.toSorted((one, other) => placeOf(one) - placeOf(other));
  const nobody = sorted.filter(isWithout);
  const sections = load.staff.flatMap((one): LoadSection[] => {
    const own = sorted.filter((line) => line.now?.staffId === one.id || line.next?.staffId === one.id);
    const section = {
      key: one.id,
      title: words.nameOf(one),
      about: one.position,
      staffId: one.id,
      lines: own,
    };
    return own.length === 0 || !staff.has(one.id) ? [] : [section];
  });
  return [
    ...(nobody.length === 0
      ? []
      : [{ key: 'without', title: words.without, about: null, staffId: null, lines: nobody }]),
    ...sections,
  ];
}

/** The weekly hours somebody teaches now. */
export function hoursOf({ staffId, lines }: LoadSection): number {
  return lines.reduce(
    (sum, { page, now }) => (staffId === null || now?.staffId === staffId ? sum + page.hoursTenths : sum),
    0,
  );
}

/** Who may be given a page from a day on: those who teach its subject first. */
export function candidates({ load, lines, day }: LoadBook, subjectId: string, from: string) {
  const ofSubject = new Set(
    lines.flatMap(({ page }) =>
      page.subjectId === subjectId ? page.teachers.map(({ staffId }) => staffId) : [],
    ),
  );
  const teaching = new Set(lines.flatMap(({ now }) => (now === null ? [] : [now.staffId])));
  const here = load.staff.filter(
    ({ startDate, endDate }) =>
      startDate <= (from === '' ? day : from) && (endDate === null || endDate >= from),
  );
  return {
    ofSubject: here.filter(({ id }) => ofSubject.has(id)),
    teachers: here.filter(({ id }) => !ofSubject.has(id) && teaching.has(id)),
    others: here.filter(({ id }) => !ofSubject.has(id) && !teaching.has(id)),
  };
}

import type { Subject } from '#modules/curriculum/index.ts';
import {
  className,
  fullName,
  subgroupLabel,
  type AssignmentRow,
  type AssignmentTeacher,
  type KnownAssignment,
} from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { AscFile, AscGroup, AscLesson } from '../asc/read-asc.ts';
import { scaleOf } from '../roster-import/plan-load.ts';
import type { Before } from '../roster-import/plan.ts';
import type { GroupDraft, Structure } from '../roster-import/structure.ts';
import type { Tell } from './finding.ts';
import type { Matches } from './match.ts';

/** A journal page as the timetable sees it. */
export type Page = {
  readonly id: string;
  readonly group: GroupDraft;
  readonly subject: Subject;
  readonly staffIds: readonly string[];
};

/** Pages of the load by what a lesson of the file says of itself, with those that are made for want of a load. */
export type Pages = {
  readonly of: (lesson: AscLesson) => readonly Page[];
  readonly all: ReadonlyMap<string, Page>;
  readonly assignments: readonly AssignmentRow[];
  /** Retired ones the file's lessons bring back. */
  readonly broughtBack: readonly {
    readonly id: string;
    readonly hoursTenths: number;
    readonly retiredAt: null;
  }[];
  readonly teachers: readonly AssignmentTeacher[];
};

type Sources = {
  readonly before: Before;
  readonly structure: Structure;
  readonly matches: Matches;
  readonly file: AscFile;
  readonly date: string;
  readonly tell: Tell;
};

/**
 * The load decides who is taught by whom: where the file says otherwise the difference is told. A class without any
 * load gets its pages from the file.
 */
export function pagesOf(sources: Sources): Pages {
  const { before, structure, matches, tell } = sources;
  const subjects = new Map(before.subjects.map((subject) => [subject.id, subject]));
  const all = new Map<string, Page>();
  const byClass = new Map<string, Page[]>();
  const enter = (page: Page) => {
    all.set(page.id, page);
    for (const classId of page.group.classIds) byClass.set(classId, [...(byClass.get(classId) ?? []), page]);
    return page;
  };
  for (const known of before.roster.assignments) {
    const page = knownPage(known, sources, subjects);
    if (page) enter(page);
  }
  const loaded = new Set(byClass.keys());
  const assignments: AssignmentRow[] = [];
  const broughtBack: { id: string; hoursTenths: number; retiredAt: null }[] = [];
  const teachers: AssignmentTeacher[] = [];
  const ascGroups = new Map(sources.file.groups.map((group) => [group.id, group]));
  const names = new Map(before.roster.persons.map((person) => [person.id, fullName(person)]));

  function make(lesson: AscLesson, subject: Subject, unit: Unit): Page | null {
    const schoolClass = structure.classById(unit.classId);
    const staffId = lesson.teacherIds.map((id) => matches.teachers.get(id)).find((id) => id !== undefined);
    const group =
      schoolClass &&
      (unit.label === null
        ? structure.groupById(schoolClass.groupId)
        : structure.subgroup([schoolClass], subject.name, unit.label));
    if (!group) return null;
    if (staffId === undefined) {
      const unknown = lesson.teacherIds
        .map((id) => matches.unmatchedTeachers.get(id))
        .find((one) => one !== undefined);
      tell('match.teacher', {
        name: unknown?.name ?? '',
        page: `${group.name}, ${subject.name}`,
        ...(unknown?.near ? { near: unknown.near } : {}),
      });
      return null;
    }
    const retired = before.roster.assignments.find(
      (one) => one.groupId === group.id && one.subjectId === subject.id && one.journalKind === subject.kind,
    );
    const page = enter({ id: retired?.id ?? uuidv7(), group, subject, staffIds: [staffId] });
    const hoursTenths = Math.round(lesson.hoursPerWeek * 10) || 10;
    if (retired) broughtBack.push({ id: page.id, hoursTenths, retiredAt: null });
    else
      assignments.push({
        id: page.id,
        groupId: group.id,
        subjectId: subject.id,
        journalKind: subject.kind,
        scaleId: scaleOf({ before, structure }, { journalKind: subject.kind }, group),
        hoursTenths,
      });
    teachers.push({ id: uuidv7(), assignmentId: page.id, staffId, startDate: before.frame.year.start });
    tell('page.made', { page: `${group.name}, ${subject.name}`, teacher: names.get(staffId) ?? '' });
    return page;
  }

  function pagesOfUnit(lesson: AscLesson, subject: Subject, unit: Unit): readonly Page[] {
    const candidates = (byClass.get(unit.classId) ?? []).filter((page) => page.subject.id === subject.id);
    const staff = new Set(lesson.teacherIds.map((id) => matches.teachers.get(id)));
    const found = choose(candidates, unit, staff);
    const schoolClass = structure.classById(unit.classId);
    const where = { class: schoolClass ? className(schoolClass) : '', subject: subject.name };
    if (found.pages.length === 0) {
      if (!loaded.has(unit.classId)) return [make(lesson, subject, unit)].filter((page) => page !== null);
      tell('load.noPage', { ...where, group: unit.label ?? '' });
      return [];
    }
    if (found.differs)
      tell('load.groupDiffers', {
        ...where,
        group: unit.label ?? '',
        page: found.pages.map(({ group }) => group.name).join('; '),
      });
    for (const page of found.pages) {
      if (lesson.teacherIds.length === 0 || page.staffIds.some((id) => staff.has(id))) continue;
      tell('load.teacherDiffers', {
        page: `${page.group.name}, ${subject.name}`,
        file: lesson.teacherIds
          .map((id) => sources.file.teachers.find((teacher) => teacher.id === id)?.name ?? '')
          .join(', '),
        load: page.staffIds.map((id) => names.get(id) ?? '').join(', ') || '—',
      });
    }
    return found.pages;
  }

  return {
    all,
    assignments,
    broughtBack,
    teachers,
    of(lesson) {
      const subject = matches.subjects.get(lesson.subjectId);
      if (!subject) return [];
      const units = unitsOf(lesson, ascGroups, matches);
      return [...new Set(units.flatMap((unit) => pagesOfUnit(lesson, subject, unit)))];
    },
  };
}

function knownPage(
  known: KnownAssignment,
  { before, structure, date }: Sources,
  subjects: ReadonlyMap<string, Subject>,
): Page | null {
  const [group, subject] = [structure.groupById(known.groupId), subjects.get(known.subjectId)];
  if (!group || !subject || known.isRetired) return null;
  const staffIds = before.roster.teachers
    .filter((one) => one.assignmentId === known.id && (one.endDate === null || one.endDate >= date))
    .map(({ staffId }) => staffId);
  return { id: known.id, group, subject, staffIds };
}

/** A class, or the part of it (`label`) a lesson of the file is for. */
type Unit = { readonly classId: string; readonly label: string | null };

function unitsOf(
  lesson: AscLesson,
  groups: ReadonlyMap<string, AscGroup>,
  matches: Matches,
): readonly Unit[] {
  const named = lesson.groupIds.flatMap((id) => groups.get(id) ?? []);
  const units = named.flatMap((group): Unit[] => {
    const classId = matches.classes.get(group.classId);
    return classId === undefined
      ? []
      : [{ classId, label: group.isEntireClass ? null : subgroupLabel(group.name) }];
  });
  if (named.length > 0) return units;
  return lesson.classIds.flatMap((id) => {
    const classId = matches.classes.get(id);
    return classId === undefined ? [] : [{ classId, label: null }];
  });
}

/** The pages meant; `differs` when the load divides the class otherwise than the file. */
function choose(
  candidates: readonly Page[],
  unit: Unit,
  staff: ReadonlySet<string | undefined>,
): { pages: readonly Page[]; differs: boolean } {
  const whole = candidates.filter(({ group }) => group.divisionTag === null);
  const parts = candidates.filter(({ group }) => group.divisionTag !== null);
  const taught = (pages: readonly Page[]) =>
    pages.filter(({ staffIds }) => staffIds.some((id) => staff.has(id)));
  if (unit.label === null) {
    if (whole.length > 0)
      return { pages: (taught(whole).length > 0 ? taught(whole) : whole).slice(0, 1), differs: false };
    return { pages: taught(parts), differs: true };
  }
  const labelled = parts.filter(({ group }) => group.label === unit.label);
  if (labelled.length > 0) return { pages: labelled.slice(0, 1), differs: false };
  return { pages: taught(parts).length > 0 ? taught(parts).slice(0, 1) : whole.slice(0, 1), differs: true };
}

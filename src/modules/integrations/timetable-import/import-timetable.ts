import { rebindHomework } from '#modules/homework/index.ts';
import { addBellSchedule, addRooms, schoolHead, yearFrame } from '#modules/organisation/index.ts';
import {
  addAssignments,
  addTeachers,
  changeAssignments,
  className,
  fullName,
  openGroups,
  rosterSnapshot,
} from '#modules/roster/index.ts';
import { timetableChanged, type TimetableChanged } from '#modules/timetable/events.ts';
import {
  lessonsBetween,
  templatesOfYear,
  writeLessonPlan,
  writeTemplates,
  type Span,
} from '#modules/timetable/index.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Database } from '#platform/db/database.ts';
import type { Tx } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, staffTopic } from '#platform/outbox/topics.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { readAsc } from '../asc/read-asc.ts';
import { actAuthor } from '../import-journal/act-commands.ts';
import { recordImport } from '../import-journal/commands.ts';
import { timetableEntries } from '../import-journal/timetable-entries.ts';
import {
  beforeOf,
  fingerprintOf,
  NotReady,
  type ImportBy,
  type ImportFile,
} from '../roster-import/import-roster.ts';
import { stopsImport, type Finding } from './finding.ts';
import {
  planTimetable,
  type TimetableKnown,
  type TimetablePlan,
  type TimetableWishes,
} from './plan-timetable.ts';

export type TimetableImport = Omit<TimetableWishes, 'span' | 'name'> & {
  readonly schoolId: number;
  readonly file: ImportFile;
  readonly from: string;
  /** The last day; null = the last of the school year. */
  readonly to: string | null;
  readonly commits: boolean;
  /** Leave out what has no partner in the school instead of refusing the whole. */
  readonly skipsUnmatched: boolean;
  /** Writes only what has this fingerprint: what somebody has read and agreed to. */
  readonly expected?: string;
};

export type TimetableOutcome = {
  readonly span: Span;
  readonly cards: number;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
  readonly unchanged: number;
  readonly isTemplateNew: boolean;
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly isCommitted: boolean;
  /** Pages whose lessons change, with how many of each kind. */
  readonly pages: readonly PageDifference[];
  /** What names of the file can be matched with. */
  readonly names: { readonly classes: string[]; readonly subjects: string[]; readonly teachers: string[] };
  readonly fingerprint: string;
};

export type PageDifference = {
  /** «7 «Б», Алгебра» */
  readonly name: string;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
};

/**
 * Compares an aSc Timetables export with a school's timetable of some dates and, when asked to, writes the
 * differences in one transaction. Lessons keep their ids; the same file again changes nothing.
 * Throws UnreadableFile, NotReady.
 */
export function importTimetable(database: Database, given: TimetableImport): Promise<TimetableOutcome> {
  return database.inSchool({ schoolId: given.schoolId, studentIds: '*' }, (tx) =>
    importTimetableIn(tx, { by: null, now: new Date() }, given),
  );
}

/** The same in a transaction that is open already; `now` = the moment the school lives in. */
export async function importTimetableIn(
  tx: Tx,
  { by, now }: { readonly by: ImportBy; readonly now: Date },
  given: TimetableImport,
): Promise<TimetableOutcome> {
  const file = readAsc(given.file.bytes);
  const { known, span } = await knownOf(tx, given);
  const plan = planTimetable(file, known, {
    span,
    map: given.map,
    anchor: given.anchor,
    name: given.file.name,
  });
  const errors = plan.findings.filter(stopsImport).length;
  const isTemplateNew = plan.templates.added.length > 0;
  const { added, moved, retired, unchanged } = plan.lessons;
  const pages = differencesByPage(plan, known);
  const fingerprint = fingerprintOf({ span, pages, findings: plan.findings, cards: plan.cards.length });
  const isWanted = given.expected === undefined || given.expected === fingerprint;
  const isCommitted = given.commits && isWanted && (errors === 0 || given.skipsUnmatched);
  const isNews = isTemplateNew || added.length + moved.length + retired.length > 0;
  if (isCommitted && isNews) {
    const { name } = given.file;
    await write(tx, plan, { known, span, name, by });
    await recordImport(tx, {
      by,
      now,
      kind: 'timetable',
      tables: ['timetable'],
      files: [name],
      startDate: span.from,
      counts: { added: added.length, changed: moved.length, retired: retired.length },
      entries: timetableEntries(plan, known),
    });
  }
  return {
    span,
    cards: plan.cards.length,
    added: added.length,
    changed: moved.length,
    retired: retired.length,
    unchanged,
    isTemplateNew,
    findings: plan.findings,
    errors,
    isCommitted,
    pages,
    names: namesOf(known),
    fingerprint,
  };
}

function namesOf({ before: { roster, subjects } }: TimetableKnown): TimetableOutcome['names'] {
  const employed = new Set(roster.staff.map(({ personId }) => personId));
  return {
    classes: roster.classes.map(className),
    subjects: subjects.map(({ name }) => name),
    teachers: roster.persons.filter(({ id }) => employed.has(id)).map(fullName),
  };
}

function differencesByPage(plan: TimetablePlan, { lessons }: TimetableKnown): readonly PageDifference[] {
  const pageOf = new Map(lessons.map(({ id, assignmentId }) => [id, assignmentId]));
  const counts = new Map<string, { added: number; changed: number; retired: number }>();
  const count = (pageId: string | undefined, kind: 'added' | 'changed' | 'retired') => {
    if (pageId === undefined) return;
    const held = counts.get(pageId) ?? { added: 0, changed: 0, retired: 0 };
    held[kind] += 1;
    counts.set(pageId, held);
  };
  for (const { assignmentId } of plan.lessons.added) count(assignmentId, 'added');
  for (const { assignmentId } of plan.lessons.moved) count(assignmentId, 'changed');
  for (const id of plan.lessons.retired) count(pageOf.get(id), 'retired');
  return [...counts]
    .flatMap(([pageId, held]) => {
      const page = plan.pages.all.get(pageId);
      return page ? [{ name: `${page.group.name}, ${page.subject.name}`, ...held }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'ru', { numeric: true }));
}

async function knownOf(
  tx: Tx,
  { from, to }: TimetableImport,
): Promise<{ known: TimetableKnown; span: Span }> {
  if (!(await schoolHead(tx))) throw new NotReady('school.absent');
  const frame = await yearFrame(tx, from);
  if (!frame) throw new NotReady('school.noYear');
  const roster = await rosterSnapshot(tx, frame.year.id);
  if (roster.classes.length === 0) throw new NotReady('school.noClasses');
  const span = { from: from < frame.year.start ? frame.year.start : from, to: to ?? frame.year.end };
  const before = await beforeOf(tx, { frame, roster }, from);
  return {
    span,
    known: {
      before,
      lessons: await lessonsBetween(tx, span.from, span.to),
      templates: await templatesOfYear(tx, frame.year.id),
    },
  };
}

type Writing = {
  readonly known: TimetableKnown;
  readonly span: Span;
  readonly name: string;
  readonly by: ImportBy;
};

async function write(tx: Tx, plan: TimetablePlan, { known, span, name, by }: Writing): Promise<void> {
  const yearId = known.before.frame.year.id;
  if (plan.newBells) await addBellSchedule(tx, plan.newBells);
  await addRooms(tx, plan.newRooms);
  await openGroups(tx, yearId, plan.structure.newGroups);
  await addAssignments(tx, yearId, plan.pages.assignments);
  await changeAssignments(tx, plan.pages.broughtBack);
  await addTeachers(tx, plan.pages.teachers);
  await writeTemplates(tx, yearId, plan.templates);
  await writeLessonPlan(tx, plan.lessons);
  await tell(tx, plan, { known, span, name, by });
}

async function tell(tx: Tx, plan: TimetablePlan, { known, span, name, by }: Writing): Promise<void> {
  const { added, moved, retired } = plan.lessons;
  await recordAct(tx, {
    ...actAuthor(tx, by),
    action: 'integrations.importTimetable',
    subject: { file: name, ...span, added: added.length, changed: moved.length, retired: retired.length },
  });
  const assignmentOf = new Map(known.lessons.map(({ id, assignmentId }) => [id, assignmentId]));
  const pageIds = new Set([
    ...[...added, ...moved].map(({ assignmentId }) => assignmentId),
    ...retired.flatMap((id) => assignmentOf.get(id) ?? []),
  ]);
  if (pageIds.size > 0) {
    await rebindHomework(
      tx,
      { pageIds: [...pageIds], from: span.from },
      { personId: by?.personId ?? null, sessionId: by?.sessionId ?? null, now: new Date() },
    );
  }
  const classIds = new Set([...pageIds].flatMap((id) => plan.pages.all.get(id)?.group.classIds ?? []));
  if (pageIds.size > 0)
    await announce(tx, {
      name: timetableChanged,
      topics: [staffTopic, ...[...classIds].map(classTopic), ...[...pageIds].map(pageTopic)],
      payload: span satisfies TimetableChanged,
    });
  const staffIds = [...new Set(plan.pages.teachers.map(({ staffId }) => staffId))];
  if (staffIds.length > 0) await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids: staffIds });
}

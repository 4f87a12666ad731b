import { retiredSubjects, schoolSubjects } from '#modules/curriculum/index.ts';
import { heldRoles } from '#modules/identity/index.ts';
import { entriesAndLocks, entriesSince, type AskedEntries } from '#modules/journal/index.ts';
import { yearFrame } from '#modules/organisation/index.ts';
import { rosterSnapshot } from '#modules/roster/index.ts';
import { lessonsBetween, templatesOfYear } from '#modules/timetable/index.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { Entry } from '../import-journal/entry-rules.ts';
import { NotReady } from '../roster-import/import-roster.ts';
import { idOf } from './people-units.ts';
import { usesOutside } from './queries.ts';
import type { Present, Uses } from './units.ts';

/** The school as it is now, as far as an import can have written it. */
export async function presentSchool(
  tx: Tx,
  { journal, startDate }: { readonly journal: readonly Entry[]; readonly startDate: string },
): Promise<Present> {
  const frame = await yearFrame(tx, startDate);
  if (!frame) throw new NotReady('school.noYear');
  const days = journal
    .flatMap(({ fact, new: now }) => (fact === 'lesson' ? [idOf(now, 'date')] : []))
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    roster: await rosterSnapshot(tx, frame.year.id),
    roles: await heldRoles(tx, '1900-01-01'),
    subjects: [...(await schoolSubjects(tx)), ...(await retiredSubjects(tx))],
    templates: await templatesOfYear(tx, frame.year.id),
    lessons: first === undefined || last === undefined ? [] : await lessonsBetween(tx, first, last),
  };
}

/** What others wrote since. `access`: whose account or slip is newer than the import. */
export async function usesSince(
  tx: Tx,
  {
    journal,
    present,
    access,
  }: { readonly journal: readonly Entry[]; readonly present: Present; readonly access: ReadonlySet<string> },
): Promise<Uses> {
  const madeIds = (fact: Entry['fact']) =>
    journal.flatMap((entry) => (entry.fact === fact && entry.old === null ? [entry.id] : []));
  const newLessons = new Set(madeIds('lesson'));
  const going = present.lessons.filter(
    ({ id, isChanged, state }) => newLessons.has(id) && !isChanged && state === 'planned',
  );
  const found = await entriesSince(tx, {
    ...askedOf(journal),
    goingLessonIds: going.map(({ id }) => id),
  });
  const outside = await usesOutside(tx, { staffIds: madeIds('staff'), classIds: madeIds('class') });
  const { held, noted } = await entriesAndLocks(tx as unknown as AnyTx, {
    lessonIds: [...newLessons],
    days: [],
  });
  return {
    access,
    entries: new Map(Object.entries(found.students)),
    pages: new Map(Object.entries(found.pages)),
    teachers: new Map(Object.entries(found.teachers)),
    staff: new Set(outside.staff),
    classes: new Set(outside.classes),
    lessons: new Set([...held, ...noted]),
  };
}

function askedOf(journal: readonly Entry[]): Omit<AskedEntries, 'goingLessonIds'> {
  const isMade = ({ old }: Entry) => old === null;
  const of = (fact: Entry['fact']) => journal.filter((entry) => entry.fact === fact);
  const admissions = of('admission').filter(isMade);
  const admitted = new Set(admissions.map(({ new: now }) => idOf(now, 'studentId')));
  const joined = Map.groupBy([...admissions, ...of('membership').filter(isMade)], ({ new: now }) =>
    idOf(now, 'studentId'),
  );
  const opened = of('assignment').filter(({ old }) => old === null || old['isRetired'] === true);
  const openedIds = new Set(opened.map(({ id }) => id));
  return {
    students: [...joined].map(([studentId, entries]) => ({
      studentId,
      groupIds: entries.flatMap(({ fact, new: now }) =>
        fact === 'membership' ? [idOf(now, 'groupId')] : [],
      ),
      from: entries.map(({ new: now }) => idOf(now, 'startDate')).toSorted()[0] ?? '',
      isAdmitted: admitted.has(studentId),
    })),
    pageIds: [...openedIds],
    teachers: of('teacher')
      .filter(isMade)
      .filter(({ new: now }) => !openedIds.has(idOf(now, 'assignmentId')))
      .map(({ new: now }) => ({
        pageId: idOf(now, 'assignmentId'),
        staffId: idOf(now, 'staffId'),
        from: idOf(now, 'startDate'),
      })),
  };
}

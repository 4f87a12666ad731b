import type { Entry } from '../import-journal/entry-rules.ts';
import { hasBeen } from '../roster-import/plan.ts';
import type { Change } from '../roster-import/people.ts';
import { changesBack, idOf } from './people-units.ts';
import { isTakenOver } from './staff-units.ts';
import type { Ledger, Unit, Uses } from './units.ts';

/** Journal pages with their teachers, groups, classes and subjects. */
export function structureUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  return [
    ...pageUnits(ledger, uses),
    ...ledger.of('group').map((entry) => groupUnit(ledger, entry)),
    ...ledger.of('class').map((entry) => classUnit(ledger, uses, entry)),
    ...ledger.of('subject').map((entry) => subjectUnit(ledger, entry)),
  ];
}

function pageUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  const pages = Map.groupBy([...ledger.of('assignment'), ...ledger.of('teacher')], (entry) =>
    entry.fact === 'assignment' ? entry.id : idOf(entry.new, 'assignmentId'),
  );
  const classOfGroup = new Map(ledger.of('class').map(({ id, new: now }) => [idOf(now, 'groupId'), id]));
  return [...pages].map(([pageId, entries]): Unit => {
    const page = entries.find(({ fact }) => fact === 'assignment');
    const isOpened = page !== undefined && (page.old === null || page.old['isRetired'] === true);
    const came = entries.filter(({ fact, old }) => fact === 'teacher' && old === null);
    const staffIds = came.map(({ new: now }) => idOf(now, 'staffId'));
    const row = ledger.row('assignment', pageId) ?? {};
    const groupId = idOf(row, 'groupId');
    const classId = classOfGroup.get(groupId);
    return {
      key: `page ${pageId}`,
      back: {
        kind: isOpened ? 'removed' : 'restored',
        of: page ? 'assignment' : 'teacher',
        name: ledger.pageName(pageId),
        fields: isOpened ? [] : pageChanges(ledger, entries),
      },
      entries,
      reason: pageReason(ledger, uses, { pageId, page, entries, isOpened, staffIds }),
      holds: [
        classId === undefined ? `group ${groupId}` : `class ${classId}`,
        `subject ${idOf(row, 'subjectId')}`,
        ...staffIds.flatMap((id) => [`staff ${id}`, `role ${id} teacher`]),
      ],
    };
  });
}

function pageReason(
  ledger: Ledger,
  uses: Uses,
  of: {
    readonly pageId: string;
    readonly page: Entry | undefined;
    readonly entries: readonly Entry[];
    readonly isOpened: boolean;
    readonly staffIds: readonly string[];
  },
): Unit['reason'] {
  const { pageId, page, entries, isOpened, staffIds } = of;
  const rows = ledger.present.roster.teachers.filter(({ assignmentId }) => assignmentId === pageId);
  const isNew = page?.old === null;
  const hasOthers = isNew && rows.some((one) => hasBeen(one) && !ledger.has('teacher', one.id));
  const ended = entries.filter(({ fact }) => fact === 'teacher');
  if (
    !entries.every(ledger.isSame) ||
    hasOthers ||
    isTakenOver(ledger, rows, { fact: 'teacher', entries: ended })
  )
    return { code: 'changed' };
  const used = uses.pages.get(pageId);
  if (isOpened && used && used.entries > 0) return { code: 'entries', facts: { count: used.entries } };
  if (isOpened && used && used.lessons > 0) return { code: 'lessons', facts: { count: used.lessons } };
  const written = staffIds.reduce((sum, id) => sum + (uses.teachers.get(`${pageId}|${id}`) ?? 0), 0);
  return written > 0 ? { code: 'entries', facts: { count: written } } : null;
}

function pageChanges(ledger: Ledger, entries: readonly Entry[]): readonly Change[] {
  const staff = (isMade: boolean) =>
    entries
      .filter(({ fact, old }) => fact === 'teacher' && (old === null) === isMade)
      .map(({ new: now }) => ledger.person(idOf(now, 'staffId')))
      .join(', ') || null;
  const hours = entries
    .filter(({ fact }) => fact === 'assignment')
    .flatMap(changesBack)
    .filter(({ field }) => field === 'hoursTenths')
    .map((one) => ({ field: 'hours', old: String(Number(one.old) / 10), new: String(Number(one.new) / 10) }));
  const [came, went] = [staff(true), staff(false)];
  return came === null && went === null ? hours : [...hours, { field: 'teacher', old: came, new: went }];
}

const removed = (of: 'group' | 'class' | 'subject', name: string): Unit['back'] => ({
  kind: 'removed',
  of,
  name,
  fields: [],
});

/** Members and pages of a group that others gave it. */
function useOfGroup(ledger: Ledger, groupId: string): Unit['reason'] {
  const { memberships, assignments } = ledger.present.roster;
  if (memberships.some((one) => one.groupId === groupId && hasBeen(one) && !ledger.has('membership', one.id)))
    return { code: 'members' };
  const isForeign = (one: (typeof assignments)[number]) =>
    one.groupId === groupId && !one.isRetired && !ledger.has('assignment', one.id);
  return assignments.some(isForeign) ? { code: 'pages' } : null;
}

function groupUnit(ledger: Ledger, entry: Entry): Unit {
  const classIds = (entry.new['classIds'] ?? []) as readonly string[];
  return {
    key: `group ${entry.id}`,
    back: removed('group', idOf(entry.new, 'name')),
    entries: [entry],
    reason: ledger.isSame(entry) ? useOfGroup(ledger, entry.id) : { code: 'changed' },
    holds: classIds.map((id) => `class ${id}`),
  };
}

function classUnit(ledger: Ledger, uses: Uses, entry: Entry): Unit {
  const { roster } = ledger.present;
  const { id } = entry;
  const shift = ledger.row('class', id)?.['shift'];
  const groupId = idOf(entry.new, 'groupId');
  const isLed = roster.homerooms.some(
    (one) => one.classId === id && hasBeen(one) && !ledger.has('homeroom', one.id),
  );
  const hasGroups = roster.groups.some(
    (one) => one.id !== groupId && one.classIds.includes(id) && !ledger.has('group', one.id),
  );
  const reason = (): Unit['reason'] => {
    if (!ledger.isSame(entry) || shift !== 1 || hasGroups) return { code: 'changed' };
    if (isLed) return { code: 'leads' };
    return useOfGroup(ledger, groupId) ?? (uses.classes.has(id) ? { code: 'specialDays' } : null);
  };
  return {
    key: `class ${id}`,
    back: removed('class', ledger.className(id)),
    entries: [entry],
    reason: reason(),
    holds: [],
  };
}

function subjectUnit(ledger: Ledger, entry: Entry): Unit {
  const isForeign = ledger.present.roster.assignments.some(
    (one) => one.subjectId === entry.id && !one.isRetired && !ledger.has('assignment', one.id),
  );
  return {
    key: `subject ${entry.id}`,
    back: removed('subject', idOf(entry.new, 'name')),
    entries: [entry],
    reason: ledger.isSame(entry) ? (isForeign ? { code: 'pages' } : null) : { code: 'changed' },
    holds: [],
  };
}

import { createHash } from 'node:crypto';
import type { Actor } from '#platform/actor.ts';
import { retiredSubjects, schoolSubjects } from '#modules/curriculum/index.ts';
import { heldRoles } from '#modules/identity/index.ts';
import { schoolHead, yearFrame } from '#modules/organisation/index.ts';
import { rosterSnapshot } from '#modules/roster/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Tx } from '#platform/db/tx.ts';
import { readTables, UnreadableFile, type Sheet } from '#platform/spreadsheet/index.ts';
import { isError, type Report, type RosterFault } from '../roster-file/fault.ts';
import { findTable, type ChosenColumns, type Table } from '../roster-file/find-table.ts';
import { readLoad, readStaff, readStudents, type Rows } from '../roster-file/read-rows.ts';
import { recordImport } from '../import-journal/commands.ts';
import { rosterEntries } from '../import-journal/roster-entries.ts';
import type { Difference } from './difference.ts';
import { peopleOf } from './people.ts';
import { planLoad } from './plan-load.ts';
import { planStaff } from './plan-staff.ts';
import { planStudents } from './plan-students.ts';
import { noWrites, type Before, type Plan } from './plan.ts';
import { structureOf } from './structure.ts';
import { writePlan, type SnilsKeys } from './write-plan.ts';

/** A file as it came, by its name. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

export type RosterImport = {
  readonly schoolId: number;
  readonly files: readonly ImportFile[];
  /** The day from which the files are true, `YYYY-MM-DD`. */
  readonly date: string;
  /** False = only say what would be done. */
  readonly commits: boolean;
  /** Leave rows with errors out instead of refusing the whole. */
  readonly skipsBadRows: boolean;
  /** What a person has chosen for columns, by the name of the sheet. */
  readonly columns?: ReadonlyMap<string, ChosenColumns>;
  /** Writes only what has this fingerprint: what somebody has read and agreed to. */
  readonly expected?: string;
};

/** Who imports; null = the command line. */
export type ImportBy = Pick<Actor, 'accountId' | 'personId' | 'sessionId'> | null;

export type RosterOutcome = {
  readonly rows: Readonly<Record<Table['kind'], number>>;
  readonly differences: readonly Difference[];
  readonly unchanged: number;
  readonly faults: readonly RosterFault[];
  readonly errors: number;
  readonly isCommitted: boolean;
  readonly tables: readonly Table[];
  /** Of all that would be written: another one means that file or school are not what they were. */
  readonly fingerprint: string;
};

/** What the school lacks for an import. */
export class NotReady extends Error {
  override name = 'NotReady';
  readonly code: 'school.absent' | 'school.noYear' | 'school.noClasses' | 'file.noTables';

  constructor(code: NotReady['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Compares the tables of some files with a school's roster and, when asked to and nothing is wrong, writes the
 * differences in one transaction. The same files again change nothing. Throws UnreadableFile, NotReady.
 */
export async function importRoster(
  { database, keys }: { readonly database: Database; readonly keys: SnilsKeys },
  given: RosterImport,
): Promise<RosterOutcome> {
  return database.inSchool({ schoolId: given.schoolId, studentIds: '*' }, (tx) =>
    importRosterIn(tx, { keys, by: null, now: new Date() }, given),
  );
}

/** The same in a transaction that is open already; `now` = the moment the school lives in. */
export async function importRosterIn(
  tx: Tx,
  { keys, by, now }: { readonly keys: SnilsKeys; readonly by: ImportBy; readonly now: Date },
  given: RosterImport,
): Promise<RosterOutcome> {
  const sheets = given.files.flatMap(sheetsOf);
  const { plan, tables, faults, rows } = planRoster(await beforeImport(tx, given.date), {
    sheets,
    given,
    keys,
  });
  const errors = faults.filter(isError).length;
  const { differences, unchanged } = plan;
  const fingerprint = fingerprintOf({ differences, faults, date: given.date });
  const isWanted = given.expected === undefined || given.expected === fingerprint;
  const isCommitted = given.commits && isWanted && (errors === 0 || given.skipsBadRows);
  const files = given.files.map(({ name }) => name);
  if (isCommitted && differences.length > 0) {
    const { roleIds } = await writePlan(tx, plan, { keys, files, by });
    const of = (kind: Difference['kind']) => differences.filter((one) => one.kind === kind).length;
    await recordImport(tx, {
      by,
      now,
      kind: 'lists',
      tables: [...new Set(tables.map(({ kind }) => kind))],
      files,
      startDate: given.date,
      counts: { new: of('new'), changed: of('changed'), retired: of('retired') },
      entries: rosterEntries(plan, roleIds),
    });
  }
  return { rows, differences, unchanged, faults, errors, isCommitted, tables, fingerprint };
}

export function fingerprintOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

/** A file that cannot be read is named in the facts. */
function sheetsOf({ name, bytes }: ImportFile): readonly Sheet[] {
  try {
    return readTables(bytes, name);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableFile(error.code, { ...error.facts, file: name });
  }
}

async function beforeImport(tx: Tx, date: string): Promise<Before> {
  if (!(await schoolHead(tx))) throw new NotReady('school.absent');
  const frame = await yearFrame(tx, date);
  if (!frame) throw new NotReady('school.noYear');
  return beforeOf(tx, { frame, roster: await rosterSnapshot(tx, frame.year.id) }, date);
}

/** A school before an import of a day. */
export async function beforeOf(
  tx: Tx,
  { frame, roster }: Pick<Before, 'frame' | 'roster'>,
  date: string,
): Promise<Before> {
  return {
    frame,
    roster,
    subjects: await schoolSubjects(tx),
    retiredSubjects: await retiredSubjects(tx),
    roles: await heldRoles(tx, date),
  };
}

type Sources = { readonly sheets: readonly Sheet[]; readonly given: RosterImport; readonly keys: SnilsKeys };

function planRoster(before: Before, { sheets, given, keys }: Sources) {
  const faults: RosterFault[] = [];
  const report: Report = (code, at, facts = {}) => void faults.push({ code, at, facts });
  const tables = sheets.flatMap((sheet) => findTable(sheet, report, given.columns?.get(sheet.name)) ?? []);
  if (tables.length === 0) throw new NotReady('file.noTables');
  const { schoolId, date } = given;
  const plan: Plan = {
    before,
    people: peopleOf(before.roster.persons, (snils) =>
      keys.index('snils', { schoolId }, snils).toString('hex'),
    ),
    structure: structureOf(before.roster),
    writes: noWrites(),
    differences: [],
    concerned: new Set(),
    unchanged: 0,
    date,
    report,
  };
  const of = (kind: Table['kind']) => tables.filter((table) => table.kind === kind);
  const students = together(of('students').map((table) => readStudents(table, date, report)));
  const staff = together(of('staff').map((table) => readStaff(table, date, report)));
  const load = together(of('load').map((table) => readLoad(table, report)));
  planStudents(plan, students);
  planStaff(plan, staff);
  planLoad(plan, load);
  const count = ({ rows, bad }: Rows<unknown>) => rows.length + bad;
  return {
    plan,
    tables,
    faults,
    rows: { students: count(students), staff: count(staff), load: count(load) },
  };
}

const together = <Row>(lists: readonly Rows<Row>[]): Rows<Row> => ({
  rows: lists.flatMap(({ rows }) => rows),
  bad: lists.reduce((sum, { bad }) => sum + bad, 0),
});

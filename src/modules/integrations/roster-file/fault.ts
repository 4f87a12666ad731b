export type RosterFaultCode = (typeof rosterFaultCodes)[number];

/** What may be wrong with a cell, a row or a table; `ru.ts` and `en.ts` word each code. */
export const rosterFaultCodes = [
  'table.unknown',
  'header.missing',
  'header.double',
  'column.unknown',
  'column.notKept',
  'row.headerAgain',
  'row.double',
  'row.conflict',
  'cell.formula',
  'cell.broken',
  'cell.missing',
  'cell.tooLong',
  'name.badSigns',
  'date.notADate',
  'date.impossible',
  'date.outOfRange',
  'gender.unknown',
  'snils.digits',
  'snils.control',
  'snils.taken',
  'snils.differs',
  'class.unknown',
  'class.absent',
  'phone.bad',
  'email.bad',
  'kinship.unknown',
  'guardian.incomplete',
  'subgroup.bad',
  'subject.unknown',
  'subject.similar',
  'teacher.unknown',
  'teacher.ambiguous',
  'hours.bad',
  'journalKind.unknown',
  'homeroom.twice',
  'group.empty',
  'rows.keptBack',
  'classes.untouched',
] as const;

export type RosterFault = {
  readonly code: RosterFaultCode;
  /** «Ученики!D17», or the sheet's name. */
  readonly at: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Faults that are told and stop nothing; every other one is an error of its row. */
const remarks: ReadonlySet<RosterFaultCode> = new Set([
  'table.unknown',
  'column.unknown',
  'column.notKept',
  'row.headerAgain',
  'row.double',
  'phone.bad',
  'email.bad',
  'group.empty',
  'rows.keptBack',
  'classes.untouched',
]);

export const isError = (fault: RosterFault) => !remarks.has(fault.code);

export type Report = (code: RosterFaultCode, at: string, facts?: RosterFault['facts']) => void;

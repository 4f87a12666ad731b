import type { AscFault } from '../asc/read-asc.ts';

export type FindingCode =
  | AscFault['code']
  | 'match.class'
  | 'match.subject'
  | 'match.teacher'
  | 'map.unknown'
  | 'load.noPage'
  | 'load.teacherDiffers'
  | 'load.groupDiffers'
  | 'page.made'
  | 'bells.missing'
  | 'bells.differ'
  | 'cycle.noAnchor'
  | 'room.made'
  | 'lesson.changedByHand'
  | 'clash.teacher'
  | 'clash.room'
  | 'clash.class';

/** Something to know about a timetable file; `ru.ts` and `en.ts` word it. */
export type Finding = {
  readonly code: FindingCode;
  readonly facts: Readonly<Record<string, string | number>>;
};

const errors: ReadonlySet<FindingCode> = new Set([
  'match.class',
  'match.subject',
  'match.teacher',
  'map.unknown',
]);

/** Until it is mended or passed over on purpose nothing is written. */
export const stopsImport = (finding: Finding) => errors.has(finding.code);

export type Tell = (code: FindingCode, facts?: Finding['facts']) => void;

import type { AttendanceFact } from '../../attendance/contract.ts';
import type { FinalMarkKind } from '../../final-marks/contract.ts';
import type { DueRule } from '#modules/homework/assignments/contract.ts';

/** Where something of a journal page stands. */
export type Places = {
  readonly mark: {
    readonly workId: string;
    readonly studentId: string;
    readonly attempt: number;
    readonly slot: number;
  };
  readonly attendance: { readonly lessonId: string; readonly studentId: string };
  readonly finalMark: {
    readonly studentId: string;
    readonly gradingPeriodId: string;
    readonly kind: FinalMarkKind;
  };
  readonly work: { readonly workId: string };
  readonly record: { readonly lessonId: string };
  readonly homework: { readonly lessonId: string };
};

/** What can stand there. */
export type Contents = {
  readonly mark: {
    readonly value: string | null;
    readonly comment: string | null;
    readonly pointDue: string | null;
  };
  readonly attendance: { readonly fact: AttendanceFact; readonly minutes: number | null };
  readonly finalMark: { readonly value: string | null };
  readonly work: {
    readonly lessonId: string;
    readonly ordinal: number;
    readonly workTypeId: string;
    readonly weight: number;
    readonly title: string | null;
  };
  readonly record: { readonly topic: string | null; readonly attendanceTaken: boolean };
  readonly homework: {
    readonly text: string;
    readonly minutes: number | null;
    readonly dueRule: DueRule;
    readonly dueLessonId: string | null;
    readonly dueDate: string | null;
    readonly publishAt: string | null;
  };
};

export type Kind = keyof Places;

export type ReasonCode = 'entered' | 'corrected' | 'retake' | 'undo';

export type WriteOf<K extends Kind> = {
  readonly key: string;
  readonly kind: K;
  readonly place: Places[K];
  readonly content: Contents[K];
  /** What stood there on this device before; null = nothing. */
  readonly before: Contents[K] | null;
  /** The version this device saw; 0 = nothing there. */
  readonly expected: number;
  readonly reasonCode: ReasonCode;
  /** Typed where the school asks for it. */
  readonly reason: string | null;
  /** A mark's work that the server does not know yet. */
  readonly needs: NeededWork | null;
};

export type NeededWork = {
  readonly id: string;
  readonly lessonId: string;
  readonly ordinal: number;
  readonly workTypeId: string;
  readonly weight: number | null;
  readonly title: string | null;
};

/** One change waiting for the server. */
export type Write = { readonly [K in Kind]: WriteOf<K> }[Kind];

export const keyOf = {
  mark: ({ workId, studentId, attempt, slot }: Places['mark']) =>
    `mark ${workId} ${studentId} ${attempt} ${slot}`,
  attendance: ({ lessonId, studentId }: Places['attendance']) => `attendance ${lessonId} ${studentId}`,
  finalMark: ({ studentId, gradingPeriodId, kind }: Places['finalMark']) =>
    `finalMark ${studentId} ${gradingPeriodId} ${kind}`,
  work: ({ workId }: Places['work']) => `work ${workId}`,
  record: ({ lessonId }: Places['record']) => `record ${lessonId}`,
  homework: ({ lessonId }: Places['homework']) => `homework ${lessonId}`,
} as const satisfies { readonly [K in Kind]: (place: Places[K]) => string };

/** Whether two contents of one place say the same; an empty mark is the same as none. */
export function isSame(one: Contents[Kind] | null, other: Contents[Kind] | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(content: Contents[Kind] | null): string {
  if (content === null) return '';
  const said = Object.entries(content)
    .filter(([name, value]) => value !== null && value !== '' && !(name === 'fact' && value === 'present'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return said.length === 0 ? '' : JSON.stringify(said);
}

import { frameChanged, type FrameChanged } from '#modules/organisation/events.ts';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { insertMany, updateMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { schoolTopic } from '#platform/outbox/topics.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { Ending } from '../enrolment/commands.ts';

export type AssignmentRow = {
  readonly id: string;
  readonly groupId: string;
  readonly subjectId: string;
  readonly journalKind: 'lesson' | 'extracurricular';
  /** Null = no marks. */
  readonly scaleId: string | null;
  readonly hoursTenths: number;
};

export type AssignmentTeacher = {
  readonly id: string;
  readonly assignmentId: string;
  readonly staffId: string;
  readonly startDate: string;
  readonly endDate?: string | null;
};

/** Opens journal pages in a year. */
export async function addAssignments(
  tx: Tx,
  yearId: string,
  assignments: readonly AssignmentRow[],
): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.teaching_assignment',
      columns: [
        'school_id',
        'id',
        'academic_year_id',
        'group_id',
        'subject_id',
        'journal_kind',
        'scale_id',
        'hours_per_week_tenths',
      ],
    },
    assignments.map((row) => [
      tx.schoolId,
      row.id,
      yearId,
      row.groupId,
      row.subjectId,
      row.journalKind,
      row.scaleId,
      row.hoursTenths,
    ]),
  );
}

/** Writes weekly hours anew and brings retired pages back, or retires pages; their entries stay. */
export async function changeAssignments(
  tx: Tx,
  changes: readonly {
    readonly id: string;
    readonly hoursTenths: number;
    /** ISO moment, null = in use. */
    readonly retiredAt: string | null;
  }[],
): Promise<void> {
  await updateMany(
    tx,
    {
      table: 'roster.teaching_assignment',
      key: 'id',
      columns: ['hours_per_week_tenths', 'retired_at'],
    },
    changes.map(({ id, hoursTenths, retiredAt }) => [id, hoursTenths, retiredAt]),
  );
}

/** Gives journal pages a scale of marks. */
export async function setScaleOfPages(
  tx: AnyTx,
  actor: Actor,
  { scaleId, pages }: { readonly scaleId: string; readonly pages: readonly ScaledPage[] },
): Promise<void> {
  if (pages.length === 0) return;
  await updateMany(
    tx,
    { table: 'roster.teaching_assignment', key: 'id', columns: ['scale_id'] },
    pages.map(({ pageId }) => [pageId, scaleId]),
  );
  const before = pages.map((page) => [page.pageId, page.scaleId]);
  await recordAct(tx, { ...actor, action: 'roster.setScaleOfPages', subject: { scaleId, before } });
  const payload: FrameChanged = { what: 'scales' };
  await announce(tx, { name: frameChanged, topics: [schoolTopic], payload });
}

type ScaledPage = { readonly pageId: string; readonly scaleId: string };

/** Gives pages their teachers; a new teacher makes no new page. */
export async function addTeachers(tx: Tx, teachers: readonly AssignmentTeacher[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.assignment_teacher',
      columns: ['school_id', 'id', 'assignment_id', 'staff_id', 'start_date', 'end_date'],
    },
    teachers.map(({ id, assignmentId, staffId, startDate, endDate = null }) => [
      tx.schoolId,
      id,
      assignmentId,
      staffId,
      startDate,
      endDate,
    ]),
  );
}

/** The last days of teachers on their pages. */
export async function endTeachers(tx: Tx, endings: readonly Ending[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.assignment_teacher', key: 'id', columns: ['end_date'] },
    endings.map(({ id, endDate }) => [id, endDate]),
  );
}

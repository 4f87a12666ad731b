import type { AttendanceFact } from '../../attendance/contract.ts';
import type { LockCode } from '../../marks/contract.ts';
import {
  type Contents,
  type Kind,
  type NeededWork,
  type Places,
  type ReasonCode,
  type Write,
  isSame,
  keyOf,
} from '../queue/writes.ts';
import { newId } from '#web/new-id.ts';
import type { Column, FinalColumn, PageModel, Student } from './model.ts';
import { type PageStore, finalPlace } from './page-store.ts';
import { type UndoStep, keepStack, readStack, remember, stepBack, stepForward } from './undo.ts';

export type Cell = { readonly column: Column; readonly student: Student };

/** What became of an act. `closed`: nothing was written, and why; `ask`: the school wants a reason first. */
export type ActResult =
  | { readonly state: 'done'; readonly count: number; readonly skipped: LockCode | null }
  | { readonly state: 'closed'; readonly lock: LockCode; readonly cell: Cell }
  | { readonly state: 'conflict'; readonly key: string }
  | { readonly state: 'ask'; readonly lessonId: string };

export type MarkChange = Partial<Contents['mark']> & {
  readonly attempt?: number;
  readonly slot?: number;
  readonly since?: number | undefined;
};

/** A cell with what it shall say; null leaves what stands. */
export type PastedCell = {
  readonly cell: Cell;
  readonly value: string | null;
  readonly second: string | null;
  readonly fact: AttendanceFact | null;
};

/** What a teacher does on the page. Everything is written at once here and sent by the queue. */
export type Acts = ReturnType<typeof pageActs>;

type Entry = {
  readonly kind: Kind;
  readonly place: Places[Kind];
  readonly content: Contents[Kind];
  /** The version a text was typed over, when others have changed it since: it shall be a conflict, not a silent loss. */
  readonly since?: number | undefined;
};

export function pageActs(store: PageStore, pageId: string, undoReason: string) {
  let stack = readStack(pageId);
  /** Typed reasons by lesson, so that a column asks once. */
  const reasons = new Map<string, string>();

  const write = (entries: readonly Entry[], by: ReasonCode | null, isStep = true) => {
    const changed = entries.filter(({ kind, place, content }) => !isSame(contentAt(kind, place), content));
    if (changed.length === 0) return 0;
    const writes = changed.map((entry) => writeOf(entry, by));
    if (isStep) {
      stack = remember(
        stack,
        writes.map(({ key, kind, place, before, content }) => ({ key, kind, place, before, after: content })),
      );
      keepStack(pageId, stack);
    }
    store.queue.put(writes);
    return writes.length;
  };
  const contentAt = (kind: Kind, place: Places[Kind]) => store.contentOf(keyAt(kind, place));

  const writeOf = ({ kind, place, content, since }: Entry, by: ReasonCode | null): Write => {
    const key = keyAt(kind, place);
    const before = store.contentOf(key);
    const lessonId = kind === 'mark' ? lessonOf(store.model.peek(), place as Places['mark']) : null;
    const reason = lessonId === null ? null : (reasons.get(lessonId) ?? null);
    return {
      key,
      kind,
      place,
      content,
      before,
      expected: since ?? store.known(key)?.version ?? 0,
      reasonCode: by ?? reasonCodeOf(before, place),
      reason: by === 'undo' && reason === null ? reasonOfUndo(lessonId) : reason,
      needs: kind === 'mark' ? neededWork(place as Places['mark']) : null,
    } as Write;
  };
  const reasonOfUndo = (lessonId: string | null) => {
    const lesson = store.model.peek().lessons.find(({ id }) => id === lessonId);
    return lesson && store.needsReason(lesson) ? undoReason : null;
  };
  const neededWork = ({ workId }: Places['mark']): NeededWork | null => {
    if (store.known(keyOf.work({ workId })) !== null) return null;
    const column = store.model.peek().columns.find(({ work }) => work.id === workId);
    if (!column?.work.type || column.work.ordinal !== 1) return null;
    const { id, lessonId, ordinal, type, title } = column.work;
    return { id, lessonId, ordinal, workTypeId: type.id, weight: null, title };
  };

  /** The first reason against, over all cells: a conflict must be decided first, a lock may close single cells. */
  const openCells = (cells: readonly Cell[], isMark: boolean): readonly Cell[] | ActResult => {
    const open: Cell[] = [];
    let lock: { lock: LockCode; cell: Cell } | null = null;
    for (const cell of cells) {
      const closed = store.lockOf(cell.column.lesson, cell.student);
      if (closed === null || (!isMark && closed === 'marks.noMarksHere')) open.push(cell);
      else lock ??= { lock: closed, cell };
      const key = conflictIn(cell);
      if (key !== null) return { state: 'conflict', key };
    }
    if (open.length === 0 && lock !== null) return { state: 'closed', ...lock };
    const asks = open.find(({ column: { lesson } }) => store.needsReason(lesson) && !reasons.has(lesson.id));
    if (isMark && asks) return { state: 'ask', lessonId: asks.column.lesson.id };
    return open;
  };
  const conflictIn = ({ column, student }: Cell): string | null => {
    const keys = store.marksAt(column.work.id, student.id).map(keyOf.mark);
    keys.push(keyOf.attendance({ lessonId: column.lesson.id, studentId: student.id }));
    return keys.find((key) => store.stateOf(key) === 'conflict') ?? null;
  };
  const act = (
    cells: readonly Cell[],
    isMark: boolean,
    entriesOf: (cell: Cell) => readonly Entry[],
  ): ActResult => {
    const open = openCells(cells, isMark);
    if (!isList(open)) return open;
    const count = write(open.flatMap(entriesOf), null);
    const closed = cells.find((cell) => !open.includes(cell));
    return {
      state: 'done',
      count,
      skipped: closed ? store.lockOf(closed.column.lesson, closed.student) : null,
    };
  };
  /** A value over what stands in a cell: its newest attempt; a second value of a dual mark comes along or goes. */
  const markOver = ({ column, student }: Cell, value: string, second: string | null = null): Entry[] => {
    const places = store.marksAt(column.work.id, student.id);
    const standing = places.filter((place) => (store.contentAt('mark', place)?.value ?? null) !== null);
    const attempt = Math.max(1, ...standing.map((place) => place.attempt));
    const place = { workId: column.work.id, studentId: student.id, attempt, slot: 1 };
    const other = { ...place, slot: 2 };
    const entry = (at: Places['mark'], code: string): Entry => ({
      kind: 'mark',
      place: at,
      content: marked(store.contentAt('mark', at), code),
    });
    if (second !== null) return [entry(place, value), entry(other, second)];
    return [entry(place, value), ...(store.contentAt('mark', other) ? [emptied(other)] : [])];
  };
  const emptied = (place: Places['mark']): Entry => ({ kind: 'mark', place, content: noMark });
  const step = (turn: typeof stepBack, side: 'before' | 'after') => {
    const turned = turn(stack, store.contentOf);
    if (turned === null) return null;
    stack = turned.stack;
    keepStack(pageId, stack);
    const entries = turned.step.map((one): Entry => {
      const content = one[side] ?? nothing[one.kind as keyof typeof nothing];
      return { kind: one.kind, place: one.place, content };
    });
    write(entries, 'undo', false);
    return { step: turned.step as UndoStep, isOverwritten: turned.isOverwritten };
  };

  return {
    /** A value over what stands in the cells: the newest attempt, a dual second value goes. */
    setMark: (cells: readonly Cell[], value: string) => act(cells, true, (cell) => markOver(cell, value)),
    /** What a spreadsheet says of many cells: one step back, marks in one request. */
    paste(pasted: readonly PastedCell[]) {
      const saidOf = new Map(pasted.map((one) => [one.cell, one]));
      const hasMarks = pasted.some(({ value }) => value !== null);
      return act([...saidOf.keys()], hasMarks, (cell) => {
        const { value = null, second = null, fact = null } = saidOf.get(cell) ?? {};
        const marks = value === null ? [] : markOver(cell, value, second);
        if (fact === null) return marks;
        const place = attendancePlace(cell.column, cell.student);
        return [...marks, { kind: 'attendance', place, content: { fact, minutes: null } }];
      });
    },
    /** One certain value of a cell: the second of a dual mark, a retake, a comment. */
    changeMark: ({ column, student }: Cell, { attempt = 1, slot = 1, since, ...change }: MarkChange) =>
      act([{ column, student }], true, () => {
        const place = { workId: column.work.id, studentId: student.id, attempt, slot };
        const old = store.contentAt('mark', place) ?? noMark;
        const content =
          change.value === undefined
            ? { ...old, ...change }
            : change.value === null
              ? noMark
              : { ...marked(old, change.value), ...change };
        return [{ kind: 'mark', place, content, since }];
      }),
    /** Takes all marks of the works away. */
    clear: (cells: readonly Cell[]) =>
      act(cells, true, ({ column, student }) => store.marksAt(column.work.id, student.id).map(emptied)),
    /** Fills every cell with the mark of the topmost one of its column. */
    fillDown: (cells: readonly Cell[]) =>
      act(cells, true, ({ column, student }) => {
        const top = cells.find((cell) => cell.column === column);
        const source = top && { workId: column.work.id, studentId: top.student.id, attempt: 1, slot: 1 };
        const value = source ? (store.contentAt('mark', source)?.value ?? null) : null;
        if (value === null) return [];
        const place = { workId: column.work.id, studentId: student.id, attempt: 1, slot: 1 };
        return [{ kind: 'mark', place, content: marked(store.contentAt('mark', place), value) }];
      }),
    /** Sets the fact, or takes it back where all cells have it already. */
    toggleAttendance(cells: readonly Cell[], fact: AttendanceFact, minutes: number | null = null) {
      const places = cells.map(({ column, student }) => attendancePlace(column, student));
      const isThere = places.every((place) => {
        const now = store.contentAt('attendance', place);
        return now?.fact === fact && now.minutes === minutes;
      });
      const content = isThere ? nothing.attendance : { fact, minutes };
      return act(cells, false, ({ column, student }) => [
        { kind: 'attendance', place: attendancePlace(column, student), content },
      ]);
    },
    setFinal(column: FinalColumn, student: Student, value: string | null): boolean {
      return write([{ kind: 'finalMark', place: finalPlace(column, student), content: { value } }], null) > 0;
    },
    /** One more work of the lesson; its column appears at once. Answers its id, null where nine stand already. */
    addWork({ lesson }: Column): string | null {
      const { columns, facts } = store.model.peek();
      const own = columns.filter((column) => column.lesson.id === lesson.id);
      const ordinal = Math.max(...own.map(({ work }) => work.ordinal)) + 1;
      const type = facts.workTypes.find(({ isDefault }) => isDefault) ?? facts.workTypes[0];
      if (!type || ordinal > 9) return null;
      const workId = newId();
      const content = { lessonId: lesson.id, ordinal, workTypeId: type.id, weight: type.weight, title: null };
      write([{ kind: 'work', place: { workId }, content }], null, false);
      return workId;
    },
    /** Texts and settings of a lesson; they have the undo of their own field. */
    setWork: (workId: string, content: Contents['work'], since?: number) =>
      write([{ kind: 'work', place: { workId }, content, since }], null, false),
    setRecord: (lessonId: string, content: Contents['record'], since?: number) =>
      write([{ kind: 'record', place: { lessonId }, content, since }], null, false),
    setHomework: (lessonId: string, content: Contents['homework'], since?: number) =>
      write([{ kind: 'homework', place: { lessonId }, content, since }], null, false),
    giveReason: (lessonId: string, reason: string) => reasons.set(lessonId, reason),
    undo: () => step(stepBack, 'before'),
    redo: () => step(stepForward, 'after'),
  };
}

const noMark: Contents['mark'] = { value: null, comment: null, pointDue: null };

/** What stands in an empty place when an act is taken back. */
const nothing = {
  mark: noMark,
  attendance: { fact: 'present', minutes: null } satisfies Contents['attendance'] as Contents['attendance'],
  finalMark: { value: null },
} as const;

function marked(old: Contents['mark'] | null, value: string): Contents['mark'] {
  const pointDue = value === 'pendingPoint' ? (old?.pointDue ?? null) : null;
  return { value, comment: old?.comment ?? null, pointDue };
}

function reasonCodeOf(before: Contents[Kind] | null, place: Places[Kind]): ReasonCode {
  if (before !== null && 'value' in before && before.value !== null) return 'corrected';
  return 'attempt' in place && place.attempt > 1 ? 'retake' : 'entered';
}

export function attendancePlace({ lesson }: Column, student: Student): Places['attendance'] {
  return { lessonId: lesson.id, studentId: student.id };
}

function lessonOf({ columns }: PageModel, { workId }: Places['mark']): string | null {
  return columns.find(({ work }) => work.id === workId)?.lesson.id ?? null;
}

function keyAt(kind: Kind, place: Places[Kind]): string {
  return (keyOf[kind] as (place: Places[Kind]) => string)(place);
}

function isList(result: readonly Cell[] | ActResult): result is readonly Cell[] {
  return Array.isArray(result);
}

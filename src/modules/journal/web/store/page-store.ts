import { type ReadonlySignal, type Signal, batch, signal, untracked } from '@preact/signals';
import type { JournalPage, PageLesson } from '../../pages/contract.ts';
import type { LockCode } from '../../marks/contract.ts';
import { lockOf, needsReason } from '../../marks/rules.ts';
import { type QueueState, pendingWrites } from '../queue/queue-state.ts';
import type { Queue } from '../queue/queue.ts';
import { type Contents, type Kind, type Places, type Write, keyOf } from '../queue/writes.ts';
import { type Known, contentsOf } from './contents.ts';
import { type Column, type FinalColumn, type PageModel, type Student, modelOf } from './model.ts';
import { freshKeys } from './fresh-keys.ts';
import { absenceReasons, markIndex } from './mark-index.ts';
import { laterBy } from './school-time.ts';
import { type CellState, type CellView, type DatedMark, type RowView, marksShown, rowOf } from './views.ts';

/**
 * One journal page in the browser: what the server has, under what this device has changed since. Each cell and each
 * row is a signal of its own, so that one key renders one cell and its row's averages.
 */
export type PageStore = {
  readonly queue: Queue;
  readonly model: ReadonlySignal<PageModel>;
  readonly cell: (column: Column, student: Student) => ReadonlySignal<CellView>;
  readonly row: (student: Student) => ReadonlySignal<RowView>;
  /** What stands at a place for this device; null = nothing. */
  readonly contentAt: <K extends Kind>(kind: K, place: Places[K]) => Contents[K] | null;
  readonly contentOf: (key: string) => Write['content'] | null;
  readonly known: (key: string) => Known | null;
  readonly stateOf: (key: string) => CellState;
  /** Changes with everything the page says; panels that read several places follow it. */
  readonly changes: ReadonlySignal<number>;
  /** The keys of all marks of a cell, cleared ones too. */
  readonly marksAt: (workId: string, studentId: string) => readonly Places['mark'][];
  /** What the server said: an answer or news. Older versions change nothing. */
  readonly learn: (news: readonly { readonly key: string; readonly known: Known }[]) => void;
  /** The whole page, read again. */
  readonly reread: (page: JournalPage) => void;
  readonly lockOf: (lesson: PageLesson, student: Student) => LockCode | null;
  readonly needsReason: (lesson: PageLesson) => boolean;
  /** `HH:MM` at the school, of now or of a moment of this device. */
  readonly schoolTime: (moment?: Date) => string;
  readonly close: () => void;
};

export function pageStore(page: JournalPage, queue: Queue): PageStore {
  let known = contentsOf(page);
  let opened = Date.now();
  let pending = pendingWrites(queue.state.value);
  let conflicts = conflictsOf(queue.state.value);
  let reasons = absenceReasons(page);
  const fresh = freshKeys((key) => refresh([key]));
  const marks = markIndex();
  const cells = new Map<string, { readonly read: () => CellView; readonly view: Signal<CellView> }>();
  const rows = new Map<string, Signal<RowView>>();
  const changes = signal(0);

  const contentOf = (key: string) =>
    (pending.get(key) ?? conflicts.get(key))?.content ?? known.get(key)?.content ?? null;
  const contentAt = <K extends Kind>(kind: K, place: Places[K]) =>
    contentOf(keyIn(kind, place)) as Contents[K] | null;
  const stateOf = (key: string): CellState => {
    if (conflicts.has(key)) return 'conflict';
    if (pending.has(key)) return 'queued';
    return fresh.has(key) ? 'saved' : null;
  };

  const readModel = (facts: JournalPage) => {
    const works = [...known.keys(), ...pending.keys(), ...conflicts.keys()].filter((key) =>
      key.startsWith('work '),
    );
    return modelOf(
      facts,
      [...new Set(works)].flatMap((key) => {
        const content = contentOf(key) as Contents['work'] | null;
        return content === null ? [] : [{ id: key.slice(5), content }];
      }),
    );
  };

  for (const key of [...known.keys(), ...pending.keys(), ...conflicts.keys()]) marks.note(key);
  const model = signal(readModel(page));

  const marksAt = marks.at;

  const readCell = (column: Column, student: Student): CellView => {
    const places = marksAt(column.work.id, student.id);
    const keys = places.map(keyOf.mark);
    const all = places.flatMap((place, at) => {
      const content = contentOf(keys[at] ?? '') as Contents['mark'] | null;
      return content === null ? [] : [{ ...place, ...content }];
    });
    const presence = keyOf.attendance({ lessonId: column.lesson.id, studentId: student.id });
    const attendance = column.isFirst ? (contentOf(presence) as Contents['attendance'] | null) : null;
    const states = [...keys, ...(column.isFirst ? [presence] : [])].map(stateOf);
    return {
      marks: marksShown(all, model.value.bandOf),
      attendance: attendance?.fact === 'present' ? null : attendance,
      reason: attendance?.fact === 'absent' ? (reasons.get(presence) ?? null) : null,
      state: (['conflict', 'queued', 'saved'] as const).find((state) => states.includes(state)) ?? null,
    };
  };
  const readRow = (student: Student): RowView => {
    const marks = model.value.columns.flatMap(({ work, lesson }) =>
      marksAt(work.id, student.id).map((place): DatedMark => {
        const { value, pointDue } = contentAt('mark', place) ?? { value: null, pointDue: null };
        return { ...place, value, pointDue, weight: work.weight, date: lesson.date };
      }),
    );
    return rowOf(model.value, [...marks, ...student.elsewhere], (column) => {
      const place = finalPlace(column, student);
      return { value: contentAt('finalMark', place)?.value ?? null, state: stateOf(keyOf.finalMark(place)) };
    });
  };

  const refresh = (keys: Iterable<string>) => {
    const all = [...keys];
    if (all.length === 0) return;
    const touched = new Set<string>();
    const students = new Set<string>();
    for (const key of all) {
      marks.note(key);
      const [kind, place, student] = key.split(' ') as [Kind, string, string];
      if (kind === 'mark') touched.add(`${place} ${student}`);
      if (kind === 'attendance') touched.add(`lesson ${place} ${student}`);
      if (kind === 'mark') students.add(student);
      if (kind === 'finalMark') students.add(place);
    }
    const hasNewColumns = all.some((key) => key.startsWith('work ') && !isShown(key));
    batch(() => {
      if (hasNewColumns) rebuild(model.value.facts);
      for (const cell of touched) {
        const shown = cells.get(cell);
        if (shown) shown.view.value = shown.read();
      }
      for (const { id, ...rest } of model.value.students) {
        const row = students.has(id) ? rows.get(id) : undefined;
        if (row) row.value = readRow({ id, ...rest });
      }
      changes.value += 1;
    });
  };
  /** A work that stands as it is shown already: its first mark made it. */
  const isShown = (key: string) => {
    const content = contentOf(key) as Contents['work'] | null;
    const shown = model.value.columns.find(({ work }) => work.id === key.slice(5))?.work;
    return (
      shown !== undefined &&
      content !== null &&
      shown.type?.id === content.workTypeId &&
      shown.weight === content.weight &&
      shown.ordinal === content.ordinal &&
      shown.title === content.title
    );
  };
  /** The columns may be others now: cells are asked for anew. */
  const rebuild = (facts: JournalPage) => {
    model.value = readModel(facts);
    cells.clear();
    for (const student of model.value.students) {
      const row = rows.get(student.id);
      if (row) row.value = readRow(student);
    }
  };

  const stopWatching = queue.state.subscribe((state) => {
    const [before, beforeConflicts] = [pending, conflicts];
    pending = pendingWrites(state);
    conflicts = conflictsOf(state);
    const changed = new Set<string>();
    for (const map of [before, pending, beforeConflicts, conflicts]) {
      for (const key of map.keys()) {
        if (before.get(key) !== pending.get(key) || beforeConflicts.get(key) !== conflicts.get(key))
          changed.add(key);
      }
    }
    refresh(changed);
  });

  const learn: PageStore['learn'] = (news) => {
    const changed: string[] = [];
    for (const { key, known: told } of news) {
      if ((known.get(key)?.version ?? 0) > told.version) continue;
      known.set(key, told);
      changed.push(key);
    }
    refresh(changed);
  };

  const stopHearing = queue.onSettled(({ batch: sent, outcomes }) => {
    const told = sent.writes.flatMap((write, at) => {
      const outcome = outcomes[at];
      if (outcome?.state === 'written') {
        fresh.add(write.key);
        const own = {
          key: write.key,
          known: { content: outcome.content ?? write.content, version: outcome.version },
        };
        return write.needs === null ? [own] : [own, ...workNowMade(write.needs)];
      }
      if (outcome?.state !== 'conflict') return [];
      return [{ key: write.key, known: { content: outcome.theirs, version: outcome.version } }];
    });
    learn(told);
  });
  const workNowMade = (work: NonNullable<Write['needs']>) => {
    const key = keyOf.work({ workId: work.id });
    if (known.has(key)) return [];
    const { lessonId, ordinal, workTypeId, title } = work;
    const usual = model.value.facts.workTypes.find(({ id }) => id === workTypeId)?.weight ?? 1;
    const content = { lessonId, ordinal, workTypeId, weight: work.weight ?? usual, title };
    return [{ key, known: { content, version: 1 } }];
  };
  const schoolTime = (moment = new Date()) => laterBy(model.peek().facts.time, moment.getTime() - opened);

  return {
    queue,
    model,
    changes,
    contentAt,
    contentOf,
    known: (key) => known.get(key) ?? null,
    stateOf,
    marksAt,
    learn,
    cell(column, student) {
      const name = `${column.work.id} ${student.id}`;
      const shown = cells.get(name);
      if (shown) return shown.view as ReadonlySignal<CellView>;
      const read = () => readCell(column, student);
      const view = signal(read());
      cells.set(name, { read, view });
      if (column.isFirst) cells.set(`lesson ${column.lesson.id} ${student.id}`, { read, view });
      return view;
    },
    row(student) {
      const shown = rows.get(student.id);
      if (shown) return shown as ReadonlySignal<RowView>;
      const view = signal(untracked(() => readRow(student)));
      rows.set(student.id, view);
      return view;
    },
    reread(facts) {
      const next = contentsOf(facts);
      for (const [key, told] of known) {
        const newer = next.get(key);
        // An answer may have overtaken the reading.
        if (newer && newer.version < told.version) next.set(key, told);
      }
      known = next;
      opened = Date.now();
      for (const key of known.keys()) marks.note(key);
      reasons = absenceReasons(facts);
      batch(() => {
        rebuild(facts);
        changes.value += 1;
      });
    },
    lockOf(lesson, student) {
      const { facts, hasMarks } = model.peek();
      const { may, today, settings, periods } = facts;
      const lock = lockOf({
        today,
        time: schoolTime(),
        lesson,
        editWindowDays: settings.editWindowDays,
        isPeriodLocked: periods.some(
          ({ isLocked, kind, startDate, endDate }) =>
            isLocked && kind !== 'year' && lesson.date >= startDate && lesson.date <= endDate,
        ),
        membership: student,
        mayWriteLesson: may.write || may.writeLessons.includes(lesson.id),
      });
      return lock ?? (hasMarks ? null : 'marks.noMarksHere');
    },
    needsReason(lesson) {
      const { today, settings } = model.peek().facts;
      return needsReason(lesson.date, today, settings.reasonAfterDays);
    },
    schoolTime,
    close() {
      stopWatching();
      stopHearing();
      fresh.clear();
    },
  };
}

export function finalPlace(column: FinalColumn, student: Student): Places['finalMark'] {
  return { studentId: student.id, gradingPeriodId: column.periodId, kind: column.kind };
}

function conflictsOf({ troubles }: QueueState): Map<string, Write> {
  const own = troubles.filter(({ state }) => state === 'conflict');
  return new Map(own.map(({ write }) => [write.key, write]));
}

function keyIn<K extends Kind>(kind: K, place: Places[K]): string {
  return (keyOf[kind] as (place: Places[K]) => string)(place);
}

import { type Signal, batch, signal } from '@preact/signals';
import type { Journal } from '../page/journal.ts';
import type { ActResult, Cell } from '../store/acts.ts';
import { type GridSize, type Place, type Range, isSingle, moved, rangeOf } from './area.ts';
import type { Geometry } from './view.ts';
import { type KeyAct, type PressedKey, isLongScale, keyAct } from './keys.ts';

/** What is being typed in the focused cell, before it is written. */
export type Editing = {
  readonly text: string;
  /** 2: the second value of a dual mark. */
  readonly slot: 1 | 2;
  readonly attempt: number;
};

/** Focus, selection and typing of the grid: it knows nothing of the table's elements. */
export type GridControl = {
  readonly focus: Signal<Place>;
  /** Where a selection started; null = only the focused cell. */
  readonly anchor: Signal<Place | null>;
  readonly editing: Signal<Editing | null>;
  /** Told by the table: rows on a screen. */
  readonly pageRows: Signal<number>;
  /** Told by the table: where its cells stand. */
  readonly geometry: Signal<Geometry | null>;
  /** Answers whether the key was ours. */
  readonly press: (pressed: PressedKey) => boolean;
  readonly focusAt: (place: Place, isExtending?: boolean) => void;
  readonly goToday: () => void;
  readonly range: () => Range;
  /** How many columns hold works. */
  readonly columns: () => number;
  /** The focused cell of a work; null in the head and in the averages. */
  readonly cell: () => Cell | null;
  readonly selected: () => readonly Cell[];
  /** Writes a value where the focus is, from a menu, and stays. */
  readonly choose: (value: string) => void;
};

/** `lessonId`: where the focus starts; null = at the lesson that is on. */
export function gridControl(journal: Journal, lessonId: string | null = null): GridControl {
  const { store, acts } = journal;
  const { model } = store;
  const today = () => todayColumn(journal);
  const focus = signal<Place>({ row: 0, column: columnOf(journal, lessonId) ?? today() ?? 0 });
  const anchor = signal<Place | null>(null);
  const editing = signal<Editing | null>(null);
  const pageRows = signal(20);
  const geometry = signal<Geometry | null>(null);
  /** `/` right after a digit reopens this cell. No key depends on timing. */
  let written: Place | null = null;

  const size = (): GridSize => {
    const { students, columns, finals, hasMarks } = model.peek();
    return {
      rows: students.length,
      works: columns.length,
      columns: columns.length + (hasMarks ? 2 : 0) + finals.length,
      page: pageRows.peek(),
      today: today(),
    };
  };
  const cellAt = ({ row, column }: Place): Cell | null => {
    const { students, columns } = model.peek();
    const [student, work] = [students[row], columns[column]];
    return student && work ? { student, column: work } : null;
  };
  const range = () => rangeOf(anchor.peek() ?? focus.peek(), focus.peek());
  const selected = () => {
    const { top, bottom, left, right } = range();
    const cells: Cell[] = [];
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1) {
        const cell = cellAt({ row, column });
        if (cell) cells.push(cell);
      }
    return cells;
  };
  const focusAt = (place: Place, isExtending = false) =>
    batch(() => {
      if (isExtending) anchor.value ??= focus.peek();
      else anchor.value = null;
      editing.value = null;
      written = null;
      focus.value = place;
    });
  const advance = (place = focus.peek()) => {
    const { moveAfterMark } = model.peek().facts.settings;
    focusAt(moved(place, moveAfterMark, size()));
  };
  /** Tells what became of an act; `again` is tried when the person has given the reason it asked for. */
  const tell = (result: ActResult, cells: readonly Cell[], again: () => void): boolean => {
    journal.tell(result, cells, again);
    return result.state === 'done';
  };
  const finalColumn = () => model.peek().finals[focus.peek().column - model.peek().columns.length - 2];

  const setMark = (value: string) => {
    const column = finalColumn();
    if (column) {
      const student = model.peek().students[focus.peek().row];
      if (student && journal.setFinal(column, student, value)) advance();
      return;
    }
    const place = focus.peek();
    const cells = selected();
    if (cells.length === 0) return;
    const typing = editing.peek();
    const [single] = cells;
    const isOne = isSingle(range());
    const result =
      typing?.slot === 2 && single && isOne
        ? acts.changeMark(single, { value, slot: 2, attempt: typing.attempt })
        : acts.setMark(cells, value);
    if (!tell(result, cells, () => setMark(value)) || !isOne) return;
    advance();
    if (typing?.slot !== 2) written = place;
  };
  const reopen = () => {
    const place = written ?? focus.peek();
    const cell = cellAt(place);
    const standing = cell
      ? store
          .cell(cell.column, cell.student)
          .peek()
          .marks.findLast((mark) => mark.slot === 1)
      : undefined;
    if (!standing) return journal.say('dualNeedsMark');
    focusAt(place);
    editing.value = { text: '', slot: 2, attempt: standing.attempt };
    journal.say('dualOpen');
  };
  const commit = () => {
    const typing = editing.peek();
    if (typing === null || typing.text === '') {
      editing.value = null;
      return;
    }
    const value = typing.text.replace(',', '.').replace('−', '-');
    if (!model.peek().offered.some(({ code }) => code === value)) {
      journal.say('unknownValue', value);
      return;
    }
    setMark(value);
    editing.value = null;
  };
  const onCells = (act: (cells: readonly Cell[]) => ActResult) => {
    const cells = selected();
    if (cells.length > 0) tell(act(cells), cells, () => onCells(act));
  };
  const clear = () => {
    const column = finalColumn();
    const student = model.peek().students[focus.peek().row];
    if (column && student) journal.setFinal(column, student, null);
    else onCells(acts.clear);
  };
  const move = (asked: Extract<KeyAct, { act: 'move' | 'extend' }>) => {
    journal.notice.value = null;
    if (editing.peek()?.text) {
      const from = focus.peek();
      commit();
      if (editing.peek() !== null) return;
      focusAt(from);
    }
    focusAt(moved(focus.peek(), asked.move, size()), asked.act === 'extend');
  };

  const perform = (asked: KeyAct): void => {
    switch (asked.act) {
      case 'mark':
        return setMark(asked.value);
      case 'type':
        editing.value = {
          slot: 1,
          attempt: 1,
          ...editing.peek(),
          text: `${editing.peek()?.text ?? ''}${asked.text}`.slice(0, 6),
        };
        return;
      case 'erase': {
        const typing = editing.peek();
        if (typing) editing.value = { ...typing, text: typing.text.slice(0, -1) };
        return;
      }
      case 'attendance':
        return onCells((cells) => acts.toggleAttendance(cells, asked.fact));
      case 'move':
      case 'extend':
        return move(asked);
      case 'commit':
      case 'commitUp':
      case 'commitRight':
      case 'commitLeft': {
        const before = focus.peek();
        if (asked.act === 'commit' && before.row === -1) return journal.openLessonAt(before.column);
        const hadText = Boolean(editing.peek()?.text);
        if (hadText) commit();
        if (hadText && asked.act === 'commit') return;
        const ways = { commit: 'down', commitUp: 'up', commitRight: 'right', commitLeft: 'left' } as const;
        focusAt(moved(before, ways[asked.act], size()));
        return;
      }
      case 'cancel':
        if (editing.peek() === null) anchor.value = null;
        else editing.value = null;
        return;
      case 'dual':
        return reopen();
      case 'addWork': {
        const cell = cellAt({ ...focus.peek(), row: Math.max(0, focus.peek().row) });
        if (cell) journal.addWork(cell, (column) => focusAt({ ...focus.peek(), column }));
        return;
      }
      case 'clear':
        return clear();
      case 'fillDown':
        return onCells(acts.fillDown);
      case 'undo':
      case 'redo':
        return journal.turnBack(asked.act);
      case 'panel':
      case 'comment':
      case 'menu':
        return journal.openCell(cellAt(focus.peek()), asked.act);
      case 'lesson':
        return journal.openLessonAt(focus.peek().column);
      case 'shortcuts':
        return journal.open({ kind: 'shortcuts' });
      case 'alreadySaved':
        return journal.say('alreadySaved');
    }
  };

  return {
    focus,
    anchor,
    editing,
    pageRows,
    geometry,
    range,
    columns: () => model.peek().columns.length,
    selected,
    focusAt,
    cell: () => cellAt(focus.peek()),
    goToday: () => focusAt(moved(focus.peek(), 'today', size())),
    choose: (value) => onCells((cells) => acts.setMark(cells, value)),
    press(pressed) {
      const { offered: scale } = model.peek();
      const isEditing = editing.peek() !== null;
      if (!isLongScale(scale) && isEditing && pressed.key === '/') return true;
      const asked = keyAct(pressed, { scale, isEditing });
      if (asked === null) return false;
      perform(asked);
      return true;
    },
  };
}

/** The first column of a lesson; null where it is not on the page. */
export function columnOf({ store }: Pick<Journal, 'store'>, lessonId: string | null): number | null {
  return store.model.peek().columns.find(({ lesson }) => lesson.id === lessonId)?.index ?? null;
}

/** The column of today's lesson that is on or comes next, else of the last one held. */
export function todayColumn({ store }: Pick<Journal, 'store'>): number | null {
  const { columns, facts } = store.model.peek();
  const time = store.schoolTime();
  const planned = columns.filter(({ lesson, isFirst }) => isFirst && lesson.state === 'planned');
  const ofToday = planned.filter(({ lesson }) => lesson.date === facts.today);
  const now = ofToday.find(({ lesson }) => lesson.ends === null || lesson.ends >= time) ?? ofToday.at(-1);
  const past = planned.findLast(({ lesson }) => lesson.date <= facts.today);
  return (now ?? past)?.index ?? null;
}

import { type Signal, signal } from '@preact/signals';
import type { Formats } from '#web/formats.ts';
import type { UiWords } from '#web/ui/ru.ts';
import { markText } from '#web/ui/mark-names.ts';
import { averageText } from '../../marks/rules.ts';
import type { Place } from '../grid/area.ts';
import type { PastedTable } from '../paste/read-table.ts';
import type { Queue } from '../queue/queue.ts';
import { keyOf } from '../queue/writes.ts';
import type { JournalWords } from '../ru.ts';
import { type ActResult, type Acts, type Cell, pageActs } from '../store/acts.ts';
import type { FinalColumn, Student } from '../store/model.ts';
import { type PageStore, finalPlace, pageStore } from '../store/page-store.ts';
import type { JournalPage } from '../../pages/contract.ts';
import { cellText, lockText } from './names.ts';

export type Dialog =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly at: 'panel' | 'comment' }
  | { readonly kind: 'menu'; readonly cell: Cell }
  | { readonly kind: 'lesson'; readonly lessonId: string }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'paste'; readonly table: PastedTable; readonly at: Place }
  | { readonly kind: 'conflict'; readonly key: string }
  | { readonly kind: 'reason'; readonly lessonId: string; readonly again: () => void };

/** One line near the grid: what happened, or why nothing did. */
export type Notice = { readonly text: string; readonly isFault: boolean };

/** One open journal page: its store, its acts, and how it speaks to the person. */
export type Journal = {
  readonly schoolId: number;
  readonly pageId: string;
  readonly words: JournalWords;
  readonly uiWords: UiWords;
  readonly formats: Formats;
  readonly store: PageStore;
  readonly acts: Acts;
  readonly dialog: Signal<Dialog | null>;
  readonly notice: Signal<Notice | null>;
  /** For the live region. */
  readonly spoken: Signal<string>;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
  readonly openLessonAt: (column: number) => void;
  readonly openCell: (cell: Cell | null, act: 'panel' | 'comment' | 'menu') => void;
  readonly say: (name: keyof JournalWords['notices'], value?: string) => void;
  /** Tells what became of an act; `again` repeats it once the person has given a reason. */
  readonly tell: (result: ActResult, cells: readonly Cell[], again: () => void) => void;
  readonly setFinal: (column: FinalColumn, student: Student, value: string | null) => boolean;
  readonly addWork: (cell: Cell, then: (column: number) => void) => void;
  readonly turnBack: (way: 'undo' | 'redo') => void;
};

export type JournalPlace = {
  readonly schoolId: number;
  readonly pageId: string;
  readonly words: JournalWords;
  readonly uiWords: UiWords;
  readonly formats: Formats;
  readonly queue: Queue;
};

export function openJournal(page: JournalPage, place: JournalPlace): Journal {
  const { words, uiWords, formats } = place;
  const store = pageStore(page, place.queue);
  const acts = pageActs(store, place.pageId, words.undoReason);
  const dialog = signal<Dialog | null>(null);
  const notice = signal<Notice | null>(null);
  const spoken = signal('');

  const note = (text: string, isFault: boolean) => {
    notice.value = { text, isFault };
    spoken.value = text;
  };
  const say: Journal['say'] = (name, value = '') => {
    const said = words.notices[name];
    note(typeof said === 'string' ? said : said(value), name !== 'alreadySaved' && name !== 'dualOpen');
  };
  const speakCell = ({ column, student }: Cell) => {
    const view = store.cell(column, student).peek();
    const average = averageText(store.row(student).peek().weighted);
    const value = cellText(uiWords, view) || words.emptyCell;
    spoken.value = words.written(`${student.name}, ${formats.day(column.lesson.date)}`, value, average);
  };

  const journal: Journal = {
    ...place,
    store,
    acts,
    dialog,
    notice,
    spoken,
    say,
    open(asked) {
      dialog.value = asked;
    },
    close() {
      dialog.value = null;
    },
    openLessonAt(column) {
      const lesson = store.model.peek().columns[column]?.lesson;
      if (lesson) dialog.value = { kind: 'lesson', lessonId: lesson.id };
    },
    openCell(cell, act) {
      if (cell === null) return;
      if (act === 'menu') dialog.value = { kind: 'menu', cell };
      else dialog.value = { kind: 'cell', cell, at: act };
    },
    tell(result, cells, again) {
      switch (result.state) {
        case 'done':
          notice.value = null;
          if (result.skipped !== null) note(words.partlyClosed(lockText(words, result.skipped, store)), true);
          else if (cells.length === 1 && cells[0]) speakCell(cells[0]);
          else spoken.value = words.changedCells(result.count);
          return;
        case 'closed':
          note(lockText(words, result.lock, store), true);
          return;
        case 'conflict':
          dialog.value = { kind: 'conflict', key: result.key };
          return;
        case 'ask':
          dialog.value = { kind: 'reason', lessonId: result.lessonId, again };
      }
    },
    setFinal(column, student, value) {
      const { facts, offered } = store.model.peek();
      const key = keyOf.finalMark(finalPlace(column, student));
      if (!facts.may.setFinalMarks) say('finalNotYours');
      else if (column.isLocked) say('finalLocked');
      else if (value !== null && !offered.some(({ code }) => code === value)) say('unknownValue', value);
      else if (store.stateOf(key) === 'conflict') dialog.value = { kind: 'conflict', key };
      else {
        acts.setFinal(column, student, value);
        notice.value = null;
        const text = value === null ? words.emptyCell : markText(uiWords, value);
        spoken.value = words.finalWritten(student.name, column.name, text);
        return true;
      }
      return false;
    },
    addWork({ column, student }, then) {
      const lock = store.lockOf(column.lesson, student);
      if (lock !== null) return note(lockText(words, lock, store), true);
      const workId = acts.addWork(column);
      if (workId === null) return say('tooManyWorks');
      const made = store.model.peek().columns.find(({ work }) => work.id === workId);
      if (made) then(made.index);
      say('workAdded');
    },
    turnBack(way) {
      const turned = way === 'undo' ? acts.undo() : acts.redo();
      if (turned === null) return say(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
      if (turned.isOverwritten) return say('overwritten');
      note(words[way === 'undo' ? 'undone' : 'redone'](turned.step.length), false);
    },
  };
  return journal;
}

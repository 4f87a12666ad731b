import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Journal } from '../page/journal.ts';
import type { PageModel } from '../store/model.ts';
import { type GridControl, gridControl } from './control.ts';
import { useFindStudents } from './find-students.ts';
import { CellLine } from './CellLine.tsx';
import { GridBody } from './GridBody.tsx';
import { GridHead } from './GridHead.tsx';
import { columnLock } from './looks.ts';
import { Overlay } from './Overlay.tsx';
import { copyOut, pasteIn } from './clipboard.ts';
import { focusCell, followFocus, showColumn } from './view.ts';

/** The grid of marks: a real table, one tab stop, every act by key. */
export function Grid({ journal, lessonId }: { journal: Journal; lessonId: string | null }) {
  const { store, words, dialog } = journal;
  const model = store.model.value;
  const control = useMemo(() => gridControl(journal, lessonId), [journal, lessonId]);
  useFindStudents(journal, control);
  const scroller = useRef<HTMLDivElement>(null);
  useHeldLessons(journal);
  const locks = model.columns.map((column) => columnLock(journal, column.lesson));
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    showColumn(box, control.focus.peek().column);
    return followFocus(box, control);
    // Other columns are measured and walked anew.
  }, [control, model.columns]);
  // A dialog taken away by a choice gives the focus to nobody: it goes back to the cell.
  useEffect(
    () =>
      dialog.subscribe((open) => {
        if (open !== null) return;
        requestAnimationFrame(() => {
          const box = scroller.current;
          const isFree = document.activeElement === document.body || document.activeElement === null;
          if (box !== null && isFree && dialog.peek() === null) focusCell(box, control);
        });
      }),
    [control, dialog],
  );
  const { subject } = model.facts.page;
  const size = model.columns.length + 1 + (model.hasMarks ? 2 : 0) + model.finals.length;
  return (
    <>
      <div class="sheet-of-marks" ref={scroller} data-density="dense">
        <div class="sheet-of-marks__inner">
          <table
            class="marks-grid"
            style={measures(model)}
            {...{ role: 'grid' }}
            aria-label={words.grid.name(subject.name, model.facts.page.group.name)}
            aria-rowcount={model.students.length + 1}
            aria-colcount={size}
            aria-multiselectable="true"
            onKeyDown={(event) => {
              if (!control.press(event)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
            onCopy={(event) => copyOut(event, journal, control)}
            onPaste={(event) => pasteIn(event, journal, control)}
            onPointerDown={(event) => press(event, journal, control)}
            onPointerMove={(event) => drag(event, control)}
            onDblClick={() => journal.openCell(control.cell(), 'menu')}
            onContextMenu={(event) => {
              const place = placeOf(event.target);
              if (place === null || place.row < 0) return;
              event.preventDefault();
              control.focusAt(place);
              journal.openCell(control.cell(), 'menu');
            }}
          >
            <colgroup>
              <col class="wide-name" />
              {model.columns.map(({ work }) => (
                <col key={work.id} class="wide-work" />
              ))}
              {model.hasMarks ? <col class="wide-end" /> : null}
              {model.hasMarks ? <col class="wide-end" /> : null}
              {model.finals.map(({ periodId }) => (
                <col key={periodId} class="wide-final" />
              ))}
            </colgroup>
            <GridHead journal={journal} model={model} />
            <GridBody journal={journal} model={model} locks={locks} />
          </table>
          <Overlay control={control} />
        </div>
      </div>
      <CellLine journal={journal} control={control} />
    </>
  );
}

const endWidth = 54;
const finalWidth = 70;

/** The table's width, without which the browser would measure every cell, and where frozen columns stand. */
function measures({ columns, finals: all, hasMarks }: PageModel): Record<`--${string}`, string> {
  const finals = all.length;
  const offsets: Record<`--${string}`, string> = {
    '--columns': String(columns.length),
    '--ends': `${hasMarks ? 2 * endWidth + finals * finalWidth : 0}px`,
    '--stick-1': `${endWidth + finals * finalWidth}px`,
    '--stick-2': `${finals * finalWidth}px`,
  };
  for (let at = 0; at < finals; at += 1) offsets[`--stick-${at + 3}`] = `${(finals - 1 - at) * finalWidth}px`;
  return offsets;
}

/** Renders the grid anew when a lesson of today begins, so that its column opens without a reload. */
function useHeldLessons({ store }: Journal): void {
  const [, setHeld] = useState(() => heldToday(store));
  useEffect(() => {
    const timer = setInterval(() => setHeld(heldToday(store)), 15_000);
    return () => clearInterval(timer);
  }, [store]);
}

function heldToday(store: Journal['store']): number {
  const { lessons, facts } = store.model.peek();
  const time = store.schoolTime();
  return lessons.filter(({ date, starts }) => date === facts.today && starts !== null && starts <= time)
    .length;
}

function placeOf(target: EventTarget | null) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (cell === null) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

function press(event: PointerEvent, journal: Journal, control: GridControl): void {
  const place = placeOf(event.target);
  if (place === null || event.button !== 0) return;
  event.preventDefault();
  journal.notice.value = null;
  const { row, column } = control.focus.peek();
  const isAgain = row === place.row && column === place.column;
  control.focusAt(place, event.shiftKey && place.row >= 0);
  if (place.row === -1) journal.openLessonAt(place.column);
  // A finger has no keyboard: the second touch opens the values.
  else if (isAgain && event.pointerType === 'touch') journal.openCell(control.cell(), 'menu');
}

function drag(event: PointerEvent, control: GridControl): void {
  if (event.pointerType !== 'mouse' || event.buttons !== 1) return;
  const place = placeOf(event.target);
  const now = control.focus.peek();
  if (place === null || place.row < 0 || (place.row === now.row && place.column === now.column)) return;
  control.focusAt(place, true);
}

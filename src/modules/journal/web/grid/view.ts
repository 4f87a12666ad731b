import type { GridControl } from './control.ts';
import type { Place } from './area.ts';

/** The element of a place; null while the table is being made anew. */
export function elementAt(box: Element, { row, column }: Place): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
}

/**
 * Keeps the browser's focus on the focused cell: exactly one cell can be reached by Tab. The grid takes the focus
 * only while it has it already, or when a person asked for a place in it.
 */
export function followFocus(box: HTMLElement, control: GridControl): () => void {
  let last: HTMLElement | null = null;
  const measure = () => {
    const row = box.querySelector('tbody tr');
    if (row) control.pageRows.value = Math.max(1, Math.floor(box.clientHeight / row.clientHeight) - 4);
  };
  const sized = new ResizeObserver(measure);
  sized.observe(box);
  const stop = control.focus.subscribe((place) => {
    const cell = elementAt(box, place);
    if (cell === null) return;
    if (last !== cell) last?.removeAttribute('tabindex');
    last = cell;
    cell.tabIndex = 0;
    if (document.querySelector('dialog[open]') !== null) return;
    cell.focus({ preventScroll: true });
    keepInSight(box, cell);
  });
  return () => {
    sized.disconnect();
    stop();
  };
}

export function scrollToFocus(box: HTMLElement, control: GridControl): void {
  const cell = elementAt(box, control.focus.peek());
  cell?.focus({ preventScroll: true });
  if (cell) keepInSight(box, cell);
}

/** Brings a column to the right third of the frame: what was before it stays in sight. */
export function showColumn(box: HTMLElement, column: number): void {
  const cell = elementAt(box, { row: 0, column });
  if (cell) box.scrollLeft = cell.offsetLeft - box.clientWidth * 0.62;
}

/** Scrolls so that frozen names, averages and heads cover nothing of the cell. */
function keepInSight(box: HTMLElement, cell: HTMLElement): void {
  if (!cell.classList.contains('cell')) return;
  const name = box.querySelector<HTMLElement>('.head--student');
  const end = box.querySelector<HTMLElement>('.end-1');
  const top = box.querySelector('thead')?.clientHeight ?? 0;
  const left = name?.offsetWidth ?? 0;
  // Sticky cells report where they stick; their widths do not change.
  const right = end
    ? box.clientWidth - (end.getBoundingClientRect().left - box.getBoundingClientRect().left)
    : 0;
  const room = { x: cell.offsetLeft, y: cell.offsetTop };
  if (room.x < box.scrollLeft + left) box.scrollLeft = room.x - left;
  else if (room.x + cell.offsetWidth > box.scrollLeft + box.clientWidth - right)
    box.scrollLeft = room.x + cell.offsetWidth - box.clientWidth + right;
  if (room.y < box.scrollTop + top) box.scrollTop = room.y - top;
  else if (room.y + cell.offsetHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = room.y + cell.offsetHeight - box.clientHeight;
}

import type { GridControl } from './control.ts';
import type { Place } from './area.ts';

/** The element of a place; null while the table is being made anew. */
export function elementAt(box: Element, { row, column }: Place): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
}

/** Where the cells of works stand in the scrolled content, and what of it is in sight. */
export type Geometry = {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
  /** Covered by the frozen columns at the right. */
  readonly covered: number;
};

/**
 * Keeps the browser's focus on the focused cell: exactly one cell can be reached by Tab. Sizes are read when they
 * change and not with each key, or every key would wait for the layout of the table.
 */
export function followFocus(box: HTMLElement, control: GridControl): () => void {
  let last: HTMLElement | null = null;
  const measure = () => {
    spreadColumns(box);
    const cell = elementAt(box, { row: 0, column: 0 });
    if (cell === null) return;
    const { offsetWidth: cellWidth, offsetHeight: cellHeight, offsetLeft: left, offsetTop: top } = cell;
    const ends = [...box.querySelectorAll<HTMLElement>('.head--end')];
    const covered = ends.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
    const { clientWidth: width, clientHeight: height } = box;
    control.geometry.value = { left, top, cellWidth, cellHeight, width, height, covered };
    control.pageRows.value = Math.max(1, Math.floor((height - top) / cellHeight) - 1);
  };
  const sized = new ResizeObserver(measure);
  sized.observe(box.parentElement ?? box);
  sized.observe(box);
  measure();
  const seen = { x: box.scrollLeft, y: box.scrollTop };
  const scrolled = () => {
    seen.x = box.scrollLeft;
    seen.y = box.scrollTop;
  };
  box.addEventListener('scroll', scrolled, { passive: true });
  const stop = control.focus.subscribe((place) => {
    const cell = elementAt(box, place);
    if (cell === null) return;
    if (last !== cell) last?.removeAttribute('tabindex');
    last = cell;
    cell.tabIndex = 0;
    if (document.querySelector('dialog[open]') !== null) return;
    cell.focus({ preventScroll: true });
    if (cell.classList.contains('cell')) bringIntoSight(box, { place, seen, sizes: control.geometry.peek() });
  });
  return () => {
    sized.disconnect();
    box.removeEventListener('scroll', scrolled);
    stop();
  };
}

/** Few lessons share the width of the frame; many keep the narrowest column and scroll. */
function spreadColumns(box: HTMLElement): void {
  const count = box.querySelectorAll('.head--work').length;
  const room = (box.parentElement?.clientWidth ?? 0) - 2;
  const rest = [...box.querySelectorAll<HTMLElement>('.head--student, .head--end')];
  const taken = rest.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  const width = Math.max(narrowest, Math.min(widest, Math.floor((room - taken) / Math.max(1, count))));
  if (box.style.getPropertyValue('--work') !== `${width}px`) box.style.setProperty('--work', `${width}px`);
}

const narrowest = 35;
const widest = 48;

/** Gives the focus back to the focused cell. */
export function focusCell(box: HTMLElement, control: GridControl): void {
  elementAt(box, control.focus.peek())?.focus({ preventScroll: true });
}

/** Brings a column to the right third of the frame: what was before it stays in sight. */
export function showColumn(box: HTMLElement, column: number): void {
  const cell = elementAt(box, { row: 0, column });
  if (cell) box.scrollLeft = cell.offsetLeft - box.clientWidth * 0.62;
}

type Sight = {
  readonly place: Place;
  readonly seen: { readonly x: number; readonly y: number };
  readonly sizes: Geometry | null;
};

/** Scrolls so that frozen names, averages and heads cover nothing of the cell. */
function bringIntoSight(box: HTMLElement, { place: { row, column }, seen, sizes }: Sight): void {
  if (sizes === null) return;
  const { left, top, cellWidth, cellHeight, width, height, covered } = sizes;
  const x = column * cellWidth;
  const y = row * cellHeight;
  if (x < seen.x) box.scrollLeft = x;
  else if (left + x + cellWidth > seen.x + width - covered)
    box.scrollLeft = left + x + cellWidth - width + covered;
  if (row < 0) return;
  if (y < seen.y) box.scrollTop = y;
  else if (top + y + cellHeight > seen.y + height) box.scrollTop = top + y + cellHeight - height;
}

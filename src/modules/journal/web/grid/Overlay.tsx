import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Range, isSingle, rangeOf } from './area.ts';
import type { GridControl } from './control.ts';
import { elementAt } from './view.ts';

type OverlayProps = { readonly control: GridControl; readonly scroller: RefObject<HTMLElement | null> };

/** Focus, selection and the crosshair, drawn over the table: moving them touches no cell. */
export function Overlay({ control, scroller }: OverlayProps) {
  const layer = useRef<HTMLDivElement>(null);
  const typing = control.editing.value;
  useEffect(() => {
    const box = scroller.current;
    const own = layer.current;
    if (box === null || own === null) return;
    const stop = effect(() => {
      const focus = control.focus.value;
      const range = rangeOf(control.anchor.value ?? focus, focus);
      draw(box, own, {
        ...range,
        top: focus.row < 0 ? -1 : range.top,
        bottom: Math.max(range.bottom, focus.row),
      });
    });
    return stop;
  }, [control, scroller]);
  return (
    <div class="overlay no-print" ref={layer} aria-hidden="true">
      <i class="overlay__row" />
      <i class="overlay__column" />
      <i class="overlay__range" />
      <b class={typing === null ? 'overlay__focus' : 'overlay__focus is-typing'}>
        {typing === null ? null : typing.slot === 2 ? `/${typing.text}` : typing.text}
      </b>
    </div>
  );
}

function draw(box: HTMLElement, layer: HTMLElement, range: Range): void {
  const first = elementAt(box, { row: range.top, column: range.left });
  const last = elementAt(box, { row: range.bottom, column: range.right });
  const [row, column, area, focus] = [...layer.children] as HTMLElement[];
  if (!first || !last || !row || !column || !area || !focus) return;
  const isFrozen = !first.classList.contains('cell') || !last.classList.contains('cell');
  layer.classList.toggle('is-frozen', isFrozen);
  if (isFrozen) return;
  const [x, y] = [first.offsetLeft, first.offsetTop];
  const width = last.offsetLeft + last.offsetWidth - x;
  const height = last.offsetTop + last.offsetHeight - y;
  place(area, { x, y, width, height });
  place(focus, { x, y, width, height });
  layer.classList.toggle('is-many', !isSingle(range));
  place(row, { x: 0, y, width: box.scrollWidth, height });
  place(column, { x, y: 0, width, height: layer.offsetHeight });
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function place({ style }: HTMLElement, { x, y, width, height }: Box): void {
  style.transform = `translate(${x}px, ${y}px)`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Range, isSingle, rangeOf } from './area.ts';
import type { GridControl } from './control.ts';
import type { Geometry } from './view.ts';

type OverlayProps = { readonly control: GridControl };

/** Focus, selection and the crosshair, drawn over the table: moving them touches no cell. */
export function Overlay({ control }: OverlayProps) {
  const layer = useRef<HTMLDivElement>(null);
  const typing = control.editing.value;
  useEffect(() => {
    const own = layer.current;
    if (own === null) return;
    return effect(() => {
      const focus = control.focus.value;
      const range = rangeOf(control.anchor.value ?? focus, focus);
      const sizes = control.geometry.value;
      const columns = control.columns();
      if (sizes !== null) draw(own, { range, sizes, isOutside: focus.row < 0 || range.right >= columns });
    });
  }, [control]);
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

type Drawing = {
  readonly range: Range;
  readonly sizes: Geometry;
  /** The head and the frozen columns show the focus themselves. */
  readonly isOutside: boolean;
};

function draw(layer: HTMLElement, { range, sizes, isOutside }: Drawing): void {
  const [row, column, area, focus] = [...layer.children] as HTMLElement[];
  if (!row || !column || !area || !focus) return;
  layer.classList.toggle('is-frozen', isOutside);
  if (isOutside) return;
  const { left, top, cellWidth, cellHeight } = sizes;
  const x = left + range.left * cellWidth;
  const y = top + range.top * cellHeight;
  const width = (range.right - range.left + 1) * cellWidth;
  const height = (range.bottom - range.top + 1) * cellHeight;
  place(area, { x, y, width, height });
  place(focus, { x, y, width, height });
  layer.classList.toggle('is-many', !isSingle(range));
  place(row, { x: 0, y, width: null, height });
  place(column, { x, y: 0, width, height: null });
}

type Box = {
  readonly x: number;
  readonly y: number;
  /** Null: the style sheet's, all of the table. */
  readonly width: number | null;
  readonly height: number | null;
};

function place({ style }: HTMLElement, { x, y, width, height }: Box): void {
  style.transform = `translate(${x}px, ${y}px)`;
  if (width !== null) style.width = `${width}px`;
  if (height !== null) style.height = `${height}px`;
}

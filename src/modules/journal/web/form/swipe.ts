/** How far the finger goes before a swipe counts, and how far the line follows it. */
const reach = 64;
const farthest = 96;

/**
 * Handlers of a line that answers a swipe to the left. Up and down stay the page's own (`touch-action: pan-y`); a swipe
 * is no press of what lies under the finger.
 */
export function swipeLeft(act: () => void) {
  let start: { readonly x: number; readonly y: number; readonly id: number } | null = null;
  let moved = 0;
  let wasSwipe = false;
  const follow = (line: HTMLElement, by: number) => line.style.setProperty('--swipe', `${by}px`);
  const end = (event: PointerEvent & { readonly currentTarget: HTMLElement }, isLetGo: boolean) => {
    if (start === null) return;
    start = null;
    follow(event.currentTarget, 0);
    wasSwipe = moved < -10;
    if (isLetGo && moved <= -reach) act();
  };
  return {
    onPointerDown(event: PointerEvent & { readonly currentTarget: HTMLElement }) {
      wasSwipe = false;
      if (event.pointerType !== 'touch') return;
      start = { x: event.clientX, y: event.clientY, id: event.pointerId };
      moved = 0;
    },
    onPointerMove(event: PointerEvent & { readonly currentTarget: HTMLElement }) {
      if (start === null || event.pointerId !== start.id) return;
      const [by, down] = [event.clientX - start.x, Math.abs(event.clientY - start.y)];
      if (down > Math.abs(by)) return;
      moved = Math.max(-farthest, Math.min(0, by));
      follow(event.currentTarget, moved);
    },
    onPointerUp: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => end(event, true),
    onPointerCancel: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => end(event, false),
    onClickCapture(event: MouseEvent) {
      if (!wasSwipe) return;
      wasSwipe = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

import { useCallback, useRef } from 'preact/hooks';

/** The reference of something fixed at the bottom edge: while it is there, toasts stand above it. */
export function useToastsAbove(): (element: HTMLElement | null) => void {
  const watchRef = useRef<ResizeObserver | null>(null);
  return useCallback((element) => {
    const { style } = document.documentElement;
    watchRef.current?.disconnect();
    watchRef.current = null;
    if (element === null) {
      style.removeProperty('--toasts-above');
      return;
    }
    watchRef.current = new ResizeObserver(() =>
      style.setProperty('--toasts-above', `${element.offsetHeight}px`),
    );
    watchRef.current.observe(element);
  }, []);
}

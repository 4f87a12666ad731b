import { useEffect } from 'preact/hooks';

/** The arrow keys follow the page's links to the neighbouring weeks or days, as in the diary. */
export function useNeighbourKeys(): void {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest('input, select, textarea, dialog, details') !== null;
      if (rel === undefined || isElsewhere || document.querySelector('dialog[open]')) return;
      document.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`)?.click();
    };
    addEventListener('keydown', turn);
    return () => removeEventListener('keydown', turn);
  }, []);
}

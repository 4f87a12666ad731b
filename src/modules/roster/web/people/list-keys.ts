import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The list by keyboard: `/` goes to the search, arrows from there into the list and along it, Enter opens as any link
 * does. The whole list is one stop of Tab: the link last focused.
 */
export function useListKeys(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!place.current || event.ctrlKey || event.metaKey || event.altKey) return;
      const search = place.current.querySelector<HTMLInputElement>('input[type="search"]');
      const { target } = event;
      // The key left of the right shift is a point on the Russian layout and `/` on the Latin one.
      const isSlash = event.key === '/' || (event.code === 'Slash' && !event.shiftKey);
      if (isSlash && !isTyping(target)) {
        event.preventDefault();
        search?.focus();
        search?.select();
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      const links = [...place.current.querySelectorAll<HTMLAnchorElement>('.people-table a')];
      const at = target instanceof HTMLAnchorElement ? links.indexOf(target) : -1;
      if (at < 0 && target !== search) return;
      event.preventDefault();
      if (at === 0 && step === -1) search?.focus();
      else links[target === search ? 0 : at + step]?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return place;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

import { useEffect, useState } from 'preact/hooks';

export type OpenSheet = {
  /** The id in the address; null while nothing is open. */
  readonly openId: string | null;
  /** Opens at once what an ordinary link leads to, without reading the page anew. */
  readonly follow: (event: MouseEvent) => void;
  readonly close: () => void;
};

/**
 * The sheet named in the address, as `?lesson=…`: the browser's «back» closes it, and the address
 * can be sent to somebody. Without script the same link reads the page with the sheet in it.
 */
export function useOpenSheet(
  name: string,
  { first, isHere }: { readonly first: string | null; readonly isHere: (id: string) => boolean },
): OpenSheet {
  const [openId, setOpenId] = useState(first);
  useEffect(() => {
    const follow = () => setOpenId(new URLSearchParams(location.search).get(name));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [name]);
  return {
    openId,
    follow(event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const id = link ? new URL(link.href).searchParams.get(name) : null;
      if (!link || id === null || !isHere(id)) return;
      event.preventDefault();
      history.pushState({ sheet: true }, '', link.href);
      setOpenId(id);
    },
    close() {
      if (openId === null) return;
      setOpenId(null);
      if ((history.state as { sheet?: boolean } | null)?.sheet === true) {
        history.back();
        return;
      }
      const address = new URL(location.href);
      address.searchParams.delete(name);
      history.replaceState(null, '', address);
    },
  };
}

/** Follows the links to the neighbouring weeks on the arrow keys. */
export function useWeekKeys(): void {
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

import { useLocation } from 'preact-iso';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { PageContext, useWords } from '../../page-context.tsx';
import { shellWords } from '../../shell-words.ts';
import { staffSections } from '../../staff-routes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { search as glass } from '../../ui/icons.ts';
import { useModal } from '../../ui/use-modal.ts';
import { useSession } from '../session.ts';
import { findHere, type Found } from './found.ts';
import './palette.css';

const restMs = 150;
const most = 12;

/** Ctrl+K: people, journals, classes, pages and, on a journal page, its students, by a few letters. */
export function Palette({ close }: { readonly close: () => void }) {
  const words = useWords(shellWords).palette;
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { found, isSearching } = useFound(text);
  const input = useRef<HTMLInputElement>(null);
  const modal = useModal(close);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => setAt(0), [found]);
  const go = (one: Found | undefined) => {
    if (one === undefined) return;
    close();
    // The dialog gives the keyboard back first; then the page may move it.
    if (one.act) setTimeout(one.act);
    else if (one.href !== undefined) route(one.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter') go(found[at]);
    else return;
    event.preventDefault();
  };
  const current = found[at];
  return (
    <dialog class="palette" aria-label={words.title} {...modal}>
      <div class="palette__page">
        <label class="palette__field">
          <Icon path={glass} size={20} />
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls="palette-list"
            aria-activedescendant={current === undefined ? undefined : `found-${current.id}`}
            aria-label={words.title}
            placeholder={words.hint}
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        <div id="palette-list" class="palette__list" role="listbox" aria-label={words.found}>
          {found.map((one, index) => (
            // The keyboard stays in the field; the list is its options.
            <div
              key={one.id}
              id={`found-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => go(one)}
              onPointerMove={() => setAt(index)}
            >
              <span>{one.text}</span>
              <span class="quiet">{one.about}</span>
            </div>
          ))}
        </div>
        <p class="palette__note quiet" role="status">
          {found.length > 0
            ? null
            : isSearching
              ? words.searching
              : text.trim() === ''
                ? words.start
                : words.nothing}
        </p>
      </div>
    </dialog>
  );
}

/** Asks the open page at once and the sections after a rest; answers of an older text are not shown. */
function useFound(text: string): { readonly found: readonly Found[]; readonly isSearching: boolean } {
  const session = useSession();
  const { language } = useContext(PageContext);
  const words = useWords(shellWords).palette;
  const [found, setFound] = useState<readonly Found[]>([]);
  const [isSearching, setSearching] = useState(false);
  useEffect(() => {
    const sections = staffSections.filter(({ isFor }) => isFor(session));
    const wanted = text.trim().toLowerCase();
    const places = sections
      .filter(({ word }) => wanted === '' || word[language].toLowerCase().startsWith(wanted))
      .map(({ href, word }): Found => ({
        id: `page-${href}`,
        text: word[language],
        about: words.page,
        href,
      }));
    if (wanted === '') {
      setFound(places);
      setSearching(false);
      return;
    }
    const here = findHere.peek()?.(wanted) ?? [];
    setFound([...here, ...places].slice(0, most));
    setSearching(true);
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const context = { session, signal: leaving.signal };
      // A section that cannot answer takes nothing from the others.
      const asked = sections.flatMap(({ find }) => (find ? [find(wanted, context).catch(() => [])] : []));
      void Promise.all(asked).then((answers) => {
        if (leaving.signal.aborted) return;
        setFound([...here, ...places, ...answers.flat()].slice(0, most));
        setSearching(false);
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [text, session, language, words]);
  return { found, isSearching };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { check, chevronDown } from '../icons.ts';
import './name-choice.css';

export type NamedPlace = {
  readonly id: string;
  readonly name: string;
  /** What else the search finds it by. */
  readonly also?: string;
  readonly href: string;
};

type NameChoiceProps = {
  readonly id: string;
  /** «Выбрать класс»: what the button does. */
  readonly label: string;
  readonly searchLabel: string;
  readonly nothingFound: string;
  readonly current: NamedPlace | null;
  readonly places: readonly NamedPlace[];
  readonly matches: (text: string, search: string) => boolean;
};

/** One of many by name: a disclosure with a search and ordinary links. Enter goes to the first that is found. */
export function NameChoice({
  id,
  label,
  searchLabel,
  nothingFound,
  current,
  places,
  matches,
}: NameChoiceProps) {
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDetailsElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const found = places.filter(({ name, also }) => matches(`${name} ${also ?? ''}`, search));
  const close = () => {
    box.current?.removeAttribute('open');
    setSearch('');
  };
  useEffect(() => {
    const pressOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    document.addEventListener('pointerdown', pressOutside);
    return () => document.removeEventListener('pointerdown', pressOutside);
  }, []);
  return (
    <details
      ref={box}
      class="name-choice no-print"
      onToggle={() => {
        if (box.current?.open === true) input.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || box.current?.open !== true) return;
        close();
        box.current.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label={current ? `${label}: ${current.name}` : label}>
        <span>{current?.name ?? label}</span>
        <Icon path={chevronDown} size={18} />
      </summary>
      <div class="name-choice__sheet">
        <form
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            box.current?.querySelector<HTMLAnchorElement>('.name-choice__list a')?.click();
          }}
        >
          <input
            ref={input}
            id={id}
            type="search"
            class="name-choice__search"
            aria-label={searchLabel}
            placeholder={searchLabel}
            autocomplete="off"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </form>
        {found.length === 0 ? (
          <p class="name-choice__none quiet" role="status">
            {nothingFound}
          </p>
        ) : (
          <ul class="name-choice__list">
            {found.map((place) => (
              <li key={place.id}>
                <a
                  href={place.href}
                  aria-current={place.id === current?.id ? 'true' : undefined}
                  onClick={close}
                >
                  {place.name}
                  {place.id === current?.id ? <Icon path={check} size={16} /> : null}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

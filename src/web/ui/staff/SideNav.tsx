import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../page-context.tsx';
import { Icon } from '../Icon.tsx';
import { chevronDown } from '../icons.ts';
import { Logo } from '../Logo.tsx';
import type { Place } from '../Navigation.tsx';
import { uiWords } from '../ui-words.ts';

type SideNavProps = {
  readonly places: readonly Place[];
  readonly home: string;
  /** Beside the sections: a search. */
  readonly children?: ComponentChildren;
};

/** The sections of the staff area: at the left of a wide screen; on a narrow one a menu under the section's name. */
export function SideNav({ places, home, children }: SideNavProps) {
  const words = useWords(uiWords);
  const [isOpen, setOpen] = useState(false);
  const current = places.find(({ isCurrent }) => isCurrent);
  useEffect(() => setOpen(false), [current?.href]);
  return (
    <div
      class="side no-print"
      onKeyDown={({ key }) => {
        if (key === 'Escape') setOpen(false);
      }}
    >
      <a class="side__home" href={home} aria-label={words.product}>
        <Logo />
        <span>{words.product}</span>
      </a>
      <button
        type="button"
        class="side__toggle"
        aria-expanded={isOpen}
        aria-controls="sections"
        onClick={() => setOpen(!isOpen)}
      >
        {current?.word ?? words.sections}
        <Icon path={chevronDown} size={18} />
      </button>
      {children}
      <nav id="sections" class={isOpen ? 'is-open' : ''} aria-label={words.sections}>
        {places.map(({ href, word, icon, count, isCurrent }) => (
          <a key={href} class="side__place" href={href} aria-current={isCurrent ? 'page' : undefined}>
            {icon === undefined ? null : <Icon path={icon} />}
            {word}
            {count}
          </a>
        ))}
      </nav>
    </div>
  );
}

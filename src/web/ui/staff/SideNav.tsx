import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../page-context.tsx';
import { Logo } from '../Logo.tsx';
import type { Place } from '../Navigation.tsx';
import { Icon } from '../Icon.tsx';
import { uiWords } from '../ui-words.ts';

/** The sections of the staff area: at the left of a wide screen, across the top of a narrow one. */
export function SideNav({ places, home }: { places: readonly Place[]; home: string }) {
  const words = useWords(uiWords);
  const list = useRef<HTMLElement>(null);
  const current = places.find(({ isCurrent }) => isCurrent)?.href;
  // On a phone the sections are one strip: the one that is open must be seen.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <div class="side no-print">
      <a class="side__home" href={home} aria-label={words.product}>
        <Logo />
        <span>{words.product}</span>
      </a>
      <nav ref={list} aria-label={words.sections}>
        {places.map(({ href, word, icon, isCurrent }) => (
          <a key={href} class="side__place" href={href} aria-current={isCurrent ? 'page' : undefined}>
            {icon === undefined ? null : <Icon path={icon} />}
            {word}
          </a>
        ))}
      </nav>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Logo } from './Logo.tsx';
import { AccountMenu, type Child, ChildSwitcher } from './Menus.tsx';
import { BottomBar, type Place } from './Navigation.tsx';
import { uiWords } from './ui-words.ts';

type FamilyFrameProps = {
  readonly person: { readonly name: string; readonly role?: string | null };
  readonly family: readonly Child[];
  /** What exists for this child: at the top of a wide screen, at the bottom of a phone. */
  readonly places: readonly Place[];
  /** Where the logo leads. */
  readonly home: string;
  readonly children: ComponentChildren;
};

/** Every page of the family's area: sticky top, content, bottom bar. */
export function FamilyFrame({ person, family, places, home, children }: FamilyFrameProps) {
  const words = useWords(uiWords);
  return (
    <div class="frame">
      <a class="skip-link" href="#content">
        {words.toContent}
      </a>
      <header class="frame__top no-print">
        <div class="frame__line">
          <a class="frame__home" href={home} aria-label={words.product}>
            <Logo />
          </a>
          <ChildSwitcher family={family} />
          <nav class="frame__places" aria-label={words.sections}>
            {places.map(({ href, word, isCurrent }) => (
              <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
                {word}
              </a>
            ))}
          </nav>
          <AccountMenu {...person} />
        </div>
      </header>
      <main class="frame__content" id="content" tabIndex={-1}>
        {children}
      </main>
      <BottomBar places={places} />
    </div>
  );
}

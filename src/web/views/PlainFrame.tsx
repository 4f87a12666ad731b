import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Icon } from '../ui/Icon.tsx';
import { chevronLeft } from '../ui/icons.ts';
import { Logo } from '../ui/Logo.tsx';
import { uiWords } from '../ui/ui-words.ts';

type PlainFrameProps = {
  /** At the end of the head: the account's menu. */
  readonly menu?: ComponentChildren;
  /** A look of its own beside the frame's. */
  readonly look?: string;
  /** One step up. */
  readonly back?: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
};

/** A page of no school: nothing of one around it. */
export function PlainFrame({ menu, look, back, children }: PlainFrameProps) {
  const { product } = useWords(uiWords);
  return (
    <div class="plain">
      <header class="plain__top">
        <a class="plain__home" href="/">
          <Logo />
          <span>{product}</span>
        </a>
        {menu}
      </header>
      <main class={look === undefined ? 'plain__content' : `plain__content ${look}`} id="content">
        {back === undefined ? null : (
          <a class="plain__back" href={back.href}>
            <Icon path={chevronLeft} size={18} />
            {back.name}
          </a>
        )}
        {children}
      </main>
    </div>
  );
}

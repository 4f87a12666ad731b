import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Logo } from '../ui/Logo.tsx';
import { uiWords } from '../ui/ui-words.ts';

type PlainFrameProps = {
  /** At the end of the head: the account's menu. */
  readonly menu?: ComponentChildren;
  /** A look of its own beside the frame's. */
  readonly look?: string;
  readonly children: ComponentChildren;
};

/** A page of no school: nothing of one around it. */
export function PlainFrame({ menu, look, children }: PlainFrameProps) {
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
        {children}
      </main>
    </div>
  );
}

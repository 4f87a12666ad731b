import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft } from '#web/ui/icons.ts';
import { Logo } from '#web/ui/Logo.tsx';
import { uiWords } from '#web/ui/ui-words.ts';

type Frame = {
  readonly title: string;
  /** One step up. */
  readonly back: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
};

/** A page about the account itself, whoever it belongs to: no navigation of a school around it. */
export function SecurityFrame({ title, back, children }: Frame) {
  const { product } = useWords(uiWords);
  return (
    <div class="plain">
      <header class="plain__top">
        <a class="plain__home" href="/">
          <Logo />
          <span>{product}</span>
        </a>
      </header>
      <main class="plain__content security" id="content">
        <a class="security__back" href={back.href}>
          <Icon path={chevronLeft} size={18} />
          {back.name}
        </a>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

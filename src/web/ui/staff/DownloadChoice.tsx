import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../page-context.tsx';
import { Icon } from '../Icon.tsx';
import { download } from '../icons.ts';
import { formWords } from './form-words.ts';

type DownloadChoiceProps = {
  readonly isBusy?: boolean;
  /** A link or button for each format. */
  readonly children: ComponentChildren;
};

/** «Скачать» with its formats below; shut by a choice, Esc, a press elsewhere and when the keyboard leaves. */
export function DownloadChoice({ isBusy = false, children }: DownloadChoiceProps) {
  const words = useWords(formWords);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  useEffect(() => {
    const leave = (event: Event) => {
      const isInside = event.target instanceof Node && menu.current?.contains(event.target) === true;
      if (!isInside) menu.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);
  return (
    <details
      class="download no-print"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('.download__choice')) close();
      }}
    >
      <summary class="button button--secondary" aria-busy={isBusy}>
        <Icon path={download} size={18} />
        {words.download}
      </summary>
      <div class="download__choice">{children}</div>
    </details>
  );
}

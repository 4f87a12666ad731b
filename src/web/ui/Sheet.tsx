import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { Icon } from './Icon.tsx';
import { close } from './icons.ts';
import { uiWords } from './ui-words.ts';
import { useModal } from './use-modal.ts';

type SheetProps = {
  /** Unique on the page: names the dialog. */
  readonly id: string;
  readonly isOpen: boolean;
  readonly title: string;
  /** One quiet line under the title: «1-й урок, 08:30–09:15, кабинет 106». */
  readonly context?: string | null;
  /** Called on Esc, the close button and a press outside. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
};

/**
 * A native modal dialog: from below on a phone, from the side on a wide screen. The browser keeps
 * the focus inside, closes on Esc and returns the focus to what opened it.
 */
export function Sheet({ id, isOpen, title, context, onClose, children, actions }: SheetProps) {
  const words = useWords(uiWords);
  const modal = useModal(onClose, isOpen);
  return (
    <dialog class="sheet" aria-labelledby={`${id}-title`} {...modal}>
      <div class="sheet__page">
        <header class="sheet__header">
          <div>
            <h2 class="sheet__title" id={`${id}-title`}>
              {title}
            </h2>
            {context ? <p class="quiet">{context}</p> : null}
          </div>
          <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
            <Icon path={close} />
          </button>
        </header>
        <div class="sheet__content">{children}</div>
        {actions ? <footer class="sheet__actions">{actions}</footer> : null}
      </div>
    </dialog>
  );
}

/** Facts of a lesson or a mark inside a sheet: a quiet name at the left, its value at the right. */
export function FactList({ facts }: { facts: readonly { name: string; value: ComponentChildren }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

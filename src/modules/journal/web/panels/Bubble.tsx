import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { close } from '#web/ui/icons.ts';
import { uiWords } from '#web/ui/ui-words.ts';
import { useModal } from '#web/ui/use-modal.ts';

type BubbleProps = {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** A small modal beside the focused cell; on a phone at the foot of the screen. Mounted = open. */
export function Bubble({ id, title, onClose, children }: BubbleProps) {
  const words = useWords(uiWords);
  const { ref, ...modal } = useModal(onClose);
  useLayoutEffect(() => {
    const own = ref.current;
    if (own === null) return;
    const cell = document.querySelector('.marks-grid [tabindex="0"]');
    if (cell && matchMedia('(min-width: 860px)').matches) stand(own, cell.getBoundingClientRect());
  }, [ref]);
  return (
    <dialog ref={ref} class="bubble" aria-labelledby={`${id}-title`} {...modal}>
      <div class="bubble__page">
        <header class="bubble__head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
            <Icon path={close} size={18} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** Below the cell, or above it where there is no room. */
function stand(own: HTMLElement, cell: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = own;
  const left = Math.max(12, Math.min(cell.left - 16, innerWidth - width - 12));
  const below = cell.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, cell.top - height - 6);
  own.style.left = `${left}px`;
  own.style.top = `${top}px`;
  own.style.margin = '0';
}

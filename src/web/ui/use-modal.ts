import type { RefObject, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly onCancel: (event: TargetedEvent<HTMLDialogElement, Event>) => void;
  readonly onClose: () => void;
  readonly onClick: (event: TargetedEvent<HTMLDialogElement, Event>) => void;
};

/**
 * The properties of a native modal dialog. The browser's `close` event comes some milliseconds late, when a fast key
 * may have opened the next dialog: whoever is asked to close on Esc or a press outside is asked at once, and an event
 * that comes after is not heard.
 */
export function useModal(onClose: () => void, isOpen = true): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return {
    ref,
    onCancel: (event) => {
      if (event.target !== ref.current) return;
      event.preventDefault();
      onClose();
    },
    onClose: () => {
      if (isOpen && ref.current?.open === false) onClose();
    },
    onClick: (event) => {
      if (event.target === ref.current) onClose();
    },
  };
}

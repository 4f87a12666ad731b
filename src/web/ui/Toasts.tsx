import '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../page-context.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { close } from './icons.ts';
import { type Toast, dismissToast, toasts } from './toasts.ts';
import { uiWords } from './ui-words.ts';

const shownFor = 8000;

/** The place of all toasts; once per page. It is there before the first, or it would not be read aloud. */
export function Toasts() {
  return (
    <div class="toasts no-print" role="status">
      {toasts.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Waits while the pointer or the focus is on it. */
function ToastCard({ toast }: { toast: Toast }) {
  const words = useWords(uiWords);
  const [isHeld, setHeld] = useState(false);
  const { undo } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {undo ? (
        <Button
          kind="quiet"
          onClick={() => {
            dismissToast(toast.id);
            undo();
          }}
        >
          {words.undo}
        </Button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        aria-label={words.close}
        onClick={() => dismissToast(toast.id)}
      >
        <Icon path={close} size={18} />
      </button>
    </div>
  );
}

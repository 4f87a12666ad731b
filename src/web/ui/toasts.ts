import { signal } from '@preact/signals';

export type Toast = {
  readonly id: number;
  readonly text: string;
  /** Takes the act back. Without it the toast only tells. */
  readonly undo: (() => void) | null;
};

/** Toasts on the screen, oldest first; `Toasts` shows them. */
export const toasts = signal<readonly Toast[]>([]);

let lastId = 0;

/** Tells what was done and offers to undo it; `Toasts` takes it away after eight seconds. */
export function showToast(text: string, undo: (() => void) | null = null): void {
  lastId += 1;
  toasts.value = [...toasts.value.slice(-2), { id: lastId, text, undo }];
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

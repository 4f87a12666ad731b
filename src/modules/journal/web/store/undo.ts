import type { Kind, Write } from '../queue/writes.ts';
import { isSame } from '../queue/writes.ts';

/** One step back: what stood in each place before, and what stands there since. */
export type UndoStep = readonly {
  readonly key: string;
  readonly kind: Kind;
  readonly place: Write['place'];
  readonly before: Write['content'] | null;
  readonly after: Write['content'];
}[];

export type UndoStack = { readonly done: readonly UndoStep[]; readonly undone: readonly UndoStep[] };

export const emptyStack: UndoStack = { done: [], undone: [] };

const deepest = 100;

/** A new act; what was undone before it can no longer be redone. */
export function remember(stack: UndoStack, step: UndoStep): UndoStack {
  return { done: [...stack.done, step].slice(-deepest), undone: [] };
}

/**
 * The last step to take back and the stack without it; null = nothing left. Places that somebody has changed since
 * are left out (`isOverwritten` tells), so that undoing never wipes out another person's entry.
 */
export function stepBack(
  stack: UndoStack,
  contentAt: (key: string) => Write['content'] | null,
): { readonly stack: UndoStack; readonly step: UndoStep; readonly isOverwritten: boolean } | null {
  const step = stack.done.at(-1);
  if (step === undefined) return null;
  const own = step.filter(({ key, after }) => isSame(contentAt(key), after));
  const turned = {
    done: stack.done.slice(0, -1),
    undone: own.length === 0 ? stack.undone : [...stack.undone, own],
  };
  return { stack: turned, step: own, isOverwritten: own.length < step.length };
}

/** The same forwards. */
export function stepForward(
  stack: UndoStack,
  contentAt: (key: string) => Write['content'] | null,
): { readonly stack: UndoStack; readonly step: UndoStep; readonly isOverwritten: boolean } | null {
  const step = stack.undone.at(-1);
  if (step === undefined) return null;
  const own = step.filter(({ key, before }) => isSame(contentAt(key), before));
  const turned = {
    done: own.length === 0 ? stack.done : [...stack.done, own],
    undone: stack.undone.slice(0, -1),
  };
  return { stack: turned, step: own, isOverwritten: own.length < step.length };
}

/** The stack of one page survives a reload of the browser page. */
export function readStack(pageId: string): UndoStack {
  try {
    const text = sessionStorage.getItem(storageKey(pageId));
    return text === null ? emptyStack : (JSON.parse(text) as UndoStack);
  } catch {
    return emptyStack;
  }
}

export function keepStack(pageId: string, stack: UndoStack): void {
  try {
    sessionStorage.setItem(storageKey(pageId), JSON.stringify(stack));
  } catch {
    // A full or forbidden store costs the undo after a reload, nothing else.
  }
}

const storageKey = (pageId: string) => `parta-journal-undo-${pageId}`;

import { useEffect, useState } from 'preact/hooks';
import {
  beginDraft,
  type Draft,
  draftText,
  isSame,
  isTouched,
  parseDraft,
  rebase,
  redo,
  step,
  undo,
  weekOf,
} from './draft-rules.ts';
import type { Place } from './place-rules.ts';

export type WeekDraft = {
  readonly cards: readonly Place[];
  /** The week that the draft began from: what a command must name. */
  readonly base: readonly Place[];
  readonly set: (cards: readonly Place[]) => void;
  /** Null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly isTouched: boolean;
  /** Somebody else has saved meanwhile; what was put together stays until `carryOver` or `reset`. */
  readonly isOutdated: boolean;
  readonly carryOver: () => void;
  readonly reset: () => void;
};

/** The week of a class while it is put together; the tab keeps it through a reload. */
export function useWeekDraft(key: string, standing: readonly Place[]): WeekDraft {
  const [held, setHeld] = useState<Draft>(() => restored(key) ?? beginDraft(standing));
  // News replaces what nobody has touched; saved, what stands is what was put together.
  const isReplaced = !isSame(held.base, standing) && (!isTouched(held) || isSame(weekOf(held), standing));
  const draft = isReplaced ? beginDraft(standing) : held;
  const keep = (next: Draft) => {
    setHeld(next);
    store(key, isTouched(next) ? draftText(next) : null);
  };
  useEffect(() => {
    if (isReplaced) keep(draft);
  });
  return {
    cards: weekOf(draft),
    base: draft.base,
    set: (cards) => keep(step(draft, cards)),
    undo: draft.at > 0 ? () => keep(undo(draft)) : null,
    redo: draft.at < draft.steps.length - 1 ? () => keep(redo(draft)) : null,
    isTouched: isTouched(draft),
    isOutdated: !isSame(draft.base, standing),
    carryOver: () => keep(rebase(draft, standing)),
    reset: () => keep(beginDraft(standing)),
  };
}

const storageKey = (key: string) => `weekly ${key}`;

function restored(key: string): Draft | null {
  try {
    return parseDraft(sessionStorage.getItem(storageKey(key)));
  } catch {
    return null;
  }
}

/** A browser that keeps nothing loses it with the page. */
function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(storageKey(key));
    else sessionStorage.setItem(storageKey(key), text);
  } catch {
    // Full or forbidden.
  }
}

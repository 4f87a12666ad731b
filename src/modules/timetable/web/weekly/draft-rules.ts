import { placeKey, type Place } from './place-rules.ts';

/** A week being put together: as it was read, and every step since. */
export type Draft = {
  readonly base: readonly Place[];
  readonly steps: readonly (readonly Place[])[];
  readonly at: number;
};

const mostSteps = 100;

export const beginDraft = (base: readonly Place[]): Draft => ({ base, steps: [base], at: 0 });

export const weekOf = ({ steps, at, base }: Draft): readonly Place[] => steps[at] ?? base;

/** One more step; what was undone is gone. A step that changes nothing is none. */
export function step(draft: Draft, cards: readonly Place[]): Draft {
  if (isSame(weekOf(draft), cards)) return draft;
  const steps = [...draft.steps.slice(0, draft.at + 1), cards].slice(-mostSteps);
  return { ...draft, steps, at: steps.length - 1 };
}

export const undo = (draft: Draft): Draft => ({ ...draft, at: Math.max(0, draft.at - 1) });
export const redo = (draft: Draft): Draft => ({
  ...draft,
  at: Math.min(draft.steps.length - 1, draft.at + 1),
});

export const isTouched = (draft: Draft): boolean => !isSame(draft.base, weekOf(draft));

export function isSame(one: readonly Place[], other: readonly Place[]): boolean {
  const keys = new Set(one.map(placeKey));
  return one.length === other.length && other.every((place) => keys.has(placeKey(place)));
}

/** What was changed, put onto the week as somebody else has left it. */
export function rebase(draft: Draft, standing: readonly Place[]): Draft {
  const wanted = weekOf(draft);
  const was = new Set(draft.base.map(placeKey));
  const stays = new Set(wanted.map(placeKey));
  const kept = standing.filter((place) => !was.has(placeKey(place)) || stays.has(placeKey(place)));
  const there = new Set(kept.map(placeKey));
  const put = wanted.filter((place) => !was.has(placeKey(place)) && !there.has(placeKey(place)));
  return step(beginDraft(standing), [...kept, ...put]);
}

/** Kept by the browser until the tab is closed; null for what is none. */
export function parseDraft(text: string | null): Draft | null {
  try {
    const kept = JSON.parse(text ?? 'null') as { base?: unknown; cards?: unknown } | null;
    if (!Array.isArray(kept?.base) || !Array.isArray(kept.cards)) return null;
    return step(beginDraft(kept.base as Place[]), kept.cards as Place[]);
  } catch {
    return null;
  }
}

export const draftText = (draft: Draft): string => JSON.stringify({ base: draft.base, cards: weekOf(draft) });

import { useEffect, useState } from 'preact/hooks';

type Held<Value> = { readonly draft: Value; readonly base: Value; readonly version: number };

type Draft<Value> = {
  readonly draft: Value;
  /** The version the draft began from: what a command must name. */
  readonly version: number;
  readonly set: (change: Partial<Value>) => void;
  /** Something was typed that is not saved. */
  readonly isTouched: boolean;
  /** Somebody else has saved meanwhile; what was typed stays until `reset`. */
  readonly isOutdated: boolean;
  /** Back to what stands now. */
  readonly reset: () => void;
};

/** What a form holds while it is filled in. News replaces it only where nothing was typed. */
export function useDraft<Value extends object>(standing: Value, version: number): Draft<Value> {
  const [held, setHeld] = useState<Held<Value>>({ draft: standing, base: standing, version });
  const isTouched = !isSame(held.draft, held.base);
  const isOutdated = version !== held.version;
  const reset = () => setHeld({ draft: standing, base: standing, version });
  // Saved: what stands is what was typed.
  const isSaved = isOutdated && isSame(held.draft, standing);
  useEffect(() => {
    if (isOutdated && (!isTouched || isSaved)) reset();
  });
  return {
    draft: held.draft,
    version: held.version,
    set: (change) => setHeld((before) => ({ ...before, draft: { ...before.draft, ...change } })),
    isTouched,
    isOutdated: isOutdated && isTouched && !isSaved,
    reset,
  };
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

import { signal } from '@preact/signals';
import type { SessionReply } from '#modules/identity/sessions/contract.ts';

/** Something the search over the staff area has found: a place to go to, or something on the open page. */
export type Found = {
  readonly id: string;
  readonly text: string;
  /** What it is: «7 «Б», Ковалёва М. И.», «ученик 5 «А»». */
  readonly about: string;
  readonly href?: string;
  /** Instead of an address. */
  readonly act?: () => void;
};

export type FindContext = { readonly session: SessionReply; readonly signal: AbortSignal };

/** A section's own search; `text` has a letter at least. At most a dozen, the best first. */
export type Find = (text: string, context: FindContext) => Promise<readonly Found[]>;

/** What the open page finds on itself: students of a journal page. Null = nothing. */
export const findHere = signal<((text: string) => readonly Found[]) | null>(null);

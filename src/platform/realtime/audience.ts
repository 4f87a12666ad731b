import type { SignedIn } from '../actor.ts';
import type { RightsChange } from './rights-changed.ts';

/** What one account may hear of one school today. */
export type Reach = {
  readonly schoolId: number;
  /** Topics heard with payload: all of the school, or these; null = not of the staff. */
  readonly staff: 'all' | ReadonlySet<string> | null;
  /** Own students, each with the topics that concern them. */
  readonly students: readonly { readonly studentId: string; readonly topics: ReadonlySet<string> }[];
};

/** Implemented by the identity module; the platform knows no accounts. */
export type AudiencePort = {
  /** What a session may hear today, school by school; null when it is over. Cached. */
  reach(signedIn: SignedIn): Promise<readonly Reach[] | null>;
  /** Calls back when the rights of some sessions may differ from before. Returns the end of it. */
  onChange(listener: (change: RightsChange) => void): () => void;
};

/** Equal for equal reaches, whatever the order they were read in. */
export function reachText(reaches: Iterable<Reach>): string {
  const parts = [...reaches].map(({ schoolId, staff, students }) =>
    JSON.stringify([
      schoolId,
      staff instanceof Set ? [...staff].toSorted(byText) : staff,
      students
        .map(({ studentId, topics }) => [studentId, ...[...topics].toSorted(byText)].join(' '))
        .toSorted(byText),
    ]),
  );
  return parts.toSorted(byText).join();
}

const byText = (one: string, other: string) => (one < other ? -1 : 1);

import type { Challenge, Solution } from 'altcha-lib';

/** The two hidden fields of a public form; empty without script. */
export type TypedChallenge = { readonly challenge: string; readonly solution: string };

const longest = 4_000;

/** What the fields hold; null where they hold no challenge with its solution. */
export function readSolution({ challenge, solution }: TypedChallenge): {
  readonly challenge: Challenge;
  readonly solution: Solution;
} | null {
  if (solution === '' || challenge.length > longest || solution.length > longest) return null;
  try {
    const given = {
      challenge: JSON.parse(challenge) as Challenge,
      solution: JSON.parse(solution) as Solution,
    };
    return isObject(given.challenge) && isObject(given.challenge.parameters) && isObject(given.solution)
      ? given
      : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

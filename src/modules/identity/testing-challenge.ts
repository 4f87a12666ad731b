import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** What a browser does with the challenge of a public form. */
export async function solved(
  challenge: string,
): Promise<{ readonly challenge: string; readonly solution: string }> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge) as Challenge, deriveKey });
  return { challenge, solution: JSON.stringify(solution) };
}

import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Longer than that nobody waits: the form goes without a solution, and the server counts more strictly. */
const longestMs = 20_000;

/** Does the work a public form asks for while it is being filled in; who is faster waits for the rest of it. */
export function solveChallenges(forms: Iterable<HTMLFormElement>): void {
  for (const form of forms) {
    const given = form.querySelector<HTMLInputElement>('input[name="challenge"]');
    const solution = form.querySelector<HTMLInputElement>('input[name="solution"]');
    // Without a safe origin a browser has no such arithmetic.
    if (!given || !solution || !('subtle' in crypto)) continue;
    let isDone = false;
    const work = solveChallenge({
      challenge: JSON.parse(given.value) as Challenge,
      deriveKey,
      timeout: longestMs,
    })
      .then((found) => {
        if (found !== null) solution.value = JSON.stringify(found);
      })
      .catch(() => undefined)
      .finally(() => {
        isDone = true;
      });
    form.addEventListener('submit', (event) => {
      if (isDone) return;
      event.preventDefault();
      const button = event.submitter;
      if (button instanceof HTMLButtonElement) button.setAttribute('aria-busy', 'true');
      work.then(() => form.requestSubmit(button)).catch(() => undefined);
    });
  }
}

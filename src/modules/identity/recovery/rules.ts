/**
 * Does a typed date of birth fit what schools have stored of an account's persons? Where no school knows it there is
 * nothing to compare; where one does, it must be typed, and right.
 */
export function fitsPerson(stored: readonly string[], typed: string): boolean {
  return stored.length === 0 || stored.includes(typed);
}

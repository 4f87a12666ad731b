/** Acts that open or take away what others have: a session left open must not be enough for them. */
export const sensitiveActs: ReadonlySet<string> = new Set([
  'identity.issueClassSlips',
  'identity.issueStaffSlips',
  'identity.resetSecondFactor',
  'identity.employ',
  'identity.setPost',
  'roster.exportPeople',
]);

/** A proof is good for such an act so long. Milliseconds. */
export const stepUpMs = 30 * 60_000;

/** Is a fresh proof asked for? Only where there is a second factor to show. */
export function asksStepUp(
  { hasFactor, provedAt }: { readonly hasFactor: boolean; readonly provedAt: string },
  now: Date,
): boolean {
  return hasFactor && now.getTime() - Date.parse(provedAt) >= stepUpMs;
}

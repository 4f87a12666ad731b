/** What stands of the account a slip would open, as far as joining it to another one goes. */
export type SlipAccount = {
  readonly isOwn: boolean;
  readonly isStudent: boolean;
  readonly holdsRole: boolean;
  /** A second factor guards it, which a slip does not pass. */
  readonly hasFactor: boolean;
};

export type JoiningRefusal = 'joining.own' | 'joining.student' | 'joining.staff' | 'joining.guarded';

/**
 * Why the persons of a slip's account cannot be joined to the account of whoever typed it; null = they can. A student
 * keeps an account of its own, and staff sign in apart, since their sessions are shorter. A password set
 * earlier is no hindrance: a slip replaces it at signing in as well.
 */
export function joiningRefusal(slip: SlipAccount): JoiningRefusal | null {
  if (slip.isOwn) return 'joining.own';
  if (slip.isStudent) return 'joining.student';
  if (slip.holdsRole) return 'joining.staff';
  return slip.hasFactor ? 'joining.guarded' : null;
}

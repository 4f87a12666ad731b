import type { SignedIn } from '../actor.ts';
import { statement, type UnfencedTx } from '../db/tx.ts';

/** The channel on which commands tell that somebody's rights have changed. */
export const rightsChannel = 'parta_identity';

/** Whose rights changed; `everybody` when it cannot be said. */
export type RightsChange =
  | { readonly kind: 'sessions'; readonly ids: readonly string[] }
  | { readonly kind: 'accounts'; readonly ids: readonly string[] }
  | { readonly kind: 'persons'; readonly schoolId: number; readonly ids: readonly string[] }
  | { readonly kind: 'everybody' };

/** PostgreSQL refuses a payload of 8,000 bytes. */
const largestPayload = 7_500;

/**
 * Tells every process at commit that rights changed: cached sessions and open streams are evaluated
 * anew within a second. To be called by each command that changes a session, an account, a role, a
 * guardianship, a homeroom or who teaches a page; `persons` are the holders of the right.
 */
export async function rightsChanged(tx: UnfencedTx, change: RightsChange): Promise<void> {
  const exact = JSON.stringify(change);
  const payload = exact.length > largestPayload ? JSON.stringify({ kind: 'everybody' }) : exact;
  await tx.text(tell, [payload]);
}

/** Reads a notification; whatever is not understood concerns everybody. */
export function parseRightsChange(payload: string): RightsChange {
  try {
    const change = JSON.parse(payload) as RightsChange;
    if (change.kind === 'everybody') return change;
    return Array.isArray(change.ids) ? change : { kind: 'everybody' };
  } catch {
    return { kind: 'everybody' };
  }
}

/** Does a change concern this session? */
export function concerns(change: RightsChange, signedIn: SignedIn): boolean {
  if (change.kind === 'everybody') return true;
  if (change.kind === 'sessions') return change.ids.includes(signedIn.sessionId);
  if (change.kind === 'accounts') return change.ids.includes(signedIn.accountId);
  return signedIn.persons.some(
    ({ schoolId, personId }) => schoolId === change.schoolId && change.ids.includes(personId),
  );
}

// Heard at commit by every process.
const tell = statement('platform.rightsChanged', `select pg_notify('${rightsChannel}', $1)::text`);

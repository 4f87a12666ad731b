import type { FastifyRequest } from 'fastify';

/** Roles a person of the school's staff can hold; each grant has dates. */
export const staffRoles = [
  'schoolAdmin',
  'principal',
  'deputyHead',
  'secretary',
  'teacher',
  'psychologist',
  'socialPedagogue',
  'librarian',
] as const;

export type StaffRole = (typeof staffRoles)[number];

/** What a guardian may see of a student; a student's own rights are all of them. */
export type GuardianshipScope = 'marks' | 'messages' | 'contacts' | 'documents';

/**
 * An account acting as one person of one school, with the rights it holds on the school's today.
 * Policies decide from this value and the row alone.
 */
export type Actor = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly schoolId: number;
  readonly personId: string;
  /** The date in the school's time zone by the school clock, `YYYY-MM-DD`. */
  readonly today: string;
  /** Signed in on a computer others use too: writes in today's lessons only. */
  readonly isShared?: boolean;
  /** Roles valid today; empty for a student or guardian. */
  readonly roles: readonly StaffRole[];
  readonly homeroomClassIds: readonly string[];
  /** The students this person reads as family: oneself (`self`) or one's wards. */
  readonly students: readonly {
    readonly studentId: string;
    readonly kinship: string;
    readonly scope: readonly GuardianshipScope[];
  }[];
};

/** A role above schools; its reach is a region. */
export type RegionRole = { readonly regionId: string; readonly role: 'regionalCoordinator' };

/** A live session: who signed in, before a school is chosen. */
export type SignedIn = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly login: string;
  readonly persons: readonly { readonly schoolId: number; readonly personId: string }[];
  readonly regionRoles: readonly RegionRole[];
  /** Came in by a printed slip: until a password of one's own is set, nothing else is open. */
  readonly needsOwnPassword: boolean;
  /** The school asks for a second factor that is not set up: until then only what sets it up is open. */
  readonly needsSecondFactor: boolean;
};

/** What a port may read of a request: enough for a session cookie and throttling. */
export type IncomingRequest = Pick<FastifyRequest, 'id' | 'ip' | 'headers' | 'protocol' | 'host'>;

/** Implemented by the identity module; the platform knows no accounts. */
export type ActorPort = {
  /** The live session of the request's cookie, or null. Called on every request: must be cached. */
  signedIn(request: IncomingRequest): Promise<SignedIn | null>;
  /** Acts for which a session must have shown lately who uses it; asked once for each endpoint, at boot. */
  isSensitive(endpointId: string): boolean;
  /** Throws `proofNeeded` when the session's proof is too old for a sensitive act. */
  requireProof(signedIn: SignedIn): Promise<void>;
  /** The account's person in this school, or null when it has none. */
  actor(signedIn: SignedIn, schoolId: number): Promise<Actor | null>;
};

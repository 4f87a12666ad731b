import type { FastifyRequest } from 'fastify';
import type { Actor, SignedIn } from './actor.ts';
import type { Fence } from './database-port.ts';
import { KnownFault } from './log.ts';
import { ownPasswordPath, secondFactorPath } from './page.ts';
import type { Platform } from './platform.ts';
import { Problem, platformProblem, type Refusal } from './problem.ts';
import type { AnyTx, Policy } from './serve.ts';

/** The policy of a school's route with its parameter types erased: routes are mounted in one list. */
export type ErasedSchoolPolicy = {
  readonly fence: (actor: Actor, params: unknown) => Fence | null;
  readonly load?: (tx: AnyTx, params: unknown, body: unknown) => Promise<unknown>;
  readonly known?: (platform: Platform, params: unknown, body: unknown) => unknown;
  readonly may: (actor: Actor, subject: unknown, params: unknown) => boolean | Refusal;
};

export type ErasedPolicy =
  | { readonly kind: 'public'; readonly reason: string }
  | { readonly kind: 'signedIn'; readonly beforeSecondFactor: boolean }
  | { readonly kind: 'school'; readonly school: ErasedSchoolPolicy; readonly byRow: boolean };

/** Names a policy's kind; null for a value that is none. */
export function policyOf(policy: Policy | undefined): ErasedPolicy | null {
  if (!policy) return null;
  if ('public' in policy) return policy.public === '' ? null : { kind: 'public', reason: policy.public };
  if ('signedIn' in policy)
    return { kind: 'signedIn', beforeSecondFactor: policy.beforeSecondFactor === true };
  if (typeof policy.fence !== 'function' || typeof policy.may !== 'function') return null;
  // The parameter types were checked where the route was written.
  const school = policy as unknown as ErasedSchoolPolicy;
  return { kind: 'school', school, byRow: school.load !== undefined };
}

/** One fenced transaction for whatever tables the route's own code names. */
export function inSchool<Result>(
  platform: Platform,
  fence: Fence,
  run: (tx: AnyTx) => Promise<Result>,
): Promise<Result> {
  return platform.database.inSchool(fence, (tx) => run(tx as unknown as AnyTx));
}

/** Where the browser must go first, or null. */
export function detourOf(signedIn: SignedIn | null, policy: ErasedPolicy): string | null {
  if (!signedIn || policy.kind === 'public') return null;
  if (signedIn.needsOwnPassword) return ownPasswordPath;
  const setsUp = policy.kind === 'signedIn' && policy.beforeSecondFactor;
  return signedIn.needsSecondFactor && !setsUp ? secondFactorPath : null;
}

/** The live session, or 401; 403 while it may do nothing but set up a password or second factor of one's own. */
export async function requireSession(platform: Platform, request: FastifyRequest): Promise<SignedIn> {
  const signedIn = await platform.actors.signedIn(request);
  if (!signedIn) throw platformProblem('notSignedIn');
  if (signedIn.needsOwnPassword) throw platformProblem('ownPasswordNeeded');
  if (signedIn.needsSecondFactor) throw platformProblem('secondFactorNeeded');
  return signedIn;
}

/** The account's actor in the school of the address; 404 when it has no person there. */
export async function requireActor(platform: Platform, signedIn: SignedIn, params: unknown): Promise<Actor> {
  const schoolId = (params as { schoolId: number }).schoolId;
  const actor = await platform.actors.actor(signedIn, schoolId);
  if (!actor) throw platformProblem('notFound');
  return actor;
}

/**
 * What the actor may see here; 404 when nothing. A policy that would fence another school than the
 * address names is a fault of ours, never an answer.
 */
export function requireFence(policy: ErasedSchoolPolicy, actor: Actor, params: unknown): Fence {
  const fence = policy.fence(actor, params);
  if (!fence) throw platformProblem('notFound');
  if (fence.schoolId !== actor.schoolId) throw new KnownFault('the fence is not of the actor’s school');
  return fence;
}

/** 403 unless the policy allows. */
export function requirePermission(verdict: boolean | Refusal): void {
  if (verdict === true) return;
  if (verdict === false) throw platformProblem('notAllowed');
  throw new Problem(verdict.code, 403, { facts: verdict.facts });
}

/** The row the policy decides by, allowed; 404 when there is none to see. */
export async function requireRow(
  policy: ErasedSchoolPolicy,
  tx: AnyTx,
  at: { actor: Actor; params: unknown; body: unknown },
): Promise<unknown> {
  if (!policy.load) return null;
  const row = await policy.load(tx, at.params, at.body);
  if (row === null) throw platformProblem('notFound');
  requirePermission(policy.may(at.actor, row, at.params));
  return row;
}

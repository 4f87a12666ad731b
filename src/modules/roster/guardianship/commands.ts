import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { tidy } from '../person/change-commands.ts';
import { addPersons } from '../person/commands.ts';
import type { GuardianshipChange, GuardianshipWish } from './contract.ts';
import {
  endRight,
  guardianshipFacts,
  rewriteGuardianship,
  standingGuardianship,
  type StandingGuardianship,
  writeGuardianship,
} from './queries.ts';

/**
 * Ends a guardian's right to a student with the given last day (`YYYY-MM-DD`). Open pages and
 * streams lose it within a second once that day has passed. False when there is no such right.
 */
export async function endGuardianship(
  tx: Tx,
  { id, endDate }: { readonly id: string; readonly endDate: string | null },
  by: Actor | null,
): Promise<boolean> {
  const [ended] = await tx.rows<{ guardianId: string; studentId: string }>(endRight, [
    tx.schoolId,
    id,
    endDate,
  ]);
  if (!ended) return false;
  await recordAct(tx, {
    schoolId: tx.schoolId,
    accountId: by?.accountId ?? null,
    personId: by?.personId ?? null,
    sessionId: by?.sessionId ?? null,
    action: 'roster.endGuardianship',
    subject: { id, endDate, guardianId: ended.guardianId, studentId: ended.studentId },
  });
  await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids: [ended.guardianId] });
  return true;
}

/** Ends a right or takes its end back. Throws `roster.changedMeanwhile` with what stands there now. */
export async function setGuardianshipEnd(
  tx: AnyTx,
  actor: Actor,
  given: { readonly id: string; readonly endDate: string | null; readonly expected: number },
): Promise<{ version: number }> {
  const { id, endDate, expected } = given;
  const { studentId } = await standing(tx, id, expected);
  await endGuardianship(tx, { id, endDate }, actor);
  await tellRosterChanged(tx, { groupIds: [], studentIds: [studentId] });
  return { version: expected + 1 };
}

/** Gives a right to a student. Throws the codes of its contract. */
export async function addGuardianship(
  tx: AnyTx,
  actor: Actor,
  given: { readonly studentId: string; readonly wish: GuardianshipWish; readonly key: CommandKey },
): Promise<{ id: string; guardianId: string }> {
  const { studentId, wish, key } = given;
  const before = await claimKey<{ id: string; guardianId: string }>(tx, actor, key);
  if (before) return before;
  const isNew = 'person' in wish.guardian;
  const guardianId = 'person' in wish.guardian ? uuidv7() : wish.guardian.personId;
  const [facts] = await tx.rows<{ isStudent: boolean; isPerson: boolean; isGuardian: boolean }>(
    guardianshipFacts,
    [actor.schoolId, studentId, guardianId, wish.startDate],
  );
  if (facts?.isStudent !== true) throw new Problem('notFound', 404);
  if (!isNew && !facts.isPerson) refuse('roster.unknownGuardian');
  if (guardianId === studentId) refuse('roster.ownGuardian');
  if (facts.isGuardian) refuse('roster.alreadyGuardian');
  if ('person' in wish.guardian)
    await addPersons(tx, [{ id: guardianId, ...tidy(wish.guardian.person, actor.today), snils: null }]);
  const id = uuidv7();
  const { kinship, scope, basis, startDate } = wish;
  const values = [actor.schoolId, id, guardianId, studentId, kinship, scope, basis, startDate];
  await tx.run(writeGuardianship, values);
  const subject = { id, guardianId, studentId, kinship, scope, basis, startDate };
  await recordAct(tx, { ...actor, action: key.endpoint, subject });
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: [guardianId] });
  await tellRosterChanged(tx, { groupIds: [], studentIds: [studentId] });
  const result = { id, guardianId };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** Writes what a right covers anew; pages lose or gain it within a second. */
export async function changeGuardianship(
  tx: AnyTx,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: GuardianshipChange },
): Promise<{ version: number }> {
  const { kinship, scope, basis, expected } = change;
  const { guardianId, studentId, ...old } = await standing(tx, id, expected);
  await tx.run(rewriteGuardianship, [actor.schoolId, id, kinship, scope, basis]);
  const was = { kinship: old.kinship, scope: old.scope, basis: old.basis };
  const subject = { id, guardianId, studentId, old: was, new: { kinship, scope, basis } };
  await recordAct(tx, { ...actor, action: 'roster.changeGuardianship', subject });
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: [guardianId] });
  await tellRosterChanged(tx, { groupIds: [], studentIds: [studentId] });
  return { version: expected + 1 };
}

async function standing(tx: AnyTx, id: string, expected: number): Promise<StandingGuardianship> {
  const [found] = await tx.rows<StandingGuardianship>(standingGuardianship, [tx.schoolId, id]);
  if (!found) throw new Problem('notFound', 404);
  if (found.version !== expected) refuse('roster.changedMeanwhile', { current: found });
  return found;
}

import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { sealedFor, tidy } from '../person/change-commands.ts';
import { addPersons } from '../person/commands.ts';
import { matchingName, snilsDigits, type PersonNames } from '../person/rules.ts';
import type { SnilsKeys } from '../person/snils-commands.ts';
import { accepted, carryOut, type Moved, movementFacts } from './commands.ts';
import type { AdmissionWish, LikePerson } from './contract.ts';
import { alikeStatement } from './queries.ts';
import { planArrival } from './rules.ts';

type Sought = PersonNames & { readonly birthDate: string | null; readonly snils: string | null };

/** Who of the school may be the one sought. Throws `roster.snilsInvalid`. */
export async function alikePersons(
  tx: AnyTx,
  actor: Actor,
  { sought, keys }: { readonly sought: Sought; readonly keys: SnilsKeys },
): Promise<LikePerson[]> {
  const written = sought.snils?.trim() ?? '';
  const digits = written === '' ? null : snilsDigits(written);
  if (written !== '' && digits === null) refuse('roster.snilsInvalid');
  const { schoolId } = actor;
  const index = digits === null ? null : keys.index('snils', { schoolId }, digits);
  const found = await tx.rows<Omit<LikePerson, 'by'> & { hasSnils: boolean }>(alikeStatement, [
    schoolId,
    actor.today,
    index,
    sought.birthDate,
  ]);
  return found.flatMap(({ hasSnils, ...person }): LikePerson[] => {
    if (hasSnils) return [{ ...person, by: 'snils' }];
    return isNamedAlike(person, sought) ? [{ ...person, by: 'nameAndBirthDate' }] : [];
  });
}

/** A patronymic that one of the two lacks decides nothing. */
function isNamedAlike(one: PersonNames, other: PersonNames): boolean {
  const equal = (a: string | null, b: string | null) => matchingName(a ?? '') === matchingName(b ?? '');
  if (!equal(one.lastName, other.lastName) || !equal(one.firstName, other.firstName)) return false;
  const lacksOne = (one.middleName ?? '') === '' || (other.middleName ?? '') === '';
  return lacksOne || equal(one.middleName, other.middleName);
}

/**
 * Admits a new student. Throws `roster.alikePersons` with those the office has not said to be somebody else, the codes
 * of a person's data, and why the place is refused.
 */
export async function admitStudent(
  tx: AnyTx,
  actor: Actor,
  { wish, key, keys }: { readonly wish: AdmissionWish; readonly key: CommandKey; readonly keys: SnilsKeys },
): Promise<Moved> {
  const before = await claimKey<Moved>(tx, actor, key);
  if (before) return before;
  const { snils: written, ...fields } = wish.person;
  const person = tidy(fields, actor.today);
  const alike = await alikePersons(tx, actor, { sought: { ...person, snils: written }, keys });
  const unsaid = alike.filter(({ id, by }) => by === 'snils' || !wish.notTheSameAs.includes(id));
  if (unsaid.length > 0) refuse('roster.alikePersons', { people: unsaid });
  const id = uuidv7();
  const isGiven = (written?.trim() ?? '') !== '';
  const snils =
    isGiven && written !== null ? await sealedFor(tx, actor.schoolId, { id, written, keys }) : null;
  const facts = await movementFacts(tx, id, wish.date);
  const plan = accepted(planArrival(facts, facts, wish));
  await addPersons(tx, [{ id, ...person, snils }]);
  const moved = await carryOut(tx, actor, {
    studentId: id,
    facts,
    plan,
    papers: { kind: 'admission', effectiveDate: wish.date, ...wish },
  });
  await keepResult(tx, actor, { key, result: moved });
  return moved;
}

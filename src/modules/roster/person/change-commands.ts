import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { Problem, refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { changePersons, sealSnils, type SealedSnils } from './commands.ts';
import type { PersonChange } from './contract.ts';
import { clearSnils, groupsOfPerson, ownerOfSnils, standingPerson, type StandingPerson } from './queries.ts';
import { snilsDigits, type PersonNames } from './rules.ts';
import type { SnilsKeys } from './snils-commands.ts';

export type PersonWish = Omit<PersonChange, 'snils' | 'expected'>;

/**
 * Writes a person's data anew. Throws `roster.changedMeanwhile` with what stands there now, `roster.snilsTaken` with
 * whose it is, and the codes of its contract.
 */
export async function changePerson(
  tx: AnyTx,
  actor: Actor,
  wanted: { readonly id: string; readonly change: PersonChange; readonly keys: SnilsKeys },
): Promise<{ version: number }> {
  const { id, change, keys } = wanted;
  const { snils: written, expected, ...wish } = change;
  const person = tidy(wish, actor.today);
  const [standing] = await tx.rows<StandingPerson>(standingPerson, [actor.schoolId, id]);
  if (!standing) throw new Problem('notFound', 404);
  if (standing.version !== expected) refuse('roster.changedMeanwhile', { current: standing });
  const snils = written == null ? null : await sealedFor(tx, actor.schoolId, { id, written, keys });
  await changePersons(tx, [{ id, ...person, snils }]);
  if (written === null) await tx.run(clearSnils, [actor.schoolId, id]);
  const fields = (Object.keys(person) as (keyof PersonWish)[]).filter(
    (field) => person[field] !== standing[field],
  );
  const changes = fields.map((field) => ({ field, old: standing[field], new: person[field] }));
  await recordAct(tx, {
    ...actor,
    action: 'roster.changePerson',
    // A SNILS stands in no act: that it changed is enough.
    subject: { personId: id, changes: written === undefined ? changes : [...changes, { field: 'snils' }] },
  });
  const groups = await tx.rows<{ id: string }>(groupsOfPerson, [actor.schoolId, id, actor.today]);
  await tellRosterChanged(tx, {
    groupIds: groups.map((group) => group.id),
    studentIds: groups.length > 0 ? [id] : [],
  });
  return { version: expected + 1 };
}

/** Trimmed, empty lines as null. Throws `roster.nameMissing` and `roster.birthDateImpossible`. */
export function tidy(wish: PersonWish, today: string): PersonWish {
  const names: PersonNames = {
    lastName: oneLine(wish.lastName),
    firstName: oneLine(wish.firstName),
    middleName: orNull(wish.middleName),
  };
  if (names.lastName === '' || names.firstName === '') refuse('roster.nameMissing');
  if (wish.birthDate !== null && (wish.birthDate > today || wish.birthDate < '1900-01-01'))
    refuse('roster.birthDateImpossible', { date: wish.birthDate });
  return { ...wish, ...names, phone: orNull(wish.phone), email: orNull(wish.email) };
}

/** Seals a SNILS for a person's row. Throws `roster.snilsInvalid` and `roster.snilsTaken`. */
export async function sealedFor(
  tx: AnyTx,
  schoolId: number,
  { id, written, keys }: { readonly id: string; readonly written: string; readonly keys: SnilsKeys },
): Promise<SealedSnils> {
  const digits = snilsDigits(written);
  if (digits === null) refuse('roster.snilsInvalid');
  const index = keys.index('snils', { schoolId }, digits);
  const [owner] = await tx.rows<PersonNames & { id: string }>(ownerOfSnils, [schoolId, index, id]);
  if (owner) refuse('roster.snilsTaken', { person: owner });
  return sealSnils(keys.cipher, { schoolId, personId: id }, { digits, index });
}

const oneLine = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');

function orNull(text: string | null): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
}

import { addDays } from '#modules/organisation/index.ts';
import {
  addPersons,
  changeStaff,
  employ as addStaff,
  endStays,
  tellRosterChanged,
  tidyPerson,
} from '#modules/roster/index.ts';
import type { Actor, StaffRole } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { BodyOf } from '#platform/contract.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { endRole, grantRole } from '../roles/commands.ts';
import type { employ as employEndpoint, setPost as setPostEndpoint } from './contract.ts';
import { holdPost, type Namesake, namesakes, personAndPost, type StandingPost } from './queries.ts';

type Wish = BodyOf<typeof employEndpoint>;
type Hired = { readonly personId: string };

/** Takes somebody on. Throws the codes of its contract, `post.alikePersons` with those it may be. */
export async function hire(
  tx: AnyTx,
  actor: Actor,
  { wish, key }: { readonly wish: Wish; readonly key: CommandKey },
): Promise<Hired> {
  const before = await claimKey<Hired>(tx, actor, key);
  if (before) return before;
  refuseDates(wish);
  const personId =
    'personId' in wish.who ? await known(tx, actor, wish.who.personId) : await met(tx, actor, wish.who);
  const { position, staffNumber, startDate, endDate, roles } = tidyPost(wish);
  await addStaff(tx, [{ personId, position, staffNumber, startDate, endDate }]);
  await recordAct(tx, {
    ...actor,
    action: key.endpoint,
    subject: { personId, position, staffNumber, startDate, endDate, roles },
  });
  for (const role of roles) await grantRole(tx, { personId, role, startDate, endDate }, actor);
  await tellRosterChanged(tx, { groupIds: [], studentIds: [] });
  const result = { personId };
  await keepResult(tx, actor, { key, result });
  return result;
}

/** Writes post and roles anew. Throws the codes of its contract. */
export async function setPost(
  tx: AnyTx,
  actor: Actor,
  { staffId, wish }: { readonly staffId: string; readonly wish: BodyOf<typeof setPostEndpoint> },
): Promise<{ roles: StaffRole[] }> {
  const { expected, ...given } = wish;
  const post = tidyPost(given);
  refuseDates(post);
  const [standing] = await tx.rows<StandingPost>(holdPost, [actor.schoolId, staffId, actor.today]);
  if (!standing) throw new Problem('notFound', 404);
  const { roles: held, otherAdministrators, ...stood } = standing;
  const now = { ...stood, roles: [...new Set(held.map(({ role }) => role))].toSorted() };
  if (!isSame(now, expected)) refuse('post.changedMeanwhile');
  const leaves = post.endDate !== null && post.endDate < actor.today;
  const isAdministrator = post.roles.includes('schoolAdmin') && !leaves;
  if (now.roles.includes('schoolAdmin') && !isAdministrator && otherAdministrators === 0)
    refuse('post.lastAdministrator');
  const { roles, ...row } = post;
  await changeStaff(tx, [{ personId: staffId, ...row }]);
  await recordAct(tx, {
    ...actor,
    action: 'identity.setPost',
    subject: { personId: staffId, old: now, new: post },
  });
  // A role that is taken away is gone today: its last day was yesterday.
  const last = post.endDate ?? null;
  for (const { id, role } of held) {
    if (!roles.includes(role)) await endRole(tx, { id, endDate: addDays(actor.today, -1) }, actor);
    else if (last !== null) await endRole(tx, { id, endDate: last }, actor);
  }
  const startDate = post.startDate > actor.today ? post.startDate : actor.today;
  for (const role of roles)
    if (!now.roles.includes(role))
      await grantRole(tx, { personId: staffId, role, startDate, endDate: last }, actor);
  const groupIds = last === null ? [] : await endStays(tx, { staffId, endDate: last });
  await tellRosterChanged(tx, { groupIds, studentIds: [] });
  return { roles: [...roles] };
}

async function known(tx: AnyTx, actor: Actor, personId: string): Promise<string> {
  const [found] = await tx.rows<{ works: boolean }>(personAndPost, [actor.schoolId, personId]);
  if (!found) throw new Problem('notFound', 404);
  if (found.works) refuse('post.worksAlready');
  return personId;
}

async function met(tx: AnyTx, actor: Actor, who: Extract<Wish['who'], { person: unknown }>): Promise<string> {
  const person = tidyPerson(who.person, actor.today);
  const alike = await tx.rows<Namesake>(namesakes, [
    actor.schoolId,
    plain(person.lastName),
    plain(person.firstName),
  ]);
  const unsaid = alike.filter(
    ({ id, birthDate }) =>
      !who.notTheSameAs.includes(id) &&
      (birthDate === null || person.birthDate === null || birthDate === person.birthDate),
  );
  if (unsaid.length > 0) refuse('post.alikePersons', { people: unsaid });
  const id = uuidv7();
  await addPersons(tx, [{ id, ...person, snils: null }]);
  return id;
}

type Post = Omit<Wish, 'who'>;

function tidyPost(post: Post): Post {
  const staffNumber = post.staffNumber?.trim() ?? '';
  return {
    position: post.position.trim(),
    staffNumber: staffNumber === '' ? null : staffNumber,
    startDate: post.startDate,
    endDate: post.endDate,
    roles: [...post.roles].toSorted(),
  };
}

function refuseDates({ startDate, endDate }: Pick<Post, 'startDate' | 'endDate'>): void {
  if (endDate !== null && endDate < startDate) refuse('post.endsBeforeBegins', { startDate, endDate }, 422);
}

const plain = (name: string) => name.toLowerCase().replaceAll('ё', 'е');
const isSame = (one: Post, other: Post) => JSON.stringify(tidyPost(one)) === JSON.stringify(tidyPost(other));

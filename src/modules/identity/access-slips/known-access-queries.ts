import type { Actor } from '#platform/actor.ts';
import type { AnyTx } from '#platform/serve.ts';
import { factsOfSchools } from '../actors/queries.ts';
import { holdsRoleOn } from '../actors/rules.ts';
import type { IdentityParts } from '../identity-parts.ts';
import type { AccessPerson } from './contract.ts';
import { isSchoolAdmin } from './policy.ts';
import { accessOfPersons, roleHolders, type Names, type PersonAccess } from './queries.ts';
import { accessState, slipRefusal, type AccessFacts, type SlipRefusal } from './rules.ts';

/** What is known of the access of some persons of the actor's school. */
export type KnownAccess = {
  readonly accountOf: (personId: string) => PersonAccess | null;
  readonly refusalOf: (personId: string) => SlipRefusal | null;
  /** As the page shows it; `mayIssue` = the actor hands out slips here at all. */
  readonly described: (names: Names, mayIssue: boolean) => AccessPerson;
};

type Asked = {
  readonly actor: Actor;
  readonly personIds: readonly string[];
  /** Persons who hold a role today, where a list has read them already. */
  readonly holding?: readonly string[];
};

/** Reads accounts, slips and roles of persons: one statement behind the fence at most, one of the accounts. */
export async function knownAccess(
  parts: IdentityParts,
  tx: AnyTx,
  { actor, personIds, holding }: Asked,
): Promise<KnownAccess> {
  const now = parts.clock.now();
  const { schoolId, today } = actor;
  const holders = new Set(
    holding ?? (JSON.parse((await tx.text(roleHolders, [schoolId, personIds, today])) ?? '[]') as string[]),
  );
  const accounts = await parts.database.identity((own) => accessOfPersons(own, { schoolId, personIds, now }));
  const facts = new Map<string, AccessFacts>();
  for (const [personId, account] of accounts) {
    const holdsRole =
      holders.has(personId) || account.hasRegionRole || (await worksElsewhere(parts, account));
    facts.set(personId, { ...account, holdsRole, reachesElsewhere: account.elsewhere.length > 0 });
  }
  const refusalOf = (personId: string) =>
    slipRefusal(facts.get(personId) ?? null, { isAdmin: isSchoolAdmin(actor), now });
  return {
    accountOf: (personId) => accounts.get(personId) ?? null,
    refusalOf,
    described(names, mayIssue) {
      const account = accounts.get(names.personId);
      const state = accessState(facts.get(names.personId) ?? null, now);
      return {
        ...names,
        state,
        login: account?.login ?? null,
        slipExpiresAt: state === 'slip' || state === 'slipExpired' ? (account?.slipExpiresAt ?? null) : null,
        lastSignInAt: account?.lastSignInAt ?? null,
        hasFactor: account?.hasFactor === true,
        mailReturns: account?.mailReturns === true,
        mayResetFactor:
          account?.hasFactor === true &&
          isSchoolAdmin(actor) &&
          account.accountId !== actor.accountId &&
          refusalOf(names.personId) === null,
        refusal: mayIssue ? refusalOf(names.personId) : 'notAllowed',
      };
    },
  };
}

/** Few accounts open two schools; for those the other school is asked. */
async function worksElsewhere(
  { database, clock }: IdentityParts,
  { elsewhere }: PersonAccess,
): Promise<boolean> {
  const schools = await factsOfSchools(database, elsewhere);
  return schools.some((facts) => holdsRoleOn(clock.today(facts.timeZone), facts));
}

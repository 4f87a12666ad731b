import { refuse } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';
import { knownAccess } from '../access-slips/known-access-queries.ts';
import { issuesStaffSlips } from '../access-slips/policy.ts';
import { partsOf } from '../identity-parts.ts';
import { resetFactor } from './commands.ts';
import { resetSecondFactor, showProof } from './contract.ts';
import { prove } from './proof-commands.ts';

/** The administrator vouches for somebody who lost phone and codes; the own factor is changed on one's own page. */
export const factorRoutes = [
  serve(showProof, {
    policy: { signedIn: true },
    async run({ platform, signedIn, request, body }) {
      await prove(partsOf(platform), request, { signedIn, proof: { code: body.code } });
      return null;
    },
  }),
  serve(resetSecondFactor, {
    policy: issuesStaffSlips,
    async run({ tx, actor, platform, params: { personId } }) {
      const parts = partsOf(platform);
      const access = await knownAccess(parts, tx, { actor, personIds: [personId] });
      const account = access.accountOf(personId);
      const why = account?.accountId === actor.accountId ? 'own' : access.refusalOf(personId);
      if (why !== null) refuse('factor.resetRefused', { why });
      if (account?.hasFactor !== true) return null;
      const { accountId } = account;
      await parts.database.identity((own) =>
        resetFactor(own, { accountId, now: parts.clock.now(), by: actor }),
      );
      parts.sessions.drop({ kind: 'accounts', ids: [accountId] });
      return null;
    },
  }),
];

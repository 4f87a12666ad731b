import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { localAddress, page } from '#platform/page.ts';
import { redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import { securityPath } from '../devices/pages.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import type { ProofFacts } from '../web/security/facts.ts';
import { requestOptions, siteOf } from './passkey-commands.ts';
import { proofAsked, proofPurpose, prove } from './proof-commands.ts';
import { factorState } from './queries.ts';
import { shownIn } from './show-commands.ts';

export const proofPath = '/security/proof';
/** The page of proofs that goes on to `next`. */
export const proofAddress = (next: string) => `${proofPath}?${new URLSearchParams({ next }).toString()}`;

const policy = { signedIn: true, beforeSecondFactor: true } as const;

/** Asks who uses the session before something that matters; goes on to `next`. */
export const proofPage = page({
  path: proofPath,
  view: 'proof',
  policy,
  load: ({ query, platform, signedIn, request }) =>
    proofFacts(partsOf(platform), request, {
      signedIn,
      next: localAddress(query.get('next') ?? securityPath),
      problem: null,
    }),
});

/** Fields `password`, or those of a factor, and `next`. */
export const proofForm = form({
  path: proofPath,
  view: 'proof',
  policy,
  async submit({ fields, request, platform, signedIn }) {
    const parts = partsOf(platform);
    const next = localAddress(fields.get('next') ?? securityPath);
    const password = fields.get('password');
    const proof = password === null ? shownIn(fields, await proofPurpose(parts, signedIn)) : { password };
    try {
      await prove(parts, request, { signedIn, proof });
      return redirectTo(next);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const data = await proofFacts(parts, request, { signedIn, next, problem: { code, facts } });
      return { kind: 'again', status, data };
    }
  },
});

async function proofFacts(
  parts: IdentityParts,
  request: IncomingRequest,
  { signedIn, next, problem }: Pick<ProofFacts, 'next' | 'problem'> & { readonly signedIn: SignedIn },
): Promise<ProofFacts> {
  const { accountId, login } = signedIn;
  const by = await proofAsked(parts, signedIn);
  const { appSince } = await parts.database.identity((tx) => factorState(tx, accountId, parts.clock.now()));
  const site = siteOf(parts, request);
  const purpose = await proofPurpose(parts, signedIn);
  const passkey = site ? await requestOptions(parts, { accountId, site, purpose }) : null;
  return { by, hasApp: appSince !== null, passkey, login, next, problem };
}

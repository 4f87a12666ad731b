import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { isUuid } from '#platform/ids.ts';
import { page, redirectTo } from '#platform/page.ts';
import { securityPath } from '../devices/pages.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import type { AppFacts } from '../web/security/facts.ts';
import { afterAdding, firstCodes, provedForm } from './pages.ts';
import { addPasskey, creationOptions, removePasskey, siteOf } from './passkey-commands.ts';
import { isProved, proofPurpose } from './proof-commands.ts';
import { proofPath } from './proof-pages.ts';

const passkeyPath = '/security/passkey';

/** Making a passkey, which a browser does by its script alone. */
export const passkeyPage = page({
  path: passkeyPath,
  view: 'security-app',
  stored: false,
  policy: { signedIn: true, beforeSecondFactor: true },
  async load({ platform, signedIn, request }) {
    const parts = partsOf(platform);
    if (!(await isProved(parts, signedIn))) return redirectTo(`${proofPath}?next=${passkeyPath}`);
    return (await making(parts, request, { signedIn, problem: null })) ?? redirectTo(securityPath);
  },
});

/** Field `passkey`: what the browser answered, as JSON. */
const passkeyForm = provedForm(passkeyPath, async ({ parts, signedIn, fields, request, now }) => {
  const site = siteOf(parts, request);
  if (!site) return redirectTo(securityPath);
  const purpose = await proofPurpose(parts, signedIn);
  const codes = await parts.database.identity(async (tx) => {
    const isAdded = await addPasskey(tx, parts, {
      accountId: signedIn.accountId,
      site,
      purpose,
      answer: fields.get('passkey') ?? '',
      device: request.headers['user-agent'] ?? null,
      by: signedIn,
    });
    return isAdded ? firstCodes(tx, parts, { signedIn, now }) : null;
  });
  if (codes !== null) return afterAdding(signedIn, codes);
  const data = await making(parts, request, { signedIn, problem: { code: 'factor.passkeyNotMade' } });
  return data ? { kind: 'again', status: 422, data } : redirectTo(securityPath);
});

/** Field `id`. */
const removePasskeyForm = provedForm('/security/passkey/remove', async ({ parts, signedIn, fields, now }) => {
  const id = fields.get('id') ?? '';
  if (!isUuid(id)) return redirectTo(securityPath);
  await parts.database.identity((tx) =>
    removePasskey(tx, { accountId: signedIn.accountId, id, now, by: signedIn }),
  );
  return redirectTo(securityPath);
});

export const passkeyForms = [passkeyForm, removePasskeyForm] as const;

async function making(
  parts: IdentityParts,
  request: IncomingRequest,
  { signedIn, problem }: { readonly signedIn: SignedIn; readonly problem: { readonly code: string } | null },
): Promise<AppFacts | null> {
  const site = siteOf(parts, request);
  if (!site) return null;
  const purpose = await proofPurpose(parts, signedIn);
  const options = await creationOptions(
    parts,
    { accountId: signedIn.accountId, site, purpose },
    signedIn.login,
  );
  return { step: 'passkey', options, problem };
}

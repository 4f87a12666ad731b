import { encodeQR } from 'qr';
import type { SignedIn } from '#platform/actor.ts';
import { form, type FormAnswer } from '#platform/form.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/problem.ts';
import { securityPath } from '../devices/pages.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import type { AppFacts, ProofFacts } from '../web/security/facts.ts';
import {
  confirmApp,
  forgetDevices,
  pendingSecret,
  removeApp,
  renewRecoveryCodes,
  startApp,
} from './commands.ts';
import { isProved, proofAsked, prove } from './proof-commands.ts';
import { factorState } from './queries.ts';
import { secretAddress } from '../authenticator-app.ts';
import { printedKey } from './rules.ts';

const policy = { signedIn: true } as const;
const proofPath = '/security/proof';
const appPath = '/security/app';

/** Asks who uses the session before something that matters; goes on to `next`. */
export const proofPage = page({
  path: proofPath,
  view: 'proof',
  policy,
  async load({ query, platform, signedIn }) {
    const next = localAddress(query.get('next') ?? securityPath);
    const by = await proofAsked(partsOf(platform), signedIn);
    return { by, login: signedIn.login, next, problem: null } satisfies ProofFacts;
  },
});

/** Fields `password` or `code`, `next`. */
const proofForm = form({
  path: proofPath,
  view: 'proof',
  policy,
  async submit({ fields, request, platform, signedIn }) {
    const parts = partsOf(platform);
    const next = localAddress(fields.get('next') ?? securityPath);
    const password = fields.get('password');
    const proof = password === null ? { code: (fields.get('code') ?? '').slice(0, 40) } : { password };
    try {
      await prove(parts, request, { signedIn, proof });
      return redirectTo(next);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const by = await proofAsked(parts, signedIn);
      const data: ProofFacts = { by, login: signedIn.login, next, problem: { code, facts } };
      return { kind: 'again', status, data };
    }
  },
});

export const appPage = page({
  path: appPath,
  view: 'security-app',
  stored: false,
  policy,
  load: async ({ platform, signedIn }) =>
    (await keyFacts(partsOf(platform), signedIn, null)) ?? redirectTo(securityPath),
});

/** Field `code`: the first code of the waiting secret. Recovery codes come with the first factor. */
const appForm = form({
  path: appPath,
  view: 'security-app',
  policy,
  async submit({ fields, platform, signedIn }) {
    const parts = partsOf(platform);
    const { accountId } = signedIn;
    const typed = (fields.get('code') ?? '').slice(0, 40);
    const now = parts.clock.now();
    const codes = await parts.database.identity(async (tx) => {
      if (!(await confirmApp(tx, parts, { accountId, now, typed, by: signedIn }))) return null;
      const { codesLeft } = await factorState(tx, accountId, now);
      return codesLeft > 0 ? [] : renewRecoveryCodes(tx, parts, { accountId, now, by: signedIn });
    });
    if (codes === null) {
      const data = await keyFacts(parts, signedIn, { code: 'factor.wrongFirstCode' });
      return data ? { kind: 'again', status: 422, data } : redirectTo(securityPath);
    }
    changed(platform, accountId);
    return codes.length === 0 ? redirectTo(securityPath) : shownOnce(signedIn, codes);
  },
});

const startAppForm = provedForm('/security/app/start', async ({ parts, signedIn, now }) => {
  await parts.database.identity((tx) => startApp(tx, parts, { accountId: signedIn.accountId, now }));
  return redirectTo(appPath);
});

const removeAppForm = provedForm('/security/app/remove', async ({ parts, signedIn, now }) => {
  await parts.database.identity((tx) => removeApp(tx, { accountId: signedIn.accountId, now, by: signedIn }));
  return redirectTo(securityPath);
});

const renewCodesForm = provedForm('/security/codes', async ({ parts, signedIn, now }) => {
  const { accountId } = signedIn;
  const live = await parts.sessions.byId(signedIn.sessionId);
  if (live?.stored.hasFactor !== true) return redirectTo(securityPath);
  const codes = await parts.database.identity((tx) =>
    renewRecoveryCodes(tx, parts, { accountId, now, by: signedIn }),
  );
  return shownOnce(signedIn, codes);
});

const forgetDevicesForm = provedForm('/security/forget-devices', async ({ parts, signedIn }) => {
  await parts.database.identity((tx) => forgetDevices(tx, signedIn.accountId));
  return redirectTo(securityPath);
});

export const factorForms = [
  proofForm,
  startAppForm,
  appForm,
  removeAppForm,
  renewCodesForm,
  forgetDevicesForm,
] as const;

type Proved = { readonly parts: IdentityParts; readonly signedIn: SignedIn; readonly now: Date };

/** A form of the security page that wants a fresh proof first; its button is pressed again afterwards. */
function provedForm(path: string, run: (input: Proved) => Promise<FormAnswer>) {
  return form({
    path,
    view: 'security-app',
    policy,
    async submit({ platform, signedIn }) {
      const parts = partsOf(platform);
      if (!(await isProved(parts, signedIn))) return redirectTo(`${proofPath}?next=${securityPath}`);
      const answer = await run({ parts, signedIn, now: parts.clock.now() });
      changed(platform, signedIn.accountId);
      return answer;
    },
  });
}

/** What sessions remember of the account's factor is read anew. */
function changed(platform: Platform, accountId: string): void {
  partsOf(platform).sessions.drop({ kind: 'accounts', ids: [accountId] });
  platform.sealer.wake();
}

function shownOnce({ login }: SignedIn, codes: readonly string[]): FormAnswer {
  return { kind: 'again', status: 200, data: { step: 'codes', codes, login } satisfies AppFacts };
}

/** The waiting secret as the page shows it; null when there is none. */
async function keyFacts(
  parts: IdentityParts,
  { accountId, login }: SignedIn,
  problem: { readonly code: string } | null,
): Promise<AppFacts | null> {
  const at = { accountId, now: parts.clock.now() };
  const secret = await parts.database.identity((tx) => pendingSecret(tx, parts, at));
  if (secret === null) return null;
  const address = secretAddress(secret, login);
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { step: 'key', qr: { path, side: rows.length }, key: printedKey(secret), address, login, problem };
}

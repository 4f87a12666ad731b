import { encodeQR } from 'qr';
import type { SignedIn } from '#platform/actor.ts';
import type { UnfencedTx } from '#platform/db/tx.ts';
import { form, type FormAnswer, type FormInput } from '#platform/form.ts';
import { page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { securityPath } from '../devices/pages.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import type { AppFacts } from '../web/security/facts.ts';
import {
  confirmApp,
  forgetDevices,
  pendingSecret,
  removeApp,
  renewRecoveryCodes,
  startApp,
} from './commands.ts';
import { isProved } from './proof-commands.ts';
import { proofPath } from './proof-pages.ts';
import { factorState } from './queries.ts';
import { secretAddress } from '../authenticator-app.ts';
import { printedKey } from './rules.ts';

const policy = { signedIn: true, beforeSecondFactor: true } as const;
const appPath = '/security/app';

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
      const isRight = await confirmApp(tx, parts, { accountId, now, typed, by: signedIn });
      return isRight ? firstCodes(tx, parts, { signedIn, now }) : null;
    });
    if (codes === null) {
      const data = await keyFacts(parts, signedIn, { code: 'factor.wrongFirstCode' });
      return data ? { kind: 'again', status: 422, data } : redirectTo(securityPath);
    }
    changed(platform, accountId);
    return afterAdding(signedIn, codes);
  },
});

/** Recovery codes come with the first factor: none where some are left. */
export async function firstCodes(
  tx: UnfencedTx,
  parts: IdentityParts,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: Date },
): Promise<readonly string[]> {
  const { accountId } = signedIn;
  const { codesLeft } = await factorState(tx, accountId, now);
  return codesLeft > 0 ? [] : renewRecoveryCodes(tx, parts, { accountId, now, by: signedIn });
}

export function afterAdding(signedIn: SignedIn, codes: readonly string[]): FormAnswer {
  return codes.length === 0 ? redirectTo(securityPath) : shownOnce(signedIn, codes);
}

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

export const factorForms = [startAppForm, appForm, removeAppForm, renewCodesForm, forgetDevicesForm] as const;

export type Proved = Pick<FormInput, 'fields' | 'request'> & {
  readonly parts: IdentityParts;
  readonly signedIn: SignedIn;
  readonly now: Date;
};

/** A form of the security page that wants a fresh proof first; its button is pressed again afterwards. */
export function provedForm(path: string, run: (input: Proved) => Promise<FormAnswer>) {
  return form({
    path,
    view: 'security-app',
    policy,
    async submit({ platform, signedIn, fields, request }) {
      const parts = partsOf(platform);
      if (!(await isProved(parts, signedIn))) return redirectTo(`${proofPath}?next=${securityPath}`);
      const answer = await run({ parts, signedIn, fields, request, now: parts.clock.now() });
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

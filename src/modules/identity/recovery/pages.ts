import type { IncomingRequest } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { page, redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import { type IdentityParts, partsOf } from '../identity-parts.ts';
import { newChallenge, passChallenge } from '../challenge/commands.ts';
import { askRecovery, proveByCode, recoverPassword, recoveryCookie, recoveryStep } from './commands.ts';

const path = '/recovery';
const longestField = 4_000;
const policy = { public: 'whoever forgot the password is nobody yet' } as const;

/** Where a forgotten password is replaced by the code of a letter: three steps on one address, each survives a reload. */
export const recoveryPage = page({
  path,
  view: 'recovery',
  policy,
  async load({ request, platform, signedIn }) {
    if (signedIn || platform.mail === null) return redirectTo('/sign-in');
    return factsOf(partsOf(platform), request);
  },
});

/** Field `act` = `ask` (`email`, `login`, `birthDate`), `code` (`code`), `password` (`login`, `password`, `repeated`) or `leave`. */
export const recoveryForm = form({
  path,
  view: 'recovery',
  policy,
  async submit({ fields, request, platform }) {
    const parts = partsOf(platform);
    const text = (name: string) => (fields.get(name) ?? '').slice(0, longestField);
    const typed = { email: text('email'), login: text('login'), birthDate: text('birthDate') };
    try {
      switch (fields.get('act') ?? 'leave') {
        case 'ask': {
          await passChallenge(parts, request, { challenge: text('challenge'), solution: text('solution') });
          const { cookie } = await askRecovery(parts, request, typed);
          return redirectTo(path, [cookie]);
        }
        case 'code':
          await proveByCode(parts, request, text('code'));
          return redirectTo(path);
        case 'password': {
          const wish = { login: typed.login, password: text('password'), repeated: text('repeated') };
          await recoverPassword(parts, request, wish);
          return redirectTo('/sign-in?recovered=1', [recoveryCookie(parts, null)]);
        }
        default:
          return redirectTo('/sign-in', [recoveryCookie(parts, null)]);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const problem = { code, facts };
      if (code === 'recovery.over')
        return {
          kind: 'again',
          status,
          data: { ...asking, challenge: await newChallenge(parts), problem },
          headers: { 'set-cookie': recoveryCookie(parts, null) },
        };
      const now = await factsOf(parts, request);
      return { kind: 'again', status, data: { ...now, ...typed, chosen: typed.login, problem } };
    }
  },
});

const asking = {
  step: 'ask',
  challenge: '',
  logins: [],
  chosen: '',
  email: '',
  login: '',
  birthDate: '',
  problem: null,
};

async function factsOf(parts: IdentityParts, request: IncomingRequest) {
  const { step, logins } = await recoveryStep(parts, request);
  const challenge = step === 'ask' ? await newChallenge(parts) : '';
  return { ...asking, step, challenge, logins, chosen: logins[0] ?? '' };
}

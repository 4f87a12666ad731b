import type { FormAnswer } from '#platform/form.ts';
import { form } from '#platform/form.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import { partsOf } from '../identity-parts.ts';
import { signOut } from '../sessions/routes.ts';
import { halfOf } from '../second-factor/half-commands.ts';
import { rememberDays } from '../second-factor/rules.ts';
import type { SecondStepFacts } from '../web/security/facts.ts';
import type { Started } from './begin-commands.ts';
import { completeSignIn, signIn, signInByCode, type FactorAwaited } from './commands.ts';

const secondStepPath = '/sign-in/second';
const longestLogin = 128;
const longestPassword = 256;

/** The sign-in page; whoever is signed in goes on at once. */
export const signInPage = page({
  path: '/sign-in',
  view: 'sign-in',
  policy: { public: 'whoever signs in is nobody yet' },
  load({ query, signedIn }) {
    const next = localAddress(query.get('next') ?? '/');
    return Promise.resolve(signedIn ? redirectTo(next) : { login: '', next, problem: null });
  },
});

/** The form without script: fields `login`, `password`, `next`. */
export const signInForm = form({
  path: '/sign-in',
  view: 'sign-in',
  policy: { public: 'whoever signs in is nobody yet' },
  async submit({ fields, request, platform }) {
    const login = (fields.get('login') ?? '').slice(0, longestLogin);
    const password = (fields.get('password') ?? '').slice(0, longestPassword);
    const next = localAddress(fields.get('next') ?? '/');
    try {
      return onward(await signIn(partsOf(platform), request, { login, password }), next);
    } catch (error) {
      if (error instanceof Problem) return refused(error, { login, next });
      throw error;
    }
  },
});

/** The code of an access slip: typed, or brought by its QR code behind «#», which no server log sees. */
export const codePage = page({
  path: '/code',
  view: 'code',
  policy: { public: 'whoever signs in is nobody yet' },
  load: () => Promise.resolve({ problem: null }),
});

/** Field `code`. */
export const codeForm = form({
  path: '/code',
  view: 'code',
  policy: { public: 'whoever signs in is nobody yet' },
  async submit({ fields, request, platform }) {
    try {
      const code = (fields.get('code') ?? '').slice(0, longestLogin);
      return onward(await signInByCode(partsOf(platform), request, code), '/');
    } catch (error) {
      if (error instanceof Problem) return refused(error, {});
      throw error;
    }
  },
});

/** The second step: a code of the application, or a recovery code with `?way=recovery`. */
export const secondStepPage = page({
  path: secondStepPath,
  view: 'second-step',
  policy: { public: 'whoever signs in is nobody yet' },
  async load({ query, request, platform, signedIn }) {
    const next = localAddress(query.get('next') ?? '/');
    if (signedIn) return redirectTo(next);
    if (!(await halfOf(partsOf(platform), request))) return redirectTo('/sign-in');
    return {
      next,
      byRecovery: query.get('way') === 'recovery',
      rememberDays,
      problem: null,
    } satisfies SecondStepFacts;
  },
});

/** Fields `code` or `recovery`, `remember`, `next`. */
export const secondStepForm = form({
  path: secondStepPath,
  view: 'second-step',
  policy: { public: 'whoever signs in is nobody yet' },
  async submit({ fields, request, platform }) {
    const next = localAddress(fields.get('next') ?? '/');
    const recovery = fields.get('recovery');
    const shown =
      recovery === null
        ? { code: (fields.get('code') ?? '').slice(0, longestLogin) }
        : { recovery: recovery.slice(0, longestLogin) };
    const remembers = fields.get('remember') === 'yes';
    try {
      const started = await completeSignIn(partsOf(platform), request, { shown, remembers });
      return started ? redirectTo(next, started.cookies) : redirectTo('/sign-in');
    } catch (error) {
      if (error instanceof Problem)
        return refused(error, { next, byRecovery: recovery !== null, rememberDays });
      throw error;
    }
  },
});

/** The button without script. */
export const signOutForm = form({
  path: '/sign-out',
  view: 'sign-in',
  policy: { public: 'signing out twice is no fault' },
  async submit({ request, platform }) {
    const cookie = await signOut(partsOf(platform), request);
    return { ...redirectTo('/sign-in', [cookie]), headers: { 'clear-site-data': '"cache", "storage"' } };
  },
});

function onward(step: Started | FactorAwaited, next: string): FormAnswer {
  const to = 'awaits' in step ? `${secondStepPath}?next=${encodeURIComponent(next)}` : next;
  return redirectTo(to, step.cookies);
}

function refused(
  { code, status, facts }: Problem,
  typed: Readonly<Record<string, string | boolean | number>>,
): FormAnswer {
  return {
    kind: 'again',
    status,
    data: { ...typed, problem: { code, facts } },
    ...(typeof facts?.['seconds'] === 'number'
      ? { headers: { 'retry-after': String(facts['seconds']) } }
      : {}),
  };
}

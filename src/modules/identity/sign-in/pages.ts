import type { FormAnswer } from '#platform/form.ts';
import { form } from '#platform/form.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import type { IncomingRequest } from '#platform/actor.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import { signOut } from '../sessions/routes.ts';
import { halfOf, halfPurpose } from '../second-factor/half-commands.ts';
import { requestOptions, siteOf } from '../second-factor/passkey-commands.ts';
import { factorState, type HalfSignIn } from '../second-factor/queries.ts';
import { shownIn } from '../second-factor/show-commands.ts';
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
  load({ query, signedIn, platform }) {
    const next = localAddress(query.get('next') ?? '/');
    const isRecovered = query.get('recovered') === '1';
    const facts = {
      login: '',
      next,
      isShared: false,
      canRecover: platform.mail !== null,
      isRecovered,
      problem: null,
    };
    return Promise.resolve(signedIn ? redirectTo(next) : facts);
  },
});

/** The form without script: fields `login`, `password`, `shared` (`yes`), `next`. */
export const signInForm = form({
  path: '/sign-in',
  view: 'sign-in',
  policy: { public: 'whoever signs in is nobody yet' },
  async submit({ fields, request, platform }) {
    const login = (fields.get('login') ?? '').slice(0, longestLogin);
    const password = (fields.get('password') ?? '').slice(0, longestPassword);
    const next = localAddress(fields.get('next') ?? '/');
    const isShared = fields.get('shared') === 'yes';
    try {
      return onward(await signIn(partsOf(platform), request, { login, password, isShared }), next);
    } catch (error) {
      const canRecover = platform.mail !== null;
      if (error instanceof Problem)
        return refused(error, { login, next, isShared, canRecover, isRecovered: false });
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
    const parts = partsOf(platform);
    const half = await halfOf(parts, request);
    if (!half) return redirectTo('/sign-in');
    return secondStep(parts, request, {
      half,
      next,
      byRecovery: query.get('way') === 'recovery',
      problem: null,
    });
  },
});

/** Fields `code` or `recovery`, `remember`, `next`. */
export const secondStepForm = form({
  path: secondStepPath,
  view: 'second-step',
  policy: { public: 'whoever signs in is nobody yet' },
  async submit({ fields, request, platform }) {
    const parts = partsOf(platform);
    const next = localAddress(fields.get('next') ?? '/');
    const half = await halfOf(parts, request);
    if (!half) return redirectTo('/sign-in');
    const shown = shownIn(fields, halfPurpose(parts, request));
    const remembers = fields.get('remember') === 'yes';
    try {
      const started = await completeSignIn(parts, request, { shown, remembers });
      return started ? redirectTo(next, started.cookies) : redirectTo('/sign-in');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, facts } = error;
      const byRecovery = 'recovery' in shown;
      return refused(
        error,
        await secondStep(parts, request, { half, next, byRecovery, problem: { code, facts } }),
      );
    }
  },
});

type Step = Pick<SecondStepFacts, 'next' | 'byRecovery' | 'problem'> & { readonly half: HalfSignIn };

async function secondStep(
  parts: IdentityParts,
  request: IncomingRequest,
  { half: { accountId }, ...step }: Step,
): Promise<SecondStepFacts> {
  const { appSince } = await parts.database.identity((tx) => factorState(tx, accountId, parts.clock.now()));
  const site = siteOf(parts, request);
  const purpose = halfPurpose(parts, request);
  const passkey = site ? await requestOptions(parts, { accountId, site, purpose }) : null;
  return { ...step, hasApp: appSince !== null, passkey, rememberDays };
}

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

function refused({ code, status, facts }: Problem, typed: Readonly<Record<string, unknown>>): FormAnswer {
  return {
    kind: 'again',
    status,
    data: { ...typed, problem: { code, facts } },
    ...(typeof facts?.['seconds'] === 'number'
      ? { headers: { 'retry-after': String(facts['seconds']) } }
      : {}),
  };
}

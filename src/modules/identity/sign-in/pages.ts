import type { FormAnswer } from '#platform/form.ts';
import { form } from '#platform/form.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import { partsOf } from '../identity-parts.ts';
import { signOut } from '../sessions/routes.ts';
import { signIn, signInByCode } from './commands.ts';

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
    const facts = { login: '', next, canRecover: platform.mail !== null, isRecovered, problem: null };
    return Promise.resolve(signedIn ? redirectTo(next) : facts);
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
      const { cookies } = await signIn(partsOf(platform), request, { login, password });
      return redirectTo(next, cookies);
    } catch (error) {
      const canRecover = platform.mail !== null;
      if (error instanceof Problem) return refused(error, { login, next, canRecover, isRecovered: false });
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
      const { cookies } = await signInByCode(partsOf(platform), request, code);
      return redirectTo('/', cookies);
    } catch (error) {
      if (error instanceof Problem) return refused(error, {});
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

function refused(
  { code, status, facts }: Problem,
  typed: Readonly<Record<string, string | boolean>>,
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

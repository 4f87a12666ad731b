import { form } from '#platform/form.ts';
import { localAddress, ownPasswordPath, page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/problem.ts';
import { partsOf } from '../identity-parts.ts';
import { setOwnPassword } from './commands.ts';
import { longestPassword } from '../password-strength.ts';

// Public to the platform, which lets a session without a password of its own nowhere else.
const policy = { public: 'a session of an access slip may open this page alone' } as const;

/** Where everybody sets the own password: after a slip, and later when one wishes to change it. */
export const ownPasswordPage = page({
  path: ownPasswordPath,
  view: 'own-password',
  policy,
  load({ query, signedIn }) {
    if (!signedIn) return Promise.resolve(redirectTo('/sign-in'));
    const { login, needsOwnPassword: isFirst } = signedIn;
    const next = localAddress(query.get('next') ?? '/');
    return Promise.resolve({ login, isFirst, next, problem: null });
  },
});

/**
 * After the first password comes the way back to it, an e-mail, where the school sends letters; then what the school asks
 * consent for, which is no step where nothing is asked. Each step can be skipped and knows the next.
 */
function firstSteps({ mail }: Platform, next: string): string {
  const steps = [...(mail === null ? [] : ['/contacts']), '/account/consents'];
  return steps.reduceRight(
    (then, step) => `${step}?${new URLSearchParams({ first: '1', next: then }).toString()}`,
    next,
  );
}

/** Fields `current`, `password`, `repeated`, `next`. */
export const ownPasswordForm = form({
  path: ownPasswordPath,
  view: 'own-password',
  policy,
  async submit({ fields, request, platform, signedIn }) {
    if (!signedIn) return redirectTo('/sign-in');
    // One more than is taken: too long a password must be told, not cut.
    const text = (name: string) => (fields.get(name) ?? '').slice(0, 2 * longestPassword);
    const next = localAddress(fields.get('next') ?? '/');
    const wish = { current: text('current'), password: text('password'), repeated: text('repeated') };
    try {
      const { cookie } = await setOwnPassword(partsOf(platform), request, { signedIn, wish });
      return redirectTo(signedIn.needsOwnPassword ? firstSteps(platform, next) : next, [cookie]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const { login, needsOwnPassword: isFirst } = signedIn;
      return { kind: 'again', status, data: { login, isFirst, next, problem: { code, facts } } };
    }
  },
});

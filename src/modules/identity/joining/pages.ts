import { form } from '#platform/form.ts';
import { page, redirectTo } from '#platform/page.ts';
import { Problem } from '#platform/problem.ts';
import { partsOf } from '../identity-parts.ts';
import { joinByCode } from './commands.ts';

const path = '/account/add';
const policy = { signedIn: true } as const;
const longestCode = 128;

/** Where a second child or another school is added by the code of its slip. */
export const joiningPage = page({
  path,
  view: 'joining',
  policy,
  load: () => Promise.resolve({ typed: '', problem: null }),
});

/** Field `code`. */
export const joiningForm = form({
  path,
  view: 'joining',
  policy,
  async submit({ fields, request, platform, signedIn }) {
    const code = (fields.get('code') ?? '').slice(0, longestCode);
    try {
      await joinByCode(partsOf(platform), request, { signedIn, code });
      return redirectTo('/account?added=1');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code: problem, status, facts } = error;
      return { kind: 'again', status, data: { typed: code, problem: { code: problem, facts } } };
    }
  },
});

import type { SignedIn } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/problem.ts';
import { partsOf } from '../identity-parts.ts';
import { longestPassword } from '../password-strength.ts';
import { proofAddress } from '../second-factor/proof-pages.ts';
import { askContactCode, cancelContactCode, confirmContact, ownContacts, removeContact } from './commands.ts';

const path = '/contacts';
const policy = { signedIn: true } as const;

/** The account's own e-mail: given, confirmed by a code, changed, taken away; also a step of the first sign-in. */
export const contactsPage = page({
  path,
  view: 'contacts',
  policy,
  async load({ query, platform, signedIn }) {
    if (platform.mail === null) return redirectTo('/account');
    const at = { next: localAddress(query.get('next') ?? '/account'), isFirst: query.get('first') === '1' };
    const facts = await factsOf(platform, signedIn, at);
    return facts.needsFactor ? redirectTo(proofAddress(path)) : facts;
  },
});

/** Field `act` = `ask` (`email`, `password`), `confirm` (`code`), `remove` (`password`) or `cancel`; `next` and `first` come back. */
export const contactsForm = form({
  path,
  view: 'contacts',
  policy,
  async submit({ fields, request, platform, signedIn }) {
    const parts = partsOf(platform);
    const text = (name: string) => (fields.get(name) ?? '').slice(0, 2 * longestPassword);
    const next = localAddress(fields.get('next') ?? '/account');
    const isFirst = fields.get('first') === '1';
    const here = `${path}?${new URLSearchParams({ next, ...(isFirst ? { first: '1' } : {}) }).toString()}`;
    const by = { request, signedIn };
    try {
      switch (fields.get('act') ?? 'cancel') {
        case 'ask':
          await askContactCode(parts, by, { email: text('email'), password: text('password') });
          break;
        case 'confirm':
          await confirmContact(parts, by, text('code'));
          return redirectTo(isFirst ? next : here);
        case 'remove':
          await removeContact(parts, by, text('password'));
          break;
        default:
          await cancelContactCode(parts, signedIn);
      }
      return redirectTo(here);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      if (code === 'contacts.proofNeeded') return redirectTo(proofAddress(here));
      const now = await factsOf(platform, signedIn, { next, isFirst });
      return { kind: 'again', status, data: { ...now, typed: text('email'), problem: { code, facts } } };
    }
  },
});

async function factsOf(
  platform: Platform,
  signedIn: SignedIn,
  at: { readonly next: string; readonly isFirst: boolean },
) {
  const contacts = await ownContacts(partsOf(platform), signedIn);
  const { bounced } = contacts;
  // An address that was typed wrong is put right, not typed anew.
  const typed = bounced?.isPending === true && contacts.pending === null ? bounced.email : '';
  return { ...contacts, ...at, seesReturned: platform.bounces !== null, typed, problem: null };
}

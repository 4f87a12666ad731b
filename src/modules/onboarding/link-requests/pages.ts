import { inSchool } from '#platform/access.ts';
import type { Actor, SignedIn } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { isUuid } from '#platform/ids.ts';
import { page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem, Problem, refuse } from '#platform/problem.ts';
import { askForLink, withdrawLink } from './commands.ts';
import type { AskingFacts, FamilySchool } from './facts.ts';
import { ownRequestsStatement } from './queries.ts';
import { type LinkDraft, linkWish } from './rules.ts';

const path = '/account/children';
const policy = { signedIn: true } as const;
const view = 'link-requests';

/** Where a guardian asks for a further child, and sees what became of it. */
export const askingPage = page({
  path,
  view,
  policy,
  stored: false,
  load: async ({ platform, signedIn, query }) =>
    factsOf(platform, signedIn, { isSent: query.get('sent') === '1' }),
});

/** Field `act`: `ask` with the child, or `withdraw` with `request`; `school` with both. */
export const askingForm = form({
  path,
  view,
  policy,
  async submit({ fields, platform, signedIn }) {
    const schoolId = Number(fields.get('school'));
    const draft = draftOf(fields);
    try {
      const actor = await senderIn(platform, signedIn, schoolId);
      const now = platform.clock.schoolNow();
      if (fields.get('act') === 'withdraw') {
        const id = fields.get('request') ?? '';
        if (!isUuid(id)) throw platformProblem('notFound');
        await inSchool(platform, fenceOf(actor), (tx) => withdrawLink(tx, actor, { id, now }));
        platform.sealer.wake();
        return redirectTo(path);
      }
      const wish = linkWish(draft, actor.today);
      if (typeof wish === 'string') refuse(wish, undefined, 422);
      await inSchool(platform, fenceOf(actor), (tx) => askForLink(tx, actor, { wish, now }));
      platform.sealer.wake();
      return redirectTo(`${path}?sent=1`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const data = await factsOf(platform, signedIn, {
        draft,
        schoolId,
        problem: { code, facts: facts ?? null },
      });
      return { kind: 'again', status, data };
    }
  },
});

const fenceOf = ({ schoolId }: Actor) => ({ schoolId, studentIds: '*' }) as const;

/** A student asks for nobody; a school that does not know the account is as if it were not there. */
async function senderIn(platform: Platform, signedIn: SignedIn, schoolId: number): Promise<Actor> {
  if (!signedIn.persons.some((person) => person.schoolId === schoolId)) throw platformProblem('notFound');
  const actor = await platform.actors.actor(signedIn, schoolId);
  if (!actor) throw platformProblem('notFound');
  if (isStudent(actor)) refuse('links.student', undefined, 403);
  return actor;
}

const isStudent = ({ students }: Actor) => students.some(({ kinship }) => kinship === 'self');

async function factsOf(
  platform: Platform,
  signedIn: SignedIn,
  given: Partial<Omit<AskingFacts, 'schools'>>,
): Promise<AskingFacts> {
  const schools: FamilySchool[] = [];
  for (const schoolId of new Set(signedIn.persons.map((person) => person.schoolId))) {
    const actor = await platform.actors.actor(signedIn, schoolId);
    if (!actor || isStudent(actor)) continue;
    const text = await inSchool(platform, fenceOf(actor), (tx) =>
      tx.text(ownRequestsStatement, [schoolId, signedIn.accountId]),
    );
    if (text !== null) schools.push(JSON.parse(text) as FamilySchool);
  }
  return {
    draft: emptyDraft,
    schoolId: null,
    isSent: false,
    problem: null,
    ...given,
    schools,
    now: platform.clock.schoolNow().toISOString(),
  };
}

const emptyDraft: LinkDraft = {
  lastName: '',
  firstName: '',
  middleName: '',
  birthDate: '',
  kinship: '',
  document: '',
  documentTail: '',
  word: '',
};

const longestTyped = 400;

function draftOf(fields: URLSearchParams): LinkDraft {
  const typed = Object.keys(emptyDraft).map((name) => [
    name,
    (fields.get(name) ?? '').slice(0, longestTyped),
  ]);
  return Object.fromEntries(typed) as LinkDraft;
}

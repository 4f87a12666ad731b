import { inSchool } from '#platform/access.ts';
import type { Actor, SignedIn } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { isUuid } from '#platform/ids.ts';
import { localAddress, page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem, Problem } from '#platform/problem.ts';
import { answer, mayAnswerFor, type Answer } from './commands.ts';
import type { ConsentsFacts, FamilySchool } from './facts.ts';
import { familyStudents } from './family-facts.ts';
import { consentsOfStudents } from './queries.ts';
import { signedWords } from './rules.ts';

const path = '/account/consents';
const policy = { signedIn: true } as const;
const view = 'consents';

/** What a family is asked, what it has answered, and where it answers otherwise. */
export const consentsPage = page({
  path,
  view,
  policy,
  stored: false,
  async load({ platform, signedIn, query }) {
    const at = stepOf(query);
    const schools = await schoolsOf(platform, signedIn);
    // A step of the first sign-in with nothing to answer is no step.
    if (at.isFirst && !isAsked(schools)) return redirectTo(at.next);
    const done = signedWords.find((word) => word === query.get('said')) ?? null;
    return { ...at, schools, done, at: null, problem: null } satisfies ConsentsFacts;
  },
});

/** Fields `school`, `student`, `purpose`, `version`, `word`; `first` and `next` come back. */
export const consentsForm = form({
  path,
  view,
  policy,
  async submit({ fields, platform, signedIn }) {
    const at = stepOf(fields);
    const wish = wishOf(fields);
    try {
      if (wish === null) throw platformProblem('notFound');
      const actor = await actorIn(platform, signedIn, Number(fields.get('school')));
      const fence = fenceOf(actor);
      if (!fence.studentIds.includes(wish.studentId)) throw platformProblem('notFound');
      const now = platform.clock.schoolNow();
      await inSchool(platform, fence, (tx) => answer(tx, actor, { wish, now }));
      platform.sealer.wake();
      const query = new URLSearchParams({
        said: wish.word,
        ...(at.isFirst ? { first: '1', next: at.next } : {}),
      });
      return redirectTo(`${path}?${query.toString()}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const about = wish === null ? null : placeOf(wish);
      const schools = await schoolsOf(platform, signedIn);
      const data = { ...at, schools, done: null, at: about, problem: { code, facts: facts ?? null } };
      return { kind: 'again', status, data: data satisfies ConsentsFacts };
    }
  },
});

/** One purpose of one student on the page. */
const placeOf = ({ studentId, purposeId }: Answer) => `${studentId} ${purposeId}`;

const stepOf = (query: URLSearchParams) => ({
  isFirst: query.get('first') === '1',
  next: localAddress(query.get('next') ?? '/account'),
});

const isAsked = (schools: readonly FamilySchool[]) =>
  schools.some(({ students }) =>
    students.some(({ consents }) => consents.some(({ isAskedOfYou }) => isAskedOfYou)),
  );

function wishOf(fields: URLSearchParams): Answer | null {
  const text = (name: string) => fields.get(name) ?? '';
  const word = signedWords.find((one) => one === text('word'));
  const version = Number(text('version'));
  const ids = { studentId: text('student'), purposeId: text('purpose') };
  if (!word || !isUuid(ids.studentId) || !isUuid(ids.purposeId) || !Number.isInteger(version)) return null;
  return { ...ids, word, version };
}

async function actorIn(platform: Platform, signedIn: SignedIn, schoolId: number): Promise<Actor> {
  if (!signedIn.persons.some((person) => person.schoolId === schoolId)) throw platformProblem('notFound');
  const actor = await platform.actors.actor(signedIn, schoolId);
  if (!actor) throw platformProblem('notFound');
  return actor;
}

/** Only oneself and the children one signs for. */
const fenceOf = (actor: Actor) => ({
  schoolId: actor.schoolId,
  studentIds: actor.students
    .filter(({ studentId, kinship }) => kinship === 'self' || mayAnswerFor(actor, studentId))
    .map(({ studentId }) => studentId),
});

async function schoolsOf(platform: Platform, signedIn: SignedIn): Promise<readonly FamilySchool[]> {
  const schools: FamilySchool[] = [];
  for (const schoolId of new Set(signedIn.persons.map((person) => person.schoolId))) {
    const actor = await platform.actors.actor(signedIn, schoolId);
    const fence = actor && fenceOf(actor);
    if (!actor || !fence || fence.studentIds.length === 0) continue;
    const facts = await inSchool(platform, fence, (tx) => consentsOfStudents(tx, actor, fence.studentIds));
    const students = familyStudents(facts, actor);
    schools.push({ schoolId, name: facts.schoolShortName, students });
  }
  return schools;
}

import type { IncomingRequest } from '#platform/actor.ts';
import { platformProblem } from '#platform/problem.ts';
import { withHeaders } from '#platform/reply.ts';
import { serve, type Route } from '#platform/serve.ts';
import { classToday, isValidOn, studentsToday, type SchoolFacts } from '../actors/rules.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import type { LiveSession } from '../session-store.ts';
import { factorAsked } from '../second-factor/asked-queries.ts';
import { signInAtOnce } from '../sign-in/commands.ts';
import { endSession as endSessionOf, tokenHashOf } from './commands.ts';
import { endSession, getSession, startSession, type SessionReply } from './contract.ts';
import { cookieValue, setCookie } from './rules.ts';

export const sessionRoutes: readonly Route[] = [
  serve(getSession, {
    policy: { signedIn: true },
    async run({ platform, signedIn }) {
      const parts = partsOf(platform);
      const session = await parts.sessions.byId(signedIn.sessionId);
      if (!session) throw platformProblem('notSignedIn');
      return describeSession(parts, session);
    },
  }),
  serve(startSession, {
    policy: { public: 'whoever signs in is nobody yet' },
    async run({ platform, request, body }) {
      const parts = partsOf(platform);
      const { sessionId, cookies } = await signInAtOnce(parts, request, { ...body, code: body.code ?? null });
      const session = await parts.sessions.byId(sessionId);
      if (!session) throw platformProblem('notSignedIn');
      return withHeaders(await describeSession(parts, session), { 'set-cookie': cookies });
    },
  }),
  serve(endSession, {
    policy: { public: 'signing out twice is no fault' },
    async run({ platform, request }) {
      const cookie = await signOut(partsOf(platform), request);
      return withHeaders(null, { 'set-cookie': cookie, 'clear-site-data': '"cache", "storage"' });
    },
  }),
];

/** Ends the request's session, if it has one; the `Set-Cookie` text that removes its cookie. */
export async function signOut(parts: IdentityParts, request: IncomingRequest): Promise<string> {
  const token = cookieValue(request.headers.cookie, parts.sessionCookie.name);
  if (token !== null) {
    const now = parts.clock.now();
    const ended = await parts.database.identity((tx) => endSessionOf(tx, tokenHashOf(token), now));
    if (ended !== null) parts.sessions.drop({ kind: 'sessions', ids: [ended] });
  }
  return setCookie({ ...parts.sessionCookie, value: '', maxAgeSeconds: 0 });
}

/** What a session means today: its persons, their roles and students. */
export async function describeSession(parts: IdentityParts, session: LiveSession): Promise<SessionReply> {
  const { stored, signedIn, facts } = session;
  const schools = [...new Set(signedIn.persons.map(({ schoolId }) => schoolId))];
  const known = (await Promise.all(schools.map((schoolId) => facts(schoolId)))).filter((one) => one !== null);
  return {
    account: { id: stored.accountId, login: stored.login, locale: stored.locale },
    kind: stored.kind,
    secondFactorFrom: (await factorAsked(session, parts.clock))?.from ?? null,
    idleUntil: new Date(stored.idleUntil).toISOString(),
    expiresAt: new Date(stored.expiresAt).toISOString(),
    persons: known.flatMap((school) => describePersons(school, parts.clock.today(school.timeZone))),
  };
}

function describePersons(school: SchoolFacts, today: string): SessionReply['persons'] {
  const { schoolId, schoolName, schoolShortName, timeZone } = school;
  return school.persons.map(({ personId, ...names }) => {
    const isOwn = (fact: { readonly personId: string }) => fact.personId === personId;
    return {
      schoolId,
      schoolName,
      schoolShortName,
      timeZone,
      today,
      personId,
      ...names,
      roles: school.roles
        .filter((grant) => isOwn(grant) && isValidOn(today, grant))
        .map(({ role, startDate, endDate }) => ({ role, startDate, endDate })),
      homeroomClasses: school.homerooms
        .filter((homeroom) => isOwn(homeroom) && isValidOn(today, homeroom))
        .map((homeroom) => homeroom.schoolClass),
      students: studentsToday({ students: school.students.filter(isOwn) }, today).map((student) => ({
        studentId: student.studentId,
        lastName: student.lastName,
        firstName: student.firstName,
        middleName: student.middleName,
        kinship: student.kinship,
        scope: [...student.scope],
        schoolClass: classToday(student, today),
      })),
    };
  });
}

import type { DiaryWeek } from '#modules/diary/week/contract.ts';
import { weekValues } from '#modules/diary/week/routes.ts';
import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import type { PlannedRequest } from '../load/plan.ts';
import type { DemoServer } from './demo-server.ts';
import { connected, type EngineAccess } from './engine.ts';
import { getJson, signIn, type Session } from './session.ts';

/** One reading of a diary: as a request of a real session, and as the values of its statement. */
export type DiaryReading = {
  readonly request: PlannedRequest;
  readonly fence: Fence;
  readonly values: readonly unknown[];
};

/**
 * Readings of this and the three weeks before by students of every class, each signed in as oneself.
 * Every account of the demo school has the password the ready line tells.
 */
export async function diaryReadings(
  server: DemoServer,
  engine: EngineAccess,
  students: number,
): Promise<readonly DiaryReading[]> {
  const password = server.accounts[0]?.password ?? '';
  const logins = await connected(engine.superuser, async (client) => {
    const { rows } = await client.query<{ login: string }>(loginsAcrossClasses, [students]);
    return rows.map(({ login }) => login);
  });
  const readings: DiaryReading[] = [];
  for (const login of logins) {
    const session = await signIn(server.url, { role: 'student', login, password });
    readings.push(...(await readingsOf(session)));
  }
  return readings;
}

async function readingsOf(session: Session): Promise<readonly DiaryReading[]> {
  const person = session.persons[0];
  if (!person) throw new Error(`${session.account.login} is nobody at any school.`);
  const { schoolId, personId: studentId } = person;
  const path = (from: string) => `/api/schools/${schoolId}/students/${studentId}/diary?from=${from}`;
  const { asOf, from } = await getJson<DiaryWeek>(session, path(person.today));
  const actor: Actor = {
    accountId: session.account.id,
    sessionId: '',
    schoolId,
    personId: studentId,
    today: person.today,
    roles: [],
    homeroomClassIds: [],
    students: [{ studentId, kinship: 'self', scope: ['marks'] }],
  };
  return [0, 1, 2, 3].map((weeks) => {
    const day = daysBefore(from, weeks * 7);
    return {
      request: { method: 'GET', path: path(day), headers: { cookie: session.cookie } },
      fence: { schoolId, studentIds: [studentId] },
      values: weekValues(actor, { studentId, day, now: new Date(asOf) }),
    };
  });
}

/** `YYYY-MM-DD` some days earlier. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

// Logins of students who are at school, one class after the other; read once, over the whole school.
const loginsAcrossClasses = `
  select login from (
    select a.login, row_number() over (partition by gc.class_id order by ap.person_id) as place, c.grade, c.letter
    from directory.account a
    join directory.account_person ap on ap.account_id = a.id and ap.school_id = 1
    join roster.group_membership m on m.school_id = 1 and m.student_id = ap.person_id and m.end_date is null
    join roster.study_group g on g.school_id = 1 and g.id = m.group_id and g.kind = 'class'
    join roster.group_class gc on gc.school_id = 1 and gc.group_id = g.id
    join roster.school_class c on c.school_id = 1 and c.id = gc.class_id
    where c.grade >= 2
  ) of_class order by place, grade, letter limit $1`;

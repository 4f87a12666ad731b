import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, schoolTopic, studentTopic, type Topic } from '#platform/outbox/topics.ts';
import type { NewsMessage } from '#platform/realtime/contract.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { endRole, grantRole } from '../roles/commands.ts';
import {
  cookiesOf,
  postSession,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
const id: Record<string, string> = {};
const school1 = { schoolId: 1, studentIds: '*' } as const;
const open: EventReader[] = [];

beforeAll(async () => {
  schools = await testSchools();
  const { row, person } = schools;
  const year = await row('organisation.academic_year', {
    school_id: 1,
    name: '2026/27',
    start_date: '2026-09-01',
    end_date: '2027-08-31',
  });
  const subject = await row('curriculum.subject', {
    school_id: 1,
    name: 'Алгебра',
    short_name: 'Алг',
    kind: 'lesson',
    ordinal: 1,
  });
  for (const letter of ['А', 'Б']) {
    const schoolClass = await row('roster.school_class', {
      school_id: 1,
      academic_year_id: year,
      grade: 7,
      letter,
      lineage_id: year,
    });
    const group = await row('roster.study_group', {
      school_id: 1,
      academic_year_id: year,
      kind: 'class',
      name: `7 «${letter}»`,
    });
    await row('roster.group_class', { school_id: 1, group_id: group, class_id: schoolClass });
    id[`class ${letter}`] = schoolClass;
    id[`page ${letter}`] = await row('roster.teaching_assignment', {
      school_id: 1,
      academic_year_id: year,
      group_id: group,
      subject_id: subject,
      journal_kind: 'lesson',
    });
    const student = (id[`student ${letter}`] = await person(1, `Ученик${letter}`));
    await row('roster.admission', { school_id: 1, student_id: student, start_date: '2025-09-01' });
    await row('roster.group_membership', {
      school_id: 1,
      group_id: group,
      student_id: student,
      start_date: '2026-09-01',
    });
    const guardian = (id[`guardian ${letter}`] = await person(1, `Мать${letter}`));
    id[`guardianship ${letter}`] = await row('roster.guardianship', {
      school_id: 1,
      guardian_id: guardian,
      student_id: student,
      kinship: 'mother',
      start_date: '2025-09-01',
    });
    const teacher = (id[`teacher ${letter}`] = await person(1, `Учитель${letter}`));
    await row('roster.staff', {
      school_id: 1,
      person_id: teacher,
      position: 'учитель',
      start_date: '2020-09-01',
    });
    await row('roster.assignment_teacher', {
      school_id: 1,
      assignment_id: id[`page ${letter}`],
      staff_id: teacher,
      start_date: '2026-09-01',
    });
    await row('identity.role_grant', {
      school_id: 1,
      person_id: teacher,
      role: 'teacher',
      start_date: '2020-09-01',
    });
  }
  const homeroom = (id['homeroom'] = await person(1, 'Классная'));
  await row('roster.staff', {
    school_id: 1,
    person_id: homeroom,
    position: 'учитель',
    start_date: '2020-09-01',
  });
  await row('roster.class_homeroom', {
    school_id: 1,
    class_id: id['class А'],
    staff_id: homeroom,
    start_date: '2026-09-01',
  });
  const deputy = (id['deputy'] = await person(1, 'Завуч'));
  id['deputy grant'] = await row('identity.role_grant', {
    school_id: 1,
    person_id: deputy,
    role: 'deputyHead',
    start_date: '2020-09-01',
  });
  // The mother in «А» has a child in the second school too.
  id['student 2'] = await person(2, 'УченикДва');
  id['guardian 2'] = await person(2, 'МатьА');
  await row('roster.guardianship', {
    school_id: 2,
    guardian_id: id['guardian 2'],
    student_id: id['student 2'],
    kinship: 'mother',
    start_date: '2025-09-01',
  });
  await schools.account('guardian', [
    [1, id['guardian А'] ?? ''],
    [2, id['guardian 2'] ?? ''],
  ]);
  for (const name of ['guardian Б', 'teacher А', 'teacher Б', 'homeroom', 'deputy', 'student А']) {
    await schools.account(name, [[1, id[name] ?? '']]);
  }
  first = await schools.server();
  second = await schools.server();
});
afterAll(async () => {
  for (const reader of open) reader.close();
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

async function actorOf(server: TestServer, cookie: string, schoolId = 1): Promise<Actor | null> {
  const request = { id: '', ip: '192.0.2.1', protocol: 'https', headers: { cookie } } as const;
  const signedIn = await server.platform.actors.signedIn(request);
  return signedIn && server.platform.actors.actor(signedIn, schoolId);
}

describe('an actor', () => {
  test('of a guardian has the wards of that school', async () => {
    const cookie = await signedInAs(first, 'guardian');
    expect(await actorOf(second, cookie)).toMatchObject({
      personId: id['guardian А'],
      roles: [],
      students: [
        {
          studentId: id['student А'],
          kinship: 'mother',
          scope: ['marks', 'messages', 'contacts', 'documents'],
        },
      ],
    });
    expect((await actorOf(second, cookie, 2))?.students.map(({ studentId }) => studentId)).toEqual([
      id['student 2'],
    ]);
    expect(await actorOf(second, cookie, 3)).toBeNull();
  });

  test('of a student has itself, and the session names the class', async () => {
    const answer = await postSession(first, 'student А');
    expect(await actorOf(first, cookiesOf(answer.headers['set-cookie']))).toMatchObject({
      students: [{ studentId: id['student А'], kinship: 'self' }],
    });
    expect(answer.json()).toMatchObject({
      persons: [{ students: [{ schoolClass: { id: id['class А'], grade: 7, letter: 'А' } }] }],
    });
  });

  test('of a homeroom teacher has the class', async () => {
    expect(await actorOf(first, await signedInAs(first, 'homeroom'))).toMatchObject({
      homeroomClassIds: [id['class А']],
      students: [],
    });
  });

  test('gains and loses a role within a second, on every server', async () => {
    const cookie = await signedInAs(first, 'teacher Б');
    const roles = async () => (await actorOf(second, cookie))?.roles;
    expect(await roles()).toEqual(['teacher']);
    const grant = await schools.database.db.inSchool(school1, (tx) =>
      grantRole(
        tx,
        { personId: id['teacher Б'] ?? '', role: 'librarian', startDate: '2020-01-01', endDate: null },
        null,
      ),
    );
    await expect.poll(roles, { timeout: 1_000 }).toEqual(['librarian', 'teacher']);
    await schools.database.db.inSchool(school1, (tx) =>
      endRole(tx, { id: grant, endDate: '2020-01-02' }, null),
    );
    await expect.poll(roles, { timeout: 1_000 }).toEqual(['teacher']);
  });
});

describe('the event stream', () => {
  test('tells families only that something of their own changed', async () => {
    const stream = await listen('guardian');
    await tell('marksSet', [pageTopic(id['page А'] ?? ''), studentTopic(id['student А'] ?? '')], {
      value: '5',
    });
    await tell('marksSet', [pageTopic(id['page А'] ?? ''), studentTopic(id['student Б'] ?? '')], {
      value: '2',
    });
    await tell('homeworkSet', [pageTopic(id['page А'] ?? ''), classTopic(id['class А'] ?? '')], {
      text: 'тайна',
    });
    await tell('homeworkSet', [pageTopic(id['page Б'] ?? '')], { text: 'чужое' });
    await tell('holidaysChanged', [schoolTopic], {});
    const news = await stream.news(3);
    expect(
      news.map(({ name, studentIds, topics, payload }) => ({ name, studentIds, topics, payload })),
    ).toEqual(
      ['marksSet', 'homeworkSet', 'holidaysChanged'].map((name) => ({
        name,
        studentIds: [id['student А']],
        topics: null,
        payload: null,
      })),
    );
    expect(stream.text()).not.toMatch(/тайна|чужое|"value"/);
    expect(stream.text()).not.toContain(id['student Б']);
  });

  test('tells the staff what they teach, lead or oversee', async () => {
    const readers = {
      own: await listen('teacher А'),
      other: await listen('teacher Б'),
      homeroom: await listen('homeroom'),
      deputy: await listen('deputy'),
    };
    await tell('pageNews', [pageTopic(id['page А'] ?? ''), studentTopic(id['student А'] ?? '')], { cell: 1 });
    await tell('pageNews', [pageTopic(id['page Б'] ?? ''), studentTopic(id['student Б'] ?? '')], { cell: 2 });
    await tell('last', [schoolTopic], {});
    const cells = async (reader: EventReader, count: number) =>
      (await reader.news(count)).filter(({ name }) => name === 'pageNews').map(({ payload }) => payload);
    expect(await cells(readers.own, 2)).toEqual([{ cell: 1 }]);
    expect(await cells(readers.other, 2)).toEqual([{ cell: 2 }]);
    expect(await cells(readers.homeroom, 2)).toEqual([{ cell: 1 }]);
    expect(await cells(readers.deputy, 3)).toEqual([{ cell: 1 }, { cell: 2 }]);
  });

  test('goes on after Last-Event-ID on another server, without loss or doubling, under writes', async () => {
    const cookie = await signedInAs(first, 'deputy');
    const total = 120;
    let reader = await listen('deputy', { cookie, server: first });
    const heard: NewsMessage[] = [];
    const writing = (async () => {
      for (let at = 0; at < total; at += 1) await tell('counted', [schoolTopic], { at });
    })();
    for (let turn = 0; heard.length < total; turn += 1) {
      await reader.news(Math.min(7, total - heard.length));
      reader.close();
      heard.push(...reader.all());
      if (heard.length >= total) break;
      reader = await listen('deputy', {
        cookie,
        server: turn % 2 === 0 ? second : first,
        lastEventId: reader.lastEventId(),
      });
    }
    await writing;
    expect(heard.map(({ payload }) => (payload as { at: number }).at)).toEqual(
      Array.from({ length: total }, (_, at) => at),
    );
  });

  test('asks a listener that missed too much to read again', async () => {
    await schools.superuser.query(`
      insert into platform.outbox (school_id, id, name, topics, payload)
      select 1, gen_random_uuid(), 'flood', '{school}', '{}' from generate_series(1, 2500)`);
    const head = async () => {
      const { rows } = await schools.superuser.query<{ event_seq: string }>(
        'select event_seq from platform.stream_head where school_id = 1',
      );
      return Number(rows[0]?.event_seq);
    };
    await expect.poll(head, { timeout: 5_000 }).toBeGreaterThan(2_500);
    const reader = await listen('deputy', { lastEventId: '1:1' });
    await expect.poll(() => reader.text()).toContain('event: resync');
    expect(reader.all()).toEqual([]);
    await tell('after', [schoolTopic], {});
    expect((await reader.news(1))[0]?.name).toBe('after');
  });

  test('stops telling of a student whose guardianship ended, within a second', async () => {
    const stream = await listen('guardian Б', { server: second });
    const topics = [studentTopic(id['student Б'] ?? '')];
    await tell('before', topics, {});
    await stream.news(1);
    await schools.database.db.inSchool(school1, async (tx) => {
      await tx.run(endGuardianship, [id['guardianship Б']]);
      await rightsChanged(tx, { kind: 'persons', schoolId: 1, ids: [id['guardian Б'] ?? ''] });
    });
    await expect
      .poll(async () => (await actorOf(second, stream.cookie))?.students, { timeout: 1_000 })
      .toEqual([]);
    await tell('after', topics, {});
    await tell('for all', [schoolTopic], {});
    const deputy = await listen('deputy');
    await tell('marker', [schoolTopic], {});
    await deputy.news(1);
    expect(stream.all().map(({ name }) => name)).toEqual(['before']);
  });

  test('ends with its session, within a second', async () => {
    const stream = await listen('guardian', { server: second });
    await first.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: stream.cookie } });
    await expect.poll(() => stream.text(), { timeout: 1_000 }).toContain('event: ended');
    await expect.poll(() => stream.isOver(), { timeout: 1_000 }).toBe(true);
  });

  test('is for nobody without a session', async () => {
    const answer = await fetch(`${first.url}/api/events`);
    expect(answer.status).toBe(401);
  });
});

describe('versions', () => {
  test('rise with the topics of an event only', async () => {
    const { versions } = first.platform.news;
    const latest = (...topics: Topic[]) => versions.latest(1, topics);
    const page = pageTopic(id['page А'] ?? '');
    const student = studentTopic(id['student А'] ?? '');
    const [oldPage, oldStudent] = [latest(page) ?? 0, latest(student) ?? 0];
    await tell('versioned', [page], {});
    await expect.poll(() => latest(page)).toBeGreaterThan(oldPage);
    expect(latest(student)).toBe(oldStudent);
    expect(latest(student, page)).toBe(latest(page));
    const elsewhere = await schools.server();
    const floor = elsewhere.platform.news.versions.latest(1, [student]);
    expect(floor).toBe(latest(page));
    await elsewhere.stop();
  });

  test('are unknown while the line to the database is down, and known again after', async () => {
    const { versions } = first.platform.news;
    await tell('before', [schoolTopic], {});
    const states = new Set<boolean>();
    const watch = setInterval(() => states.add(versions.latest(1, [schoolTopic]) === null), 1);
    await schools.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'parta listen' and datname = current_database()`,
    );
    await expect.poll(() => [...states]).toContain(true);
    await expect.poll(() => versions.latest(1, [schoolTopic])).not.toBeNull();
    clearInterval(watch);
    const known = versions.latest(1, [schoolTopic]) ?? 0;
    await tell('after', [schoolTopic], {});
    await expect.poll(() => versions.latest(1, [schoolTopic])).toBeGreaterThan(known);
  });
});

// As the roster's command does.
const endGuardianship = statement(
  'test.endGuardianship',
  `update roster.guardianship set end_date = '2026-01-01' where school_id = 1 and id = $1`,
);

async function tell(name: string, topics: readonly Topic[], payload: unknown): Promise<void> {
  await schools.database.db.inSchool(school1, (tx) => announce(tx, { name, topics, payload }));
}

type EventReader = {
  readonly cookie: string;
  text(): string;
  all(): NewsMessage[];
  /** Waits for so many messages. */
  news(count: number): Promise<NewsMessage[]>;
  lastEventId(): string;
  isOver(): boolean;
  close(): void;
};

async function listen(
  login: string,
  options: { cookie?: string; server?: TestServer; lastEventId?: string } = {},
): Promise<EventReader> {
  const server = options.server ?? first;
  const cookie = options.cookie ?? (await signedInAs(server, login));
  const stop = new AbortController();
  const answer = await fetch(`${server.url}/api/events`, {
    signal: stop.signal,
    headers: { cookie, ...(options.lastEventId ? { 'last-event-id': options.lastEventId } : {}) },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let over = false;
  let closed = false;
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const piece of answer.body ?? []) if (!closed) text += decoder.decode(piece, { stream: true });
  })();
  reading
    .catch(() => {})
    .finally(() => {
      over = true;
    });
  // What is cut off in the middle was not received.
  const whole = () => text.slice(0, text.lastIndexOf('\n\n') + 2);
  const all = () =>
    [...whole().matchAll(/event: news\ndata: (.*)\n/g)].map(
      ([, data]) => JSON.parse(data ?? '') as NewsMessage,
    );
  const reader: EventReader = {
    cookie,
    text: () => text,
    all,
    async news(count) {
      await expect.poll(() => all().length, { timeout: 5_000, interval: 5 }).toBeGreaterThanOrEqual(count);
      return all();
    },
    lastEventId: () => [...whole().matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
    isOver: () => over,
    close() {
      closed = true;
      stop.abort();
    },
  };
  open.push(reader);
  await expect.poll(() => text).toContain('event: ready');
  return reader;
}

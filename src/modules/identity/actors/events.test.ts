import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endGuardianship } from '#modules/roster/index.ts';
import { announce } from '#platform/outbox/announce.ts';
import {
  classTopic,
  pageTopic,
  schoolTopic,
  staffTopic,
  studentTopic,
  type Topic,
} from '#platform/outbox/topics.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { NewsMessage } from '#platform/realtime/contract.ts';
import { actorOf, twoClasses } from '../testing-classes.ts';
import { signedInAs, testSchools, type TestSchools, type TestServer } from '../testing-school.ts';
import { listen, type EventReader } from '../testing-stream.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
let id: Readonly<Record<string, string>>;
const school1 = { schoolId: 1, studentIds: '*' } as const;
const open: EventReader[] = [];

beforeAll(async () => {
  schools = await testSchools();
  id = await twoClasses(schools);
  first = await schools.server();
  second = await schools.server();
});
afterAll(async () => {
  for (const reader of open) reader.close();
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

describe('the event stream', () => {
  test('tells families only that something of their own changed', async () => {
    const stream = await hear('guardian');
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
      own: await hear('teacher А'),
      other: await hear('teacher Б'),
      homeroom: await hear('homeroom'),
      deputy: await hear('deputy'),
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

  test('tells who stands in of that page, from the lesson on, and everybody of the staff room', async () => {
    const { database } = schools;
    const lesson = (date: string) =>
      schools.row('timetable.lesson', {
        school_id: 1,
        assignment_id: id['page А'],
        date,
        number: 1,
        teacher_id: id['teacher Б'],
      });
    const today = first.platform.clock.today('Europe/Moscow');
    await lesson(today);
    await database.db.inSchool(school1, (tx) =>
      rightsChanged(tx, { kind: 'persons', schoolId: 1, ids: [id['teacher Б'] ?? ''] }),
    );
    const substitute = await hear('teacher Б');
    const family = await hear('guardian Б');
    await tell('pageNews', [pageTopic(id['page А'] ?? ''), studentTopic(id['student А'] ?? '')], { cell: 1 });
    await tell('staffRoom', [staffTopic], { day: 1 });
    await tell('last', [schoolTopic], {});
    expect((await substitute.news(3)).map(({ name }) => name)).toEqual(['pageNews', 'staffRoom', 'last']);
    expect((await family.news(1)).map(({ name }) => name)).toEqual(['last']);
  });

  test('goes on after Last-Event-ID on another server, without loss or doubling, under writes', async () => {
    const cookie = await signedInAs(first, 'deputy');
    const total = 120;
    let reader = await hear('deputy', { cookie });
    const heard: NewsMessage[] = [];
    const writing = (async () => {
      for (let at = 0; at < total; at += 1) await tell('counted', [schoolTopic], { at });
    })();
    for (let turn = 0; heard.length < total; turn += 1) {
      await reader.news(Math.min(7, total - heard.length));
      reader.close();
      heard.push(...reader.all());
      if (heard.length >= total) break;
      const lastEventId = reader.lastEventId();
      reader = await hear('deputy', { cookie, lastEventId, server: turn % 2 === 0 ? second : first });
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
    const reader = await hear('deputy', { lastEventId: '1:1' });
    await expect.poll(() => reader.text()).toContain('event: resync');
    expect(reader.all()).toEqual([]);
    await tell('after', [schoolTopic], {});
    expect((await reader.news(1))[0]?.name).toBe('after');
  });

  test('stops telling of a student whose guardianship ended, within a second', async () => {
    const stream = await hear('guardian Б', { server: second });
    const topics = [studentTopic(id['student Б'] ?? '')];
    await tell('before', topics, {});
    await stream.news(1);
    const ended = await schools.database.db.inSchool(school1, (tx) =>
      endGuardianship(tx, { id: id['guardianship Б'] ?? '', endDate: '2026-01-01' }, null),
    );
    expect(ended).toBe(true);
    await expect
      .poll(async () => (await actorOf(second, stream.cookie))?.students, { timeout: 1_000 })
      .toEqual([]);
    // Open pages read again, and find that they may not.
    await expect.poll(() => stream.text(), { timeout: 1_000 }).toContain('event: resync');
    await tell('after', topics, {});
    await tell('for all', [schoolTopic], {});
    const deputy = await hear('deputy');
    await tell('marker', [schoolTopic], {});
    await deputy.news(1);
    expect(stream.all().map(({ name }) => name)).toEqual(['before']);
  });

  test('ends with its session, within a second', async () => {
    const stream = await hear('guardian', { server: second });
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

async function tell(name: string, topics: readonly Topic[], payload: unknown): Promise<void> {
  await schools.database.db.inSchool(school1, (tx) => announce(tx, { name, topics, payload }));
}

async function hear(
  login: string,
  { server = first, ...rest }: { server?: TestServer; cookie?: string; lastEventId?: string } = {},
): Promise<EventReader> {
  const reader = await listen(server, login, rest);
  open.push(reader);
  return reader;
}

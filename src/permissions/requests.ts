import type { EndpointSpec } from '#platform/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import { today } from './school.ts';
import type { Found, World } from './world.ts';

export type Request = {
  readonly method: EndpointSpec['method'];
  readonly url: string;
  readonly payload?: object;
};

/** A request that the endpoint would fulfil for somebody who may: only rights can stand in its way. */
export function requestFor(endpoint: EndpointSpec, found: Found, world: World): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => valueOf(name, found));
  const query = queries[endpoint.id];
  const body = bodies[endpoint.id]?.(found, world);
  return {
    method: endpoint.method,
    url: query === undefined ? path : `${path}?${query}`,
    ...(body === undefined ? {} : { payload: body }),
  };
}

function valueOf(name: string, found: Found): string {
  if (name === 'workId') return found.lessonId;
  if (name === 'date') return today;
  const value = (found as Readonly<Record<string, string | number>>)[name];
  if (value === undefined) throw new Error(`the world has no ${name}`);
  return String(value);
}

const queries: Readonly<Record<string, string>> = {
  'diary.getWeek': `from=${today}`,
  'diary.getTimetable': `from=${today}`,
  'timetable.getCover': `from=${today}&to=${today}`,
};

const bodies: Readonly<Record<string, (found: Found, world: World) => object>> = {
  'identity.startSession': () => ({ login: 'nobody', password: 'nothing' }),
  'journal.setMarks': (found) => ({
    works: [],
    cells: [
      {
        workId: found.lessonId,
        studentId: found.studentId,
        attempt: 1,
        slot: 1,
        value: '5',
        comment: null,
        pointDue: null,
        expected: 1,
        reasonCode: 'corrected',
        reason: null,
      },
    ],
  }),
  'journal.takeAttendance': (found) => ({
    cells: [
      { lessonId: found.lessonId, studentId: found.studentId, fact: 'absent', minutes: null, expected: 0 },
    ],
  }),
  'journal.setWork': (found, world) => ({
    lessonId: found.lessonId,
    ordinal: 1,
    workTypeId: world.workTypeId,
    weight: 2,
    title: null,
    expected: 1,
  }),
  'journal.recordLesson': () => ({ topic: 'Формулы', attendanceTaken: true, expected: 0 }),
  'journal.setFinalMarks': (found, world) => ({
    cells: [
      {
        studentId: found.studentId,
        gradingPeriodId: world.periodId,
        kind: 'period',
        value: '5',
        expected: 0,
        reason: null,
      },
    ],
  }),
  'rescheduling.changeLessons': (found) => ({
    reasonCode: 'other',
    note: null,
    absence: { staffId: found.staffId, from: today, to: today },
    changes: [],
    acceptsClashes: false,
  }),
  'rescheduling.undoChanges': () => ({}),
  'homework.assign': () => ({
    text: '№ 412',
    minutes: null,
    dueRule: 'next',
    dueLessonId: null,
    dueDate: null,
    publishAt: null,
    expected: 0,
  }),
};

/** Headers of a browser on our own page. */
export function headersFor(request: Request, cookie: string): Record<string, string> {
  return {
    ...(cookie === '' ? {} : { cookie }),
    ...(request.method === 'GET' ? {} : { 'idempotency-key': uuidv7(), 'sec-fetch-site': 'same-origin' }),
    ...(request.payload === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

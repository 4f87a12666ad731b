import type { EndpointSpec } from '#platform/contract.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import { uuidv7 } from '#platform/ids.ts';
import { today, tomorrow, yearStart } from './school.ts';
import { newcomer, setUpBodies } from './set-up-requests.ts';
import type { Found, World } from './world.ts';

export type Request = {
  readonly method: EndpointSpec['method'];
  readonly url: string;
  readonly payload?: object;
  readonly isFile?: true;
};

/** A request that the endpoint would fulfil for somebody who may: only rights can stand in its way. */
export function requestFor(endpoint: EndpointSpec, found: Found, world: World): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) =>
    name === 'requestId'
      ? (found.requestId ?? world.freshRequest())
      : valueOf(isNew(name, endpoint) ? `new ${name}` : name, found),
  );
  const query = queries[endpoint.id];
  const body = bodies[endpoint.id]?.(found, world);
  return {
    method: endpoint.method,
    url: query === undefined ? path : `${path}?${query}`,
    ...(endpoint.takesFile ? { payload: aPdf(), isFile: true } : body === undefined ? {} : { payload: body }),
  };
}

const isNew = (name: string, { id, method }: EndpointSpec) =>
  (name === 'fileId' && method !== 'GET') || (name === 'scaleId' && id === 'organisation.setMarkScale');

function valueOf(name: string, found: Found): string {
  if (name === 'workId' || name === 'homeworkId' || name === 'fileId') return found.lessonId;
  if (name === 'new fileId') return found.pageId;
  if (name === 'personId' || name === 'filterId') return found.studentId;
  if (name === 'date') return today;
  if (freshIds.has(name)) return uuidv7();
  const value = (found as Readonly<Record<string, string | number>>)[name];
  if (value === undefined) throw new Error(`the world has no ${name}`);
  return String(value);
}

/** Named by the client for what it makes. */
const freshIds = new Set(['reasonId', 'yearId', 'scheduleId', 'subjectId', 'workTypeId', 'new scaleId']);

const queries: Readonly<Record<string, string>> = {
  'diary.getWeek': `from=${today}`,
  'diary.getTimetable': `from=${today}`,
  'journal.getClassAbsences': `from=${yearStart}&to=${today}`,
  'journal.listFewMarks': `from=${yearStart}&to=${today}`,
  'roster.exportPeople': 'format=csv',
  'roster.exportClasses': 'format=csv',
  'roster.exportClass': 'format=xlsx',
  'roster.exportLoad': 'format=csv',
  'timetable.getCover': `from=${today}&to=${today}`,
  'rescheduling.previewEnding': `from=${today}`,
};

const order = { orderNumber: '45-у', orderDate: today };
const right = { kinship: 'other', scope: ['marks'], basis: null };

/** As the world has it: written again it is answered as done. */
const specialDay = {
  scope: 'school',
  scopeId: '',
  kind: 'off',
  from: today,
  to: today,
  asWeekday: null,
  bellScheduleId: null,
  reasonCode: 'weather',
};

/** As the world has it: it has no lessons then. */
const emptyWeek = { from: '2027-05-24', cards: [], expected: [] };

const base64 = (text: string) => Buffer.from(text).toString('base64');
const list = {
  files: [
    { name: 'список.csv', content: base64('Фамилия;Имя;Дата рождения;Класс\nНовиков;Имя;01.02.2013;7А\n') },
  ],
  date: today,
  columns: [],
};
const emptyTimetable = base64(
  '<timetable ascttversion="2012.1.1"><daysdefs/><classes/><subjects/><teachers/><lessons/><cards/></timetable>',
);

const bodies: Readonly<Record<string, (found: Found, world: World) => object>> = {
  // As the world has it: written again it is answered as done.
  'consents.setPurpose': () => ({ title: 'Цель', isAsked: true }),
  'consents.addPurpose': () => ({ title: 'Цель', body: 'Текст' }),
  'consents.addText': () => ({ body: 'Текст', asksAgain: false, expected: 1 }),
  'consents.printBlanks': ({ purposeId, studentId }) => ({ purposeId, studentIds: [studentId] }),
  'consents.registerPaper': ({ purposeId, studentId, staffId }) => ({
    purposeId,
    version: 1,
    signerId: studentId,
    word: 'yes',
    signedOn: today,
    receivedBy: staffId,
  }),
  'onboarding.acceptLinkRequest': (found) => ({
    ...right,
    studentId: found.studentId,
    basis: 'свидетельство о рождении',
    endDate: null,
  }),
  'onboarding.refuseLinkRequest': () => ({ reason: 'notConfirmed', word: null }),
  'identity.showProof': () => ({ code: '000000' }),
  'identity.startSession': () => ({ login: 'nobody', password: 'nothing' }),
  'integrations.importLists': () => ({ ...list, agreed: null, skipsBadRows: false }),
  'integrations.makeTableFile': () => ({
    name: 'Таблица',
    format: 'csv',
    columns: ['Имя'],
    rows: [['Анна']],
  }),
  'integrations.downloadBadRows': () => ({ ...list, kind: 'students', language: 'ru' }),
  'integrations.undoImport': () => ({ agreed: null }),
  'integrations.importTimetable': () => ({
    file: { name: 'aSc.xml', content: emptyTimetable },
    from: today,
    to: today,
    map: { classes: {}, subjects: {}, teachers: {}, rooms: {} },
    anchor: null,
    agreed: null,
    skipsUnmatched: false,
  }),
  'identity.issueClassSlips': (found) => ({ personIds: [found.studentId] }),
  'identity.issueStaffSlips': (found) => ({ personIds: [found.staffId] }),
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
  'journal.lockPeriod': () => ({ grades: null }),
  'journal.openPeriod': () => ({ grades: null, reason: 'Исправление по приказу' }),
  ...setUpBodies,
  'roster.saveFilter': () => ({ name: 'Выбыли', filter: { kind: 'student', status: 'former' } }),
  'roster.findDuplicates': () => ({
    lastName: 'Новиков',
    firstName: 'Имя',
    middleName: null,
    birthDate: null,
    snils: null,
  }),
  'roster.moveBetweenSubgroups': (found) => ({
    date: today,
    moves: [{ studentId: found.studentId, fromGroupId: null, toGroupId: found.subgroupId }],
  }),
  'roster.addPage': (found, world) => ({
    groupId: found.subgroupId,
    subjectId: world.freshSubject(),
    hoursTenths: 10,
    teacher: { staffId: found.staffId, startDate: today },
  }),
  // Of two roles that may, the second asks for what the first has written.
  'roster.setTeachers': (found) => ({
    teachers: [{ staffId: found.pageTeacherId, startDate: yearStart, endDate: '2027-05-26' }],
    expected: [{ staffId: found.pageTeacherId, startDate: yearStart, endDate: null }],
  }),
  'roster.changePerson': () => ({ ...newcomer, expected: 1 }),
  'roster.admitStudent': (found) => ({
    person: { ...newcomer, snils: null },
    notTheSameAs: [],
    classId: found.classId,
    date: today,
    subgroupIds: [],
    ...order,
    fileNumber: null,
    transferredFrom: null,
  }),
  'roster.transferStudent': (found) => ({
    classId: found.otherClassId,
    date: today,
    subgroupIds: [],
    ...order,
    expected: 0,
  }),
  'roster.withdrawStudent': () => ({
    lastDay: today,
    ...order,
    reason: 'переезд',
    destination: null,
    expected: 1,
  }),
  'roster.restoreStudent': (found) => ({
    classId: found.classId,
    date: tomorrow,
    subgroupIds: [],
    ...order,
    expected: 2,
  }),
  'roster.undoMovement': () => ({ ordinal: 3 }),
  'roster.addGuardianship': () => ({ guardian: { person: newcomer }, ...right, startDate: today }),
  'roster.changeGuardianship': () => ({ ...right, expected: 1 }),
  'roster.endGuardianship': () => ({ endDate: '2027-05-26', expected: 2 }),
  'rescheduling.changeLessons': (found) => ({
    reasonCode: 'other',
    note: null,
    absence: { staffId: found.staffId, from: today, to: today },
    changes: [],
    acceptsClashes: false,
  }),
  'rescheduling.undoChanges': () => ({}),
  'rescheduling.previewDayOverride': () => specialDay,
  'rescheduling.setDayOverride': () => ({ ...specialDay, agreed: 'nothing' }),
  'rescheduling.endDayOverride': () => ({ from: today, agreed: 'nothing' }),
  'rescheduling.previewWeekly': () => emptyWeek,
  'rescheduling.setWeekly': () => ({ ...emptyWeek, agreed: 'nothing' }),
  'journal.setAbsenceReason': () => ({
    reason: 'ill',
    startDate: today,
    endDate: today,
    note: null,
    isEnded: false,
    expected: 0,
  }),
  'homework.removeFile': () => ({ isRemoved: true }),
  'homework.copyFiles': ({ lessonId }) => ({ fromLessonId: lessonId }),
  'homework.tick': () => ({ isDone: true }),
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
    ...(request.payload === undefined
      ? {}
      : { 'content-type': request.isFile ? 'application/octet-stream' : 'application/json' }),
  };
}

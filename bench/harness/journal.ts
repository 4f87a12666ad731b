import { randomUUID } from 'node:crypto';
import type { CellOutcome, NewWork } from '#modules/journal/marks/contract.ts';
import type { JournalPage, JournalPageList, PageLesson } from '#modules/journal/pages/contract.ts';
import type { MarkPlace } from '../load/plan.ts';
import { marksBody } from '../load/traffic.ts';
import { daysBefore } from './family.ts';
import { getJson, type Session } from './session.ts';

/** A page of the signed-in teacher, with where to write to it. */
export type OwnPage = {
  readonly schoolId: number;
  readonly page: JournalPage;
  readonly marksPath: string;
};

/** Corrections of older lessons ask for a typed reason; the measurements type none. */
const youngDays = 6;

/** The teacher's own page with the most students that takes marks. */
export async function ownPage(session: Session): Promise<OwnPage> {
  const schoolId = session.persons[0]?.schoolId ?? 0;
  const base = `/api/schools/${schoolId}/journal-pages`;
  const list = await getJson<JournalPageList>(session, base);
  const pages = await Promise.all(
    list.pages
      .filter(({ isOwn, kind }) => isOwn && kind === 'lesson')
      .map(({ id }) => getJson<JournalPage>(session, `${base}/${id}`)),
  );
  const page = pages
    .filter(({ scale, may }) => scale.length > 0 && may.write)
    .sort((a, b) => b.students.length - a.students.length)[0];
  if (!page) throw new Error(`${session.account.login} has no page of their own that takes marks.`);
  return { schoolId, page, marksPath: `${base}/${page.page.id}/marks` };
}

/**
 * Gives every student of the page a mark in so many works of the week's lessons that `wanted` cells stand,
 * and answers them with their versions.
 */
export async function markedCells(session: Session, own: OwnPage, wanted: number): Promise<MarkPlace[]> {
  const { students } = own.page;
  const present = students.filter(([, , , , lastDay]) => lastDay === null).map(([id]) => id);
  const works = worksFor(own.page, Math.ceil(wanted / present.length));
  const known = knownVersions(own.page);
  const cells = works.flatMap((work) =>
    present.map((studentId) => ({
      workId: work.id,
      studentId,
      version: known.get(`${work.id} ${studentId}`) ?? 0,
    })),
  );
  const missing = works.filter(({ id }) => !own.page.works.some(([known]) => known === id));
  const body = JSON.parse(marksBody(cells, '5')) as { works: NewWork[] };
  const outcomes = await putMarks(session, own.marksPath, JSON.stringify({ ...body, works: missing }));
  return cells.map((cell, at) => {
    const outcome = outcomes[at];
    if (outcome?.state === 'written') return { ...cell, version: outcome.version };
    throw new Error(`a cell was not written: ${JSON.stringify(outcome)}`);
  });
}

/** The versions these cells have now. */
export async function currentCells(
  session: Session,
  own: OwnPage,
  cells: readonly MarkPlace[],
): Promise<MarkPlace[]> {
  const path = own.marksPath.replace(/\/marks$/, '');
  const known = knownVersions(await getJson<JournalPage>(session, path));
  return cells.map((cell) => ({ ...cell, version: known.get(`${cell.workId} ${cell.studentId}`) ?? 0 }));
}

async function putMarks(session: Session, path: string, body: string): Promise<readonly CellOutcome[]> {
  const answer = await fetch(`${session.url}${path}`, {
    method: 'PUT',
    headers: {
      cookie: session.cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body,
  });
  if (!answer.ok) throw new Error(`PUT ${path} was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { cells: CellOutcome[] }).cells;
}

function knownVersions({ marks, works, students }: JournalPage): Map<string, number> {
  return new Map(
    marks
      .filter(([, , attempt, slot]) => attempt === 1 && slot === 1)
      .map(([work, student, , , , version]) => [`${works[work]?.[0]} ${students[student]?.[0]}`, version]),
  );
}

/** Works of lessons already held this week: those that stand, then new ones of the same lessons. */
function worksFor(page: JournalPage, wanted: number): readonly NewWork[] {
  const lessons = page.lessons.filter((lesson) => isHeldThisWeek(page, lesson));
  const workTypeId = (page.workTypes.find(({ isDefault }) => isDefault) ?? page.workTypes[0])?.id ?? '';
  const places = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((ordinal) =>
    lessons.map(({ id }) => ({ lessonId: id, ordinal })),
  );
  if (places.length < wanted) throw new Error('too few lessons were held this week');
  return places.slice(0, wanted).map(({ lessonId, ordinal }) => {
    const standing = page.works.find(
      ([, lesson, place]) => page.lessons[lesson]?.id === lessonId && place === ordinal,
    );
    const id = standing?.[0] ?? (ordinal === 1 ? lessonId : randomUUID());
    return { id, lessonId, ordinal, workTypeId, weight: null, title: null };
  });
}

function isHeldThisWeek(page: JournalPage, { date, state, starts }: PageLesson): boolean {
  if (state !== 'planned' || date < daysBefore(page.today, youngDays)) return false;
  return date < page.today || (date === page.today && (starts ?? '24:00') <= page.time);
}

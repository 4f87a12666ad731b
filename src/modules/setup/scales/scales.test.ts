import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScalePreview } from '#modules/journal/settings-preview/contract.ts';
import type { ScaleDraft } from '#modules/organisation/mark-scales/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import { aSetUpSchool } from '../testing-setup.ts';
import type { MarkScales, ScalePages } from './contract.ts';

type SetUp = Awaited<ReturnType<typeof aSetUpSchool>>;
type Answer = {
  readonly version?: number;
  readonly moved?: readonly { readonly pageId: string; readonly scaleId: string }[];
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};

let at: SetUp;
beforeAll(async () => {
  at = await aSetUpSchool();
  await at.marked('2026-11-23', [
    [0, 1, '5'],
    [1, 1, '4'],
  ]);
});
afterAll(() => at.server.stop());

const list = async () => (await at.server.get<MarkScales>('deputy', '/mark-scales')).reply;
const put = (id: string, body: unknown, as = 'deputy') =>
  at.server.put<Answer>(as, `/mark-scales/${id}`, { body });
const five = async () => {
  const { scales } = await list();
  const scale = scales.find(({ id }) => id === at.school.frame.scaleId);
  if (!scale) throw new Error('the school has a scale');
  const { id, pages, ...body } = scale;
  return { id, pages, body };
};
const number = (code: string, hundredths: number, band: string) => ({
  code,
  hundredths,
  band,
  isOffered: true,
});
const ten: ScaleDraft = {
  name: 'Десятибалльная',
  isUsual: false,
  isRetired: false,
  values: [
    number('10', 1000, 'excellent'),
    number('7', 700, 'good'),
    number('5', 500, 'satisfactory'),
    number('4', 400, 'poor'),
  ] as ScaleDraft['values'],
};
const others = (values: ScaleDraft['values'], code: string) => values.filter((value) => value.code !== code);

test('a school sees its scales with the journals that have them; a teacher does not learn of the page', async () => {
  const { body, pages } = await five();
  expect(body).toMatchObject({ name: 'Пятибалльная', isUsual: true, isRetired: false, version: 1 });
  expect(body.values[0]).toEqual({ code: '5', hundredths: 500, band: 'excellent', isOffered: true });
  expect(pages).toBeGreaterThan(0);
  expect((await at.server.get('teacher', '/mark-scales')).status).toBe(404);
  expect((await put(uuidv7(), { version: 0, ...ten }, 'secretary')).status).toBe(403);
});

test('a mark that stands in a journal cannot be removed; it is no longer offered instead', async () => {
  const { id, body } = await five();
  const refused = await put(id, { ...body, values: others(body.values, '4') });
  expect([refused.status, refused.reply.code, refused.reply.facts]).toEqual([
    409,
    'scales.valueInUse',
    { code: '4', marks: 1 },
  ]);
  const values = body.values.map((value) => (value.code === '4' ? { ...value, isOffered: false } : value));
  expect((await put(id, { ...body, values })).reply.version).toBe(2);
  const lesson = at.algebra.lessonOn('2026-11-23');
  const write = (studentId: string | undefined, value: string, expected: number) =>
    at.server.put<{ cells: readonly { state: string; code?: string }[] }>(
      'teacher',
      `/journal-pages/${at.algebra.id}/marks`,
      {
        key: uuidv7(),
        body: {
          works: [],
          cells: [
            {
              workId: lesson,
              studentId,
              attempt: 1,
              slot: 1,
              value,
              comment: null,
              pointDue: null,
              expected,
              reasonCode: 'entered',
              reason: null,
            },
          ],
        },
      },
    );
  const [, second, third] = at.seventh.students;
  // Nobody gets one anew; who has one keeps it, with a comment too.
  expect((await write(third, '4', 0)).reply.cells).toMatchObject([{ code: 'marks.unknownValue' }]);
  expect((await write(second, '4', 1)).reply.cells).toMatchObject([{ state: 'written' }]);
  // A mark nobody has goes.
  const now = await five();
  expect((await put(id, { ...now.body, values: others(now.body.values, '2') })).status).toBe(200);
  const back = await five();
  expect((await put(id, { ...back.body, values: body.values })).status).toBe(200);
});

test('other worths are counted before they are written, and averages follow at once', async () => {
  const { id, body } = await five();
  const preview = await at.server.post<ScalePreview>('deputy', `/mark-scales/${id}/preview`, {
    body: { worths: [{ code: '4', hundredths: 470 }] },
  });
  expect(preview.reply).toMatchObject({
    averages: 2,
    averagesChanged: 1,
    proposals: { changed: 0 },
  });
  const values = body.values.map((value) => (value.code === '4' ? { ...value, hundredths: 470 } : value));
  expect((await put(id, { ...body, values })).status).toBe(200);
  const [stored] = await at.server.sql(
    `select numerator, denominator from organisation.mark_scale_value where scale_id = '${id}' and code = '4'`,
  );
  expect(stored).toEqual({ numerator: 47, denominator: 10 });
  expect((await put(id, { ...(await five()).body, values: body.values })).status).toBe(200);
});

test.each([
  ['a mark twice', 'scales.codeTwice', (values: ScaleDraft['values']) => [...values, ...values.slice(0, 1)]],
  [
    'a letter',
    'scales.codeWrong',
    (values: ScaleDraft['values']) => [...values, number('А', 500, 'excellent')],
  ],
  [
    'a number that counts nothing',
    'scales.worthMissing',
    (values: ScaleDraft['values']) => [...values, { ...number('9', 900, 'good'), hundredths: null }],
  ],
  [
    'a number without a meaning',
    'scales.bandMissing',
    (values: ScaleDraft['values']) => [...values, { ...number('9', 900, 'good'), band: null }],
  ],
  [
    'nothing offered',
    'scales.nothingOffered',
    (values: ScaleDraft['values']) => values.map((value) => ({ ...value, isOffered: false })),
  ],
] as const)('%s is refused in words', async (_, code, change) => {
  const answer = await put(uuidv7(), { version: 0, ...ten, name: 'Другая', values: change(ten.values) });
  expect([answer.status, answer.reply.code]).toEqual([422, code]);
});

test('who saw an older scale, a name twice, the usual one gone', async () => {
  const { id, body } = await five();
  expect((await put(id, { ...body, version: 1 })).reply.code).toBe('organisation.changedMeanwhile');
  expect((await put(uuidv7(), { version: 0, ...ten, name: 'пятибалльная' })).reply.code).toBe(
    'scales.nameTaken',
  );
  expect((await put(id, { ...body, isUsual: false })).reply.code).toBe('scales.usualNeeded');
});

test('journals go over to a scale that holds their marks, and back; new journals have the usual one', async () => {
  const id = uuidv7();
  expect((await put(id, { version: 0, ...ten })).status).toBe(200);
  const pages = async () =>
    (
      await at.server.post<ScalePages>('deputy', `/mark-scales/${id}/pages/preview`, {
        body: { subjectId: at.algebra.subjectId, fromGrade: 5, toGrade: 9 },
      })
    ).reply.pages;
  const give = (scaleId: string, as = 'deputy') =>
    at.server.put<Answer>(as, `/mark-scales/${scaleId}/pages`, { body: { pageIds: [at.algebra.id] } });
  const [before] = await pages();
  expect(before).toMatchObject({ pageId: at.algebra.id, unfit: [] });
  // «4» and «5» are on both scales; a «2» is not.
  const lesson = at.algebra.lessonOn('2026-11-23');
  const third = at.seventh.students[2];
  const author = at.people.teacher.personId;
  await at.server
    .sql(`insert into journal.mark (school_id, work_id, student_id, attempt, slot, value, author_id)
    values (1, '${lesson}', '${third}', 1, 1, '2', '${author}')`);
  expect((await pages())[0]?.unfit).toEqual([{ code: '2', marks: 1 }]);
  const refused = await give(id);
  expect([refused.status, refused.reply.code]).toEqual([409, 'scales.marksUnfit']);
  await at.server.sql(
    `update journal.mark set value = '7' where work_id = '${lesson}' and student_id = '${third}'`,
  );
  expect((await give(id)).reply.moved).toEqual([{ pageId: at.algebra.id, scaleId: at.school.frame.scaleId }]);
  const page = await at.server.get<{ scale: readonly { code: string }[] }>(
    'teacher',
    `/journal-pages/${at.algebra.id}?from=2026-11-01&to=2026-12-01`,
  );
  expect(page.reply.scale.map(({ code }) => code)).toEqual(['10', '7', '5', '4']);
  // The ten-point scale serves journals now.
  const standing = (await list()).scales.find((scale) => scale.id === id);
  expect(standing?.pages).toBe(1);
  const retired = await put(id, { version: 1, ...ten, isRetired: true });
  expect([retired.status, retired.reply.code]).toEqual([409, 'scales.inUse']);
  // A year that is over keeps its scale and holds nothing back.
  const years = (days: number) =>
    at.server.sql(`update organisation.academic_year set end_date = end_date - ${days} where school_id = 1`);
  await years(300);
  const afterTheYear = await put(id, { version: 1, ...ten, isRetired: true });
  await years(-300);
  expect(afterTheYear.reply).toEqual({ version: 2 });
  expect((await put(id, { version: 2, ...ten, isUsual: true })).status).toBe(200);
  expect((await list()).scales.filter(({ isUsual }) => isUsual).map((scale) => scale.id)).toEqual([id]);
  expect((await give(uuidv7())).reply.code).toBe('scales.unknownScale');
});

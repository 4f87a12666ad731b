import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inSchool } from '#platform/access.ts';
import { standingPurposes } from '../index.ts';
import { testConsents, today, type TestConsents } from '../testing-consents.ts';

let school: TestConsents;
beforeAll(async () => {
  school = await testConsents();
});
afterAll(() => school.drop());

const stateFor = async (login: string, of: string) => (await school.consent(login, of))?.state;

/** What later parts would be told. */
const standing = (of: string) =>
  inSchool(school.server.platform, { schoolId: 1, studentIds: '*' }, async (tx) =>
    (await standingPurposes(tx, { schoolId: 1, today, studentId: school.people[of] ?? '' })).map(
      ({ code }) => code,
    ),
  );

const rows = async (of: string) => {
  const { rows: found } = await school.superuser.query<{ word: string; signer: string }>(
    `select d.word, p.last_name as signer from consents.decision d join roster.person p on p.id = d.signer_id
     where d.student_id = $1 order by d.made_at`,
    [school.people[of]],
  );
  return found.map(({ word, signer }) => `${signer} ${word}`);
};

test('a mother reads the whole text and says yes; twice is once; the father sees it without her name', async () => {
  const before = await school.consent('mama', 'child');
  expect(before).toMatchObject({ state: 'waits', acts: ['yes', 'no'], isAskedOfYou: true });
  expect(before?.body).toContain('Школа № 1');
  expect(await standing('child')).toEqual([]);
  const done = await school.say('mama', 'child', 'yes');
  expect([done.statusCode, done.headers.location]).toEqual([303, '/account/consents?said=yes']);
  await school.say('mama', 'child', 'yes');
  expect(await rows('child')).toEqual(['mama yes']);
  expect(await standing('child')).toEqual(['gosuslugi']);
  const papa = await school.consent('papa', 'child');
  expect(papa).toMatchObject({
    state: 'stands',
    acts: ['yes', 'no'],
    isAskedOfYou: false,
    words: [{ whose: 'guardian', word: 'yes', way: 'electronic', signedOn: today }],
  });
  const { body } = await school.page('papa');
  expect(body).not.toContain('mama');
  expect(body).not.toContain(school.people['mama']);
});

test('a no of the other outweighs, is taken back, and a withdrawal ends it at once', async () => {
  await school.say('papa', 'child', 'no');
  expect(await stateFor('mama', 'child')).toBe('refused');
  expect(await standing('child')).toEqual([]);
  await school.say('papa', 'child', 'yes');
  expect(await standing('child')).toEqual(['gosuslugi']);
  await school.say('mama', 'child', 'withdrawn');
  expect(await stateFor('papa', 'child')).toBe('refused');
  const mama = await school.consent('mama', 'child');
  expect(mama?.history.map(({ whose, word }) => `${whose} ${word}`)).toEqual([
    'you withdrawn',
    'guardian yes',
    'guardian no',
    'you yes',
  ]);
  await school.say('mama', 'child', 'yes');
  expect(await standing('child')).toEqual(['gosuslugi']);
});

test('a guardian whose right ends is counted no more: neither the yes nor the no', async () => {
  await school.say('papa', 'child', 'withdrawn');
  expect(await standing('child')).toEqual([]);
  await school.superuser.query(
    `update roster.guardianship set end_date = '2026-11-23' where guardian_id = $1 and student_id = $2`,
    [school.people['papa'], school.people['child']],
  );
  expect(await standing('child')).toEqual(['gosuslugi']);
  expect((await school.consent('mama', 'child'))?.words).toHaveLength(1);
  await school.superuser.query(
    `update roster.guardianship set end_date = null where guardian_id = $1 and student_id = $2`,
    [school.people['papa'], school.people['child']],
  );
});

describe('nobody else', () => {
  test.each([
    ['a grandmother', 'granny', 'child'],
    ['a guardian without the scope', 'stepmother', 'child'],
    ['a guardian whose right has ended', 'former', 'child'],
    ['another student', 'teen', 'child'],
    ['a teacher', 'teacher', 'child'],
    ['a parent of none of another school’s children', 'mama', 'foreign'],
  ])('%s neither sees nor says anything', async (_who, login, of) => {
    expect(await school.consent(login, of)).toBeUndefined();
    const before = await rows(of);
    for (const word of ['yes', 'no', 'withdrawn']) {
      const answer = await school.say(login, of, word);
      expect(answer.statusCode).toBe(404);
    }
    expect(await rows(of)).toEqual(before);
  });

  test('a school that does not know one, a purpose of another school, a student of another', async () => {
    expect((await school.say('mama', 'child', { word: 'yes', school: '2' })).statusCode).toBe(404);
    const foreign = (await school.api('stranger', 'GET 2/consent-purposes')).json<{
      purposes: { id: string }[];
    }>().purposes[0]?.id;
    expect((await school.say('mama', 'child', { word: 'yes', purpose: foreign ?? '' })).statusCode).toBe(404);
    expect((await school.say('mama', 'child', 'maybe')).statusCode).toBe(404);
  });

  test('who is not signed in is sent to sign in', async () => {
    const answer = await school.server.app.inject({ url: '/account/consents' });
    expect(answer.headers.location).toBe('/sign-in?next=%2Faccount%2Fconsents');
  });
});

describe('birthdays', () => {
  test('under 14 the child reads and does not answer', async () => {
    expect(await school.consent('child', 'child')).toMatchObject({ acts: [], isAskedOfYou: false });
    const answer = await school.say('child', 'child', 'yes');
    expect([answer.statusCode, answer.body.includes('consents.tooYoung')]).toEqual([403, true]);
  });

  test('from 14 both sign', async () => {
    await school.say('mama', 'teen', 'yes');
    expect(await school.consent('teen', 'teen')).toMatchObject({
      state: 'waits',
      awaits: { guardian: false, student: true },
      isAskedOfYou: true,
    });
    expect(await standing('teen')).toEqual([]);
    await school.say('teen', 'teen', 'yes');
    expect(await standing('teen')).toEqual(['gosuslugi']);
  });

  test('the 14th birthday: 30 days in which the guardian’s word goes on', async () => {
    await school.say('papa', 'justTeen', 'yes');
    expect(await school.consent('justTeen', 'justTeen')).toMatchObject({
      state: 'forNow',
      until: '2026-12-10',
      isAskedOfYou: true,
    });
    expect(await standing('justTeen')).toEqual(['gosuslugi']);
    await school.superuser.query(`update roster.person set birth_date = '2012-10-24' where id = $1`, [
      school.people['justTeen'],
    ]);
    expect(await standing('justTeen')).toEqual([]);
  });

  test('from 18 the student alone', async () => {
    const mama = await school.say('mama', 'adult', 'yes');
    expect([mama.statusCode, mama.body.includes('consents.grownUp')]).toEqual([403, true]);
    await school.say('adult', 'adult', 'yes');
    expect(await standing('adult')).toEqual(['gosuslugi']);
  });

  test('the 18th birthday: what guardian and student had said goes on for 30 days, then the adult’s own is needed', async () => {
    const purpose = await school.purposeId();
    for (const signer of ['mama', 'justAdult'])
      await school.row('consents.decision', {
        school_id: 1,
        purpose_id: purpose,
        text_version: 1,
        student_id: school.people['justAdult'],
        signer_id: school.people[signer],
        word: 'yes',
        way: 'electronic',
        signed_on: '2026-09-10',
        made_at: '2026-09-10T08:00:00Z',
        account_id: school.people[signer],
      });
    expect(await school.consent('justAdult', 'justAdult')).toMatchObject({
      state: 'forNow',
      until: '2026-12-10',
      acts: ['yes', 'withdrawn'],
      isAskedOfYou: true,
    });
    expect(await standing('justAdult')).toEqual(['gosuslugi']);
    await school.superuser.query(`update roster.person set birth_date = '2008-10-24' where id = $1`, [
      school.people['justAdult'],
    ]);
    expect(await standing('justAdult')).toEqual([]);
    await school.say('justAdult', 'justAdult', 'yes');
    expect(await standing('justAdult')).toEqual(['gosuslugi']);
  });
});

test('who has left the school is asked nothing, and can still withdraw', async () => {
  await school.superuser.query(`update roster.admission set end_date = '2026-11-20' where student_id = $1`, [
    school.people['adult'],
  ]);
  const left = (await school.shown('adult'))[0];
  expect(left?.consents.map(({ code, acts }) => [code, acts])).toEqual([['gosuslugi', ['withdrawn']]]);
  const answer = await school.say('adult', 'adult', { word: 'no', purpose: await school.purposeId('photo') });
  expect([answer.statusCode, answer.body.includes('consents.notAsked')]).toEqual([409, true]);
  await school.say('adult', 'adult', 'withdrawn');
  expect(await standing('adult')).toEqual([]);
});

test('the step of the first sign-in: shown while something is asked, else it leads on', async () => {
  expect((await school.page('mama', '?first=1&next=%2Fdiary')).statusCode).toBe(200);
  const granny = await school.page('granny', '?first=1&next=%2Fdiary');
  expect([granny.statusCode, granny.headers.location]).toEqual([303, '/diary']);
  const elsewhere = await school.page('granny', '?first=1&next=https%3A%2F%2Fevil.test');
  expect(elsewhere.headers.location).toBe('/');
  const done = await school.say('mama', 'child', {
    word: 'no',
    purpose: await school.purposeId('photo'),
    first: '1',
    next: '/diary',
  });
  expect(done.headers.location).toBe('/account/consents?said=no&first=1&next=%2Fdiary');
});

test('every word is an act of the audit, with no name in it, and no row is ever changed', async () => {
  const { rows: acts } = await school.superuser.query<{ subject: Record<string, unknown> }>(
    `select subject from platform.audit_pending where action = 'consents.answer'
     union all select subject from platform.audit_seal where action = 'consents.answer'`,
  );
  const { rows: counted } = await school.superuser.query<{ count: number }>(
    `select count(*)::int from consents.decision where account_id <> signer_id`,
  );
  expect(acts).toHaveLength(counted[0]?.count ?? 0);
  expect(Object.keys(acts[0]?.subject ?? {}).toSorted()).toEqual(
    [
      'id',
      'purposeId',
      'receivedBy',
      'signedOn',
      'signerId',
      'studentId',
      'version',
      'way',
      'word',
    ].toSorted(),
  );
  await expect(
    inSchool(school.server.platform, { schoolId: 1, studentIds: '*' }, (tx) =>
      tx.run({ name: 'test.change', text: `update consents.decision set word = 'yes' where school_id = 1` }),
    ),
  ).rejects.toThrow(/permission denied/u);
});

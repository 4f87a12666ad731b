import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplyOf } from '#platform/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { getPerson } from '../person/contract.ts';
import { aChild, anOffice, paper } from '../testing-office.ts';
import type { findDuplicates } from './contract.ts';

type Answer = { readonly code?: string; readonly facts?: Readonly<Record<string, unknown>> };
type Office = Awaited<ReturnType<typeof anOffice>>;

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.server.stop());

const admit = (given: Readonly<Record<string, unknown>>) =>
  office.server.post<Answer>('secretary', '/admissions', {
    key: uuidv7(),
    body: {
      person: aChild(),
      notTheSameAs: [],
      classId: office.seventhA.id,
      date: '2026-11-02',
      subgroupIds: [],
      ...paper,
      fileNumber: null,
      transferredFrom: null,
      ...given,
    },
  });
const counts = () =>
  office.server.sql(
    `select (select count(*)::int from roster.person where school_id = 1) as persons,
       (select count(*)::int from roster.admission where school_id = 1) as admissions`,
  );
const card = async (studentId: string) =>
  (await office.server.get<ReplyOf<typeof getPerson>>('secretary', `/persons/${studentId}`)).reply;

describe('a child the school may know already', () => {
  const snils = '112-233-445 95';
  const masha = aChild({
    lastName: 'Королёва',
    firstName: 'Мария',
    middleName: null,
    birthDate: '2013-05-05',
    snils,
  });
  const alike = async (given: Readonly<Record<string, unknown>>) => {
    const { lastName, firstName, middleName, birthDate, snils: number } = aChild(given);
    const body = { lastName, firstName, middleName, birthDate, snils: number };
    const { reply } = await office.server.post<ReplyOf<typeof findDuplicates>>(
      'secretary',
      '/people/duplicates',
      { body },
    );
    return reply.people.map(({ by, isStudying }) => [by, isStudying]);
  };

  test('is found by name and birth date, and by SNILS', async () => {
    expect((await admit({ person: masha })).status).toBe(200);
    const named = {
      lastName: 'КОРОЛЕВА',
      firstName: 'мария',
      middleName: 'Петровна',
      birthDate: '2013-05-05',
    };
    expect(await alike(named)).toEqual([['nameAndBirthDate', true]]);
    expect(await alike({ ...named, birthDate: '2013-05-06' })).toEqual([]);
    expect(await alike({ lastName: 'Смирнова', snils: '11223344595' })).toEqual([['snils', true]]);
  });

  test('is not admitted twice unless it is said to be another; one SNILS is one person', async () => {
    const before = await counts();
    const namesake = { ...masha, snils: null };
    const { status, reply } = await admit({ person: namesake });
    expect([status, reply.code]).toEqual([409, 'roster.alikePersons']);
    const [known] = (reply.facts?.['people'] ?? []) as { id: string }[];
    const same = await admit({ person: masha, notTheSameAs: [known?.id] });
    expect(same.reply.code).toBe('roster.alikePersons');
    expect(await counts()).toEqual(before);
    expect((await admit({ person: namesake, notTheSameAs: [known?.id] })).status).toBe(200);
  });

  test('the number is sealed, shown masked, and opens in no other row', async () => {
    const rows = await office.server.sql<{ id: string; whole: string }>(
      `select id, p::text as whole from roster.person p where school_id = 1 and snils_enc is not null`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.whole).not.toContain('11223344595');
    expect((await card(rows[0]?.id ?? '')).snils).toBe('***-***-*45 95');
  });
});

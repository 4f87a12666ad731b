import pg from 'pg';
import { schoolYearOf } from '#modules/organisation/index.ts';
import type { PersonNames } from '#modules/roster/index.ts';
import { createSchool, isOgrn, isTimeZone, schoolKinds, type SchoolToMake } from '#modules/setup/index.ts';
import { wallClock } from '#platform/clock.ts';
import { command, CommandFailure, type Language } from './command.ts';
import { withSchoolDatabase } from './school-database.ts';
import { schoolWords } from './school-words.ts';

export const schoolCommand = command({
  options: {
    name: { type: 'string' },
    'short-name': { type: 'string' },
    'time-zone': { type: 'string' },
    ogrn: { type: 'string' },
    kind: { type: 'string' },
    region: { type: 'string' },
    locality: { type: 'string' },
    year: { type: 'string' },
    admin: { type: 'string' },
    'no-bells': { type: 'boolean' },
    data: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { ru: schoolWords.ru.command, en: schoolWords.en.command },
  run: async ({ values, operands, language }) => {
    const words = schoolWords[language];
    if (operands.length !== 1 || operands[0] !== 'create')
      throw new CommandFailure(words.unknownAct(operands.join(' ')));
    const school = schoolOf(values, language);
    const made = await withSchoolDatabase(values.data, (at) => createSchool(at, school)).catch((error) => {
      throw isKnownOgrn(error) ? new CommandFailure(words.known) : error;
    });
    const year = `${String(school.startYear)}/${String(school.startYear + 1)}`;
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ ...made, year })}\n`
        : `${words.made({ ...made, year, name: school.shortName })}\n`,
    );
    return 0;
  },
});

type Given = Readonly<Record<string, string | boolean | undefined>>;

function schoolOf(values: Given, language: Language): SchoolToMake {
  const words = schoolWords[language];
  const text = (option: string) => {
    const value = values[option];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const needed = (option: string) => text(option) ?? fail(words.missing(option));
  const timeZone = needed('time-zone');
  if (!isTimeZone(timeZone)) fail(words.badTimeZone(timeZone));
  const ogrn = text('ogrn');
  if (ogrn !== null && !isOgrn(ogrn)) fail(words.badOgrn(ogrn));
  const kindText = text('kind') ?? 'school';
  const kind = schoolKinds.find((known) => known === kindText) ?? fail(words.badKind(kindText));
  const today = wallClock().today(timeZone);
  const year = text('year') ?? String(schoolYearOf(today));
  if (!/^20\d\d$|^2100$/u.test(year)) fail(words.badYear(year));
  return {
    name: needed('name'),
    shortName: needed('short-name'),
    timeZone,
    ogrn,
    kind,
    today,
    region: text('region') ?? 'Регион не указан',
    locality: text('locality') ?? 'Не указан',
    startYear: Number(year),
    withBells: values['no-bells'] !== true,
    administrator: namesOf(text('admin'), words.badAdmin),
  };
}

function namesOf(written: string | null, fault: string): PersonNames {
  if (written === null) return { lastName: 'Администратор', firstName: 'Школы', middleName: null };
  const [lastName, firstName, ...middle] = written.split(/\s+/u);
  if (!lastName || !firstName) fail(fault);
  return { lastName, firstName, middleName: middle.join(' ') || null };
}

const isKnownOgrn = (error: unknown) =>
  error instanceof pg.DatabaseError && error.code === '23505' && error.table === 'organisation';

function fail(sentence: string): never {
  throw new CommandFailure(sentence);
}

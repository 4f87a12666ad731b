import { existsSync } from 'node:fs';
import {
  faultSentence,
  findingSentence,
  importRoster,
  importTimetable,
  importWords,
  isError,
  NotReady,
  stopsImport,
  undoLastImport,
  unreadableSentence,
} from '#modules/integrations/index.ts';
import { schoolHead } from '#modules/organisation/index.ts';
import { wallClock } from '#platform/clock.ts';
import { Problem } from '#platform/problem.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher } from '#platform/secrets/field-cipher.ts';
import { UnreadableFile } from '#platform/spreadsheet/index.ts';
import { command, CommandFailure, type Given, type Language } from './command.ts';
import { makeAccounts } from './import-accounts.ts';
import { importCommandWords } from './import-command-words.ts';
import { anchorOption, dateOption, mapOption, readFiles, schoolOption } from './import-options.ts';
import { rosterText, timetableText, undoText } from './import-report.ts';
import { withSchoolDatabase, type SchoolDatabase } from './school-database.ts';

const options = {
  school: { type: 'string' },
  commit: { type: 'boolean' },
  date: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'anchor-week': { type: 'string' },
  map: { type: 'string' },
  accounts: { type: 'string' },
  'skip-bad-rows': { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Asked = Given<typeof options>;

export const importCommand = command({
  options,
  words: { ru: importCommandWords.ru.command, en: importCommandWords.en.command },
  run: async (asked) => {
    const words = importCommandWords[asked.language];
    const [kind = '', ...paths] = asked.operands;
    const work = kinds[kind];
    if (!work) throw new CommandFailure(words.unknownKind(kind));
    if (paths.length === 0 && kind !== 'undo') throw new CommandFailure(words.noFiles);
    try {
      return await work(asked, paths);
    } catch (error) {
      throw worded(error, asked.language, paths);
    }
  },
});

const kinds: Readonly<Record<string, (asked: Asked, paths: readonly string[]) => Promise<number>>> = {
  roster: runRoster,
  timetable: runTimetable,
  undo: runUndo,
};

async function runRoster({ values, language }: Asked, paths: readonly string[]): Promise<number> {
  const own = importCommandWords[language];
  const words = importWords[language];
  const schoolId = schoolOption(values.school, language);
  const asked = dateOption('date', values.date, language);
  const commits = values.commit === true;
  const { accounts } = values;
  if (accounts !== undefined && !commits) throw new CommandFailure(own.accountsNeedCommit);
  if (accounts !== undefined && existsSync(accounts))
    throw new CommandFailure(own.accountsFileExists(accounts));
  const files = readFiles(paths, words);
  return withSchoolDatabase(values.data, async (at) => {
    const date = asked ?? (await todayOf(at, schoolId));
    const keys = { cipher: fieldCipher(at.secrets), index: blindIndex(at.secrets) };
    const outcome = await importRoster(
      { database: at.database, keys },
      { schoolId, files, date, commits, skipsBadRows: values['skip-bad-rows'] === true },
    );
    const made =
      accounts !== undefined && outcome.isCommitted
        ? await makeAccounts(at, { schoolId, date, path: accounts, words })
        : 0;
    const faults = outcome.faults.map((fault) => ({
      ...fault,
      isError: isError(fault),
      sentence: faultSentence(fault, words),
    }));
    if (values.json === true) print(JSON.stringify({ ...outcome, faults, accounts: made }));
    else {
      print(rosterText(outcome, commits, words));
      if (made > 0) print(words.accountsMade(made, accounts ?? ''));
    }
    return commits && !outcome.isCommitted ? 1 : 0;
  });
}

async function runTimetable({ values, language }: Asked, paths: readonly string[]): Promise<number> {
  const own = importCommandWords[language];
  const words = importWords[language];
  const schoolId = schoolOption(values.school, language);
  const from = dateOption('from', values.from, language);
  const to = dateOption('to', values.to, language);
  if (from === null) throw new CommandFailure(own.noFrom);
  if (to !== null && to < from) throw new CommandFailure(own.badSpan);
  const anchor = anchorOption(values['anchor-week'], language);
  const map = mapOption(values.map, language);
  const [file, ...others] = readFiles(paths, words);
  if (!file || others.length > 0) throw new CommandFailure(own.oneTimetable);
  const commits = values.commit === true;
  return withSchoolDatabase(values.data, async ({ database }) => {
    const outcome = await importTimetable(database, {
      schoolId,
      file,
      from,
      to,
      map,
      anchor,
      commits,
      skipsUnmatched: values['skip-bad-rows'] === true,
    });
    const findings = outcome.findings.map((one) => ({
      ...one,
      isError: stopsImport(one),
      sentence: findingSentence(one, words),
    }));
    print(
      values.json === true
        ? JSON.stringify({ ...outcome, findings })
        : timetableText(outcome, commits, words),
    );
    return commits && !outcome.isCommitted ? 1 : 0;
  });
}

async function runUndo({ values, language }: Asked, [kind, ...rest]: readonly string[]): Promise<number> {
  const own = importCommandWords[language];
  const words = importWords[language];
  const schoolId = schoolOption(values.school, language);
  if ((kind !== undefined && !isImportKind(kind)) || rest.length > 0)
    throw new CommandFailure(own.unknownKind([`undo ${kind ?? ''}`, ...rest].join(' ')));
  const commits = values.commit === true;
  return withSchoolDatabase(values.data, async ({ database }) => {
    const wanted = kind === undefined ? null : importKinds[kind];
    const undo = await undoLastImport(database, { schoolId, kind: wanted, commits });
    if (!undo) throw new CommandFailure(words.undo.nothingLoaded);
    print(values.json === true ? JSON.stringify(undo) : undoText(undo, words));
    return 0;
  });
}

const importKinds = { roster: 'lists', timetable: 'timetable' } as const;
const isImportKind = (kind: string): kind is keyof typeof importKinds => kind in importKinds;

/** Today in the school's own time zone. */
async function todayOf({ database }: SchoolDatabase, schoolId: number): Promise<string> {
  const head = await database.inSchool({ schoolId, studentIds: '*' }, schoolHead);
  if (!head) throw new NotReady('school.absent');
  return wallClock().today(head.timeZone);
}

function worded(error: unknown, language: Language, paths: readonly string[]): unknown {
  const words = importWords[language];
  if (error instanceof Problem && error.code in words.undo.refusals)
    return new CommandFailure(words.undo.refusals[error.code] ?? error.code);
  if (error instanceof NotReady) return new CommandFailure(words.notReady[error.code]);
  if (error instanceof UnreadableFile)
    return new CommandFailure(
      words.place(String(error.facts['file'] ?? paths[0] ?? ''), unreadableSentence(error, words)),
    );
  return error;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

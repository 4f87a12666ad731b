import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRoster } from '#modules/integrations/index.ts';
import { snilsControl } from '#modules/roster/index.ts';
import { createSchool } from '#modules/setup/index.ts';
import { csv, workbook, type CellValue } from '#tools/examples/xlsx.ts';
import { openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/start.ts';
import { migrate } from '#platform/db/migrate.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher } from '#platform/secrets/field-cipher.ts';
import { median } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { atMost, printReport } from './harness/report.ts';

// A roster of 1,000 students with their guardians, from the bytes of the file to the committed
// transaction, as CSV and as XLSX; each round into an empty school, then the same file once more.

const options = readOptions();
const studentCount = 1000;
const surnames = ['Иванов', 'Смирнов', 'Кузнецов', 'Попов', 'Васильев', 'Петров', 'Соколов', 'Михайлов'];
const names = ['Артём', 'Михаил', 'Даниил', 'Егор', 'Тимофей', 'Лев', 'Роман'];

const guardianTitles = [1, 2].flatMap((slot) =>
  ['Фамилия', 'Имя', 'Отчество', 'Родство', 'Телефон', 'E-mail', 'СНИЛС'].map(
    (field) => `Родитель ${slot}: ${field}`,
  ),
);
const header = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Пол',
  'СНИЛС',
  'Класс',
  'Номер личного дела',
  'Подгруппа',
  ...guardianTitles,
];

function snils(number: number): string {
  const nine = String(number);
  return `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)} ${snilsControl(nine)}`;
}

function guardian(index: number, kinship: 'мать' | 'отец'): string[] {
  const number = 9_000_000_000 + index * 2 + (kinship === 'мать' ? 0 : 1);
  const last = `${surnames[index % 8] ?? ''}${kinship === 'мать' ? 'а' : ''}`;
  return [
    last,
    kinship === 'мать' ? 'Мария' : 'Олег',
    kinship === 'мать' ? 'Сергеевна' : 'Павлович',
    kinship,
    `+${String(70_000_000_000 + number)}`,
    `family${String(number)}@example.org`,
    snils(300_000_000 + (number % 1_000_000)),
  ];
}

function rows(date: (text: string) => CellValue): CellValue[][] {
  return Array.from({ length: studentCount }, (_, index): CellValue[] => {
    const grade = 1 + (index % 11);
    const month = String(1 + (index % 12)).padStart(2, '0');
    const day = String(1 + (Math.floor(index / 12) % 28)).padStart(2, '0');
    const letter = 'АБВ'.charAt(Math.floor(index / 11) % 3);
    return [
      surnames[index % 8] ?? '',
      names[index % 7] ?? '',
      'Олегович',
      date(`${String(2019 - grade)}-${month}-${day}`),
      'М',
      snils(200_000_000 + index),
      `${String(grade)}${letter}`,
      `${letter}-${String(index)}`,
      grade > 1 ? `Английский язык=${String(1 + (index % 2))}` : null,
      ...guardian(index, 'мать'),
      ...(index % 3 === 0 ? Array.from({ length: 7 }, () => null) : guardian(index, 'отец')),
    ];
  });
}

const russian = (text: string) => text.split('-').toReversed().join('.');
const files = {
  CSV: {
    name: 'ученики.csv',
    bytes: new TextEncoder().encode(csv([header, ...rows(russian)] as string[][], ';')),
  },
  XLSX: {
    name: 'ученики.xlsx',
    bytes: workbook([{ name: 'Ученики', rows: [header, ...rows((date) => ({ date }))] }]),
  },
};

const folder = await mkdtemp(join(tmpdir(), 'parta-bench-'));
const engine = await startEmbedded({ dataDir: folder, log: (sentence) => console.error(sentence) });
try {
  await migrate(engine.addresses);
  const database = await openDatabase(engine.addresses);
  const secrets = {
    passwordPepper: randomBytes(32),
    blindIndexKey: randomBytes(32),
    encryptionKey: randomBytes(32),
  };
  const keys = { cipher: fieldCipher(secrets), index: blindIndex(secrets) };
  const took = { CSV: [] as number[], XLSX: [] as number[], again: [] as number[] };
  const cpu: number[] = [];
  for (let round = 0; round < Math.max(3, options.rounds); round += 1) {
    for (const kind of ['CSV', 'XLSX'] as const) {
      const { schoolId } = await createSchool(
        { database, secrets },
        {
          name: 'Школа',
          shortName: 'Школа',
          timeZone: 'Europe/Moscow',
          kind: 'school',
          ogrn: null,
          region: 'Край',
          locality: 'Город',
          startYear: 2026,
          withBells: true,
          today: '2026-09-01',
          administrator: { lastName: 'Администратор', firstName: 'Школы', middleName: null },
        },
      );
      const run = async () => {
        const started = performance.now();
        const before = process.cpuUsage();
        const outcome = await importRoster(
          { database, keys },
          { schoolId, files: [files[kind]], date: '2026-09-01', commits: true, skipsBadRows: false },
        );
        if (outcome.errors > 0 || !outcome.isCommitted)
          throw new Error(JSON.stringify(outcome.faults.slice(0, 5)));
        const { user, system } = process.cpuUsage(before);
        cpu.push((user + system) / 1000);
        return { ms: performance.now() - started, differences: outcome.differences.length };
      };
      took[kind].push((await run()).ms);
      const again = await run();
      if (again.differences > 0) throw new Error('the same file changed something');
      took.again.push(again.ms);
    }
  }
  await database.close();
  printReport(
    {
      name: 'import',
      about: `${String(studentCount)} students with 1,666 guardians, from the file's bytes to the commit`,
      figures: [
        { what: 'CSV, slowest', value: Math.max(...took.CSV), unit: 'ms', bar: atMost(1000) },
        { what: 'XLSX, slowest', value: Math.max(...took.XLSX), unit: 'ms', bar: atMost(3000) },
        { what: 'CSV, median', value: median(took.CSV), unit: 'ms', bar: null },
        { what: 'XLSX, median', value: median(took.XLSX), unit: 'ms', bar: null },
        { what: 'CPU of this process per import, median', value: median(cpu), unit: 'ms', bar: null },
        { what: 'the same file again, median', value: median(took.again), unit: 'ms', bar: null },
      ],
      rows: [],
      notes: [
        'Durable writes (fsync on), the embedded PostgreSQL, one process; the first round includes warming up.',
        'On a machine that is busy with other work compare the CPU time, not the clock.',
      ],
    },
    options,
  );
} finally {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}

import { addressesFromEnvironment } from '#platform/db/addresses.ts';
import { startEmbedded } from '#platform/db/embedded/start.ts';
import { migrate } from '#platform/db/migrate.ts';
import { command } from './command.ts';
import { cliWords } from './words.ts';

const words = {
  ru: {
    summary: 'привести базу данных к виду этой версии Парты',
    operands: '',
    options: { data: 'папка данных встроенной базы (по умолчанию .parta)' },
  },
  en: {
    summary: 'bring the database to the form of this version of Parta',
    operands: '',
    options: { data: 'data folder of the embedded database (.parta by default)' },
  },
};

export const migrateCommand = command({
  options: { data: { type: 'string' } },
  words,
  run: async ({ values, language }) => {
    const external = addressesFromEnvironment(process.env);
    if (external !== null) return report(await migrate(external), language);
    const dataDir = values.data ?? process.env['PARTA_DATA'] ?? '.parta';
    const engine = await startEmbedded({ dataDir, log: (sentence) => process.stderr.write(`${sentence}\n`) });
    try {
      return report(await migrate(engine.addresses), language);
    } finally {
      await engine.stop();
    }
  },
});

function report({ applied }: { applied: readonly string[] }, language: keyof typeof cliWords): number {
  const { migrated, nothingToMigrate } = cliWords[language];
  for (const name of applied) process.stdout.write(`${name}\n`);
  process.stdout.write(`${applied.length === 0 ? nothingToMigrate : migrated(applied.length)}\n`);
  return 0;
}

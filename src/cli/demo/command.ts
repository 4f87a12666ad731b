import { openSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '#modules/identity/index.ts';
import { addressesFromEnvironment } from '#platform/db/addresses.ts';
import { StartFailure } from '#platform/db/start-failure.ts';
import { fileStore } from '#platform/files/store.ts';
import { command, CommandFailure, type Language } from '../command.ts';
import { serverFlags, serverOptions, serverOptionWords } from '../server-options.ts';
import { serveUntilStopped, type Prepared } from '../serve.ts';
import { isAskedMoment } from './demo-clock.ts';
import { writeWorksheets } from './filling/worksheets.ts';
import { emptyFolder, isDisposable, readState, writeState } from './demo-state.ts';
import { startDemoTime, type DemoTime } from './demo-time.ts';
import { words as en } from './en.ts';
import { generateDemo } from './generate.ts';
import { readyLine, readyTable } from './ready-text.ts';
import { words as ru, type DemoWords } from './ru.ts';
import { shownAccounts } from './shown-accounts.ts';
import { contentOf, writeDemo } from './write-demo.ts';

const demoWords: Readonly<Record<Language, DemoWords>> = { ru, en };

/** Everybody in the demo school signs in with it. */
const demoPassword = 'parta-demo';

export const demoCommand = command({
  options: {
    ...serverOptions,
    date: { type: 'string' },
    fresh: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: {
    ru: { summary: ru.summary, operands: '', options: { ...serverOptionWords.ru, ...ru.options } },
    en: { summary: en.summary, operands: '', options: { ...serverOptionWords.en, ...en.options } },
  },
  run: async ({ values, language, stop }) => {
    const words = demoWords[language];
    const data = values.data ?? process.env['PARTA_DATA'] ?? join('.parta', 'demo');
    const asked = values.date ?? null;
    if (asked !== null && !isAskedMoment(asked)) throw new CommandFailure(words.badDate(asked));
    await openFolder(data, { isFresh: values.fresh === true, words });
    const time = startDemoTime(data, { asked, words });
    try {
      return await serve({
        data,
        words,
        time,
        isJson: values.json === true,
        flags: serverFlags(values),
        language,
        stop,
      });
    } finally {
      time.end();
    }
  },
});

type Demonstration = {
  readonly data: string;
  readonly words: DemoWords;
  readonly time: DemoTime;
  readonly isJson: boolean;
  readonly flags: ReturnType<typeof serverFlags>;
  readonly language: Language;
  readonly stop: AbortSignal;
};

function serve({ data, words, time, isJson, flags, language, stop }: Demonstration): Promise<number> {
  let owner = '';
  return serveUntilStopped({
    flags: { ...flags, data },
    language,
    stop,
    // The terminal shows the accounts, not the requests.
    logTo: openSync(join(data, 'server.log'), 'a'),
    prepare: async (prepared) => {
      owner = prepared.addresses.owner;
      if (owner === '') throw new StartFailure('ownerAddressMissing');
      await fillOnce(prepared, { now: time.opening, words });
      return time.clock;
    },
    ready: async ({ url }) => {
      const shown = await shownAccounts(owner, demoPassword);
      const now = time.clock.schoolNow();
      process.stdout.write(
        isJson ? readyLine({ url, now, ...shown }) : readyTable({ url, now, ...shown }, words),
      );
    },
  });
}

/** Empties the folder when asked, and never touches one that holds another school. */
async function openFolder(
  data: string,
  { isFresh, words }: { isFresh: boolean; words: DemoWords },
): Promise<void> {
  if (isFresh && addressesFromEnvironment(process.env) !== null) throw new CommandFailure(words.freshOutside);
  if (!isDisposable(data)) throw new CommandFailure(words.notDemo(data));
  if (isFresh) await emptyFolder(data);
  writeState(data, readState(data));
}

async function fillOnce(
  { config, addresses, secrets }: Prepared,
  { now, words }: { now: Date; words: DemoWords },
): Promise<void> {
  const content = await contentOf(addresses.owner);
  if (content === 'demo') return;
  if (content === 'other') throw new CommandFailure(words.otherSchool);
  const started = performance.now();
  process.stderr.write(`${words.filling}\n`);
  const passwordHash = await hashPassword(demoPassword, secrets);
  const demo = generateDemo(now, passwordHash);
  const { dataDirectory, largestFile } = config;
  await writeWorksheets(demo, fileStore({ dataDirectory, largest: largestFile }), now);
  await writeDemo(addresses.owner, demo);
  process.stderr.write(`${words.filled((performance.now() - started) / 1000)}\n`);
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandFailure, type Language } from './command.ts';
import { commands } from './commands.ts';
import { failureSentence } from './failures.ts';
import type { CliWords } from './ru.ts';
import { commandUsage, commonOptions, usage } from './usage.ts';
import { cliWords } from './words.ts';

/** PostgreSQL alone gets 30 s for its last checkpoint. */
const stopSeconds = 45;

await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<void> {
  quietOnClosedPipe();
  let words = cliWords.ru;
  try {
    const language = languageOf(args);
    words = cliWords[language];
    process.exitCode = await dispatch(args, { language, words });
  } catch (error) {
    const sentence = failureSentence(error, words);
    process.stderr.write(`${sentence ?? words.unexpected(messageOf(error))}\n`);
    if (sentence === null && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  }
  // A forgotten timer or socket must not keep a finished command alive.
  process.exit();
}

async function dispatch(
  args: readonly string[],
  at: { language: Language; words: CliWords },
): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--version') return print(version());
  if (name.startsWith('-')) {
    parseArgs({ args: [...args], options: commonOptions });
    return print(await usage(at.words, at.language));
  }
  const load = commands[name];
  if (load === undefined) {
    throw new CommandFailure(`${at.words.unknownCommand(name)} ${at.words.helpHint}`);
  }
  const command = await load();
  const { values, positionals } = parseArgs({
    args: rest,
    options: { ...command.options, ...commonOptions },
    allowPositionals: command.words.ru.operands !== '',
  });
  if (values['help'] === true) return print(commandUsage(name, command, at));
  const stop = stopSignal(at.words);
  return command.run({ values, operands: positionals, language: at.language, stop });
}

/** Read before anything else is parsed: faults of parsing must already speak the right language. */
function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const inline = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const asked = inline ?? (at === -1 ? undefined : args[at + 1]) ?? process.env['PARTA_LANG'] ?? 'ru';
  if (asked === 'ru' || asked === 'en') return asked;
  throw new CommandFailure(cliWords.ru.unknownLanguage(asked));
}

function stopSignal(words: CliWords): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    // Ctrl-C reaches both the starter and this process, so the second signal is no impatience.
    if (controller.signal.aborted) return;
    controller.abort();
    const patience = setTimeout(() => {
      process.stderr.write(`${words.stopTimedOut}\n`);
      process.exit(1);
    }, stopSeconds * 1000);
    patience.unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // The channel to the starter closes when the starter was killed.
  process.on('disconnect', stop);
  process.channel?.unref();
  return controller.signal;
}

/** `parta demo --json | head -1` closes the pipe while the server goes on. */
function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

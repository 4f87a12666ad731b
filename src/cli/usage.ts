import type { Command, Language, Options } from './command.ts';
import { commands } from './commands.ts';
import type { CliWords } from './ru.ts';

/** Options every command understands. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const satisfies Options;

/** The list of commands, each with its one line. */
export async function usage(words: CliWords, language: Language): Promise<string> {
  const rows: Row[] = [];
  for (const [name, load] of Object.entries(commands))
    rows.push([name, (await load()).words[language].summary]);
  return [
    words.tagline,
    '',
    `${words.usage}: parta ${words.commandPlace} ${words.optionsPlace}`,
    '',
    `${words.commandsTitle}:`,
    ...aligned(rows),
    '',
    `${words.optionsTitle}:`,
    ...aligned([...commonRows(words), ['--version', words.version]]),
    '',
    words.moreHelp,
  ].join('\n');
}

/** The usage line, the summary and the options of one command. */
export function commandUsage(
  name: string,
  command: Command,
  at: { words: CliWords; language: Language },
): string {
  const own = command.words[at.language];
  const rows = Object.entries(command.options).map(([option, { type }]): Row => {
    const place = type === 'string' ? ` ${at.words.valuePlace}` : '';
    return [`--${option}${place}`, own.options[option] ?? ''];
  });
  const operands = own.operands === '' ? '' : ` ${own.operands}`;
  return [
    own.summary,
    '',
    `${at.words.usage}: parta ${name}${operands} ${at.words.optionsPlace}`,
    '',
    `${at.words.optionsTitle}:`,
    ...aligned([...rows, ...commonRows(at.words)]),
  ].join('\n');
}

type Row = readonly [left: string, right: string];

const commonRows = (words: CliWords): Row[] => [
  ['--lang ru|en', words.language],
  ['-h, --help', words.help],
];

function aligned(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

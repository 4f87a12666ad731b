import type { parseArgs, ParseArgsOptionDescriptor } from 'node:util';

export type Language = 'ru' | 'en';

export type Options = Record<string, ParseArgsOptionDescriptor>;

/** What `--help` says of one command; `options` holds one line per option. */
export type CommandWords<Names extends string = string> = {
  summary: string;
  /** Operands after the command's name, as the usage line shows them: `ФАЙЛ [ФАЙЛ…]`; empty = none. */
  operands: string;
  options: Record<Names, string>;
};

export type Given<Given extends Options> = {
  values: ReturnType<typeof parseArgs<{ options: Given }>>['values'];
  operands: readonly string[];
  language: Language;
  /** Aborted by SIGTERM, SIGINT, SIGHUP and the starter's death; the command then ends by itself. */
  stop: AbortSignal;
};

export type Command = {
  options: Options;
  words: Record<Language, CommandWords>;
  run: (given: Given<Options>) => Promise<number>;
};

/**
 * One command of the `parta` line. `run` gets the options as `node:util` parses them, answers the exit code,
 * and throws a `CommandFailure`, a `StartFailure` or a system error when it cannot go on.
 */
export function command<const Own extends Options>(definition: {
  options: Own;
  words: Record<Language, CommandWords<Extract<keyof Own, string>>>;
  run: (given: Given<Own>) => Promise<number>;
}): Command {
  return definition;
}

/** A fault the person can mend: the sentence is all that is printed, and the exit code is 1. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}

import type { Language } from './command.ts';
import { words as en } from './en.ts';
import { words as ru, type CliWords } from './ru.ts';

/** The sentences of the command line in each language. */
export const cliWords: Record<Language, CliWords> = { ru, en };

import { en } from './en.ts';
import { type ShellWords, ru } from './ru.ts';
import type { Worded } from './words.ts';

export const shellWords: Worded<ShellWords> = { ru, en };

import type { Worded } from '#web/words.ts';
import { en } from './en.ts';
import { type PasteWords, ru } from './ru.ts';

export const pasteWords: Worded<PasteWords> = { ru, en };

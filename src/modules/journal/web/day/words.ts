import type { Worded } from '#web/words.ts';
import { en } from './en.ts';
import { type DayWords, ru } from './ru.ts';

export const dayWords: Worded<DayWords> = { ru, en };

import type { Worded } from '#web/words.ts';
import { en } from './en.ts';
import { type DiaryWords, ru } from './ru.ts';

export const diaryWords: Worded<DiaryWords> = { ru, en };

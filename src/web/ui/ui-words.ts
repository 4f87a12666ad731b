import type { Worded } from '../words.ts';
import { en } from './en.ts';
import { type UiWords, ru } from './ru.ts';

export const uiWords: Worded<UiWords> = { ru, en };

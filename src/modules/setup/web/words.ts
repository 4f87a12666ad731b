import type { Worded } from '#web/words.ts';
import { en } from './en.ts';
import { enStart } from './en-start.ts';
import { ru } from './ru.ts';
import { ruStart } from './ru-start.ts';

export const setUpWords: Worded<typeof ru & typeof ruStart> = {
  ru: { ...ru, ...ruStart },
  en: { ...en, ...enStart },
};

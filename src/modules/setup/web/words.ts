import type { Worded } from '#web/words.ts';
import { en } from './en.ts';
import { enStart } from './en-start.ts';
import { enScales } from './en-scales.ts';
import { ru } from './ru.ts';
import { ruScales } from './ru-scales.ts';
import { ruStart } from './ru-start.ts';

export const setUpWords: Worded<typeof ru & typeof ruScales & typeof ruStart> = {
  ru: { ...ru, ...ruScales, ...ruStart },
  en: { ...en, ...enScales, ...enStart },
};

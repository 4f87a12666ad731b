import { words as en } from './en.ts';
import { words as ru, type ImportWords } from './ru.ts';

export const importWords: Readonly<Record<'ru' | 'en', ImportWords>> = { ru, en };

import { en } from './table-words-en.ts';
import { ru, type TableWords } from './table-words-ru.ts';

export const tableWords: Readonly<Record<'ru' | 'en', TableWords>> = { ru, en };

import { useFormats, useWords } from '#web/page-context.tsx';
import { officeWords } from '../words.ts';
import type { LoadLine } from './views.ts';

/** How a journal page and its hours are written. */
export function useLineWords() {
  const { card } = useWords(officeWords);
  const formats = useFormats();
  return {
    place: ({ place, part }: LoadLine) => (part === null ? place : `${place}, ${part}`),
    hours: (tenths: number) => card.hours(formats.decimal(tenths / 10, tenths % 10 === 0 ? 0 : 1)),
    figure: (tenths: number) => formats.decimal(tenths / 10, tenths % 10 === 0 ? 0 : 1),
  };
}

import { useEffect } from 'preact/hooks';
import { searchFor } from '#modules/roster/people/rules.ts';
import { findHere } from '#web/staff/palette/found.ts';
import type { Journal } from '../page/journal.ts';
import type { GridControl } from './control.ts';

/** While a page is open, the search (Ctrl+K) finds its students too and puts the focus into their row. */
export function useFindStudents({ store, words }: Journal, control: GridControl): void {
  useEffect(() => {
    findHere.value = (text) => {
      const fits = searchFor(text);
      if (fits === null) return [];
      return store.model.peek().students.flatMap((student, row) => {
        const [lastName = '', ...rest] = student.name.split(' ');
        const fit = fits({ lastName, firstName: rest.join(' '), middleName: null });
        if (fit === null) return [];
        const act = () => control.focusAt({ row, column: control.focus.peek().column });
        return [{ id: `row-${student.id}`, text: student.name, about: words.onThisPage, act }];
      });
    };
    return () => {
      findHere.value = null;
    };
  }, [store, words, control]);
}

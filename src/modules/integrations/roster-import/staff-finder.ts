import { matchingName, type PersonNames } from '#modules/roster/index.ts';
import { russianLetters } from '../roster-file/columns.ts';

export type StaffName = PersonNames & { readonly id: string };

/** Who of the staff is meant: nobody, one, or several bear the name. */
export type StaffMatch =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'none' | 'several' };

/**
 * Finds staff by what a timetable or a load table writes: «Кузнецова Мария Викторовна», «Кузнецова М. В.»,
 * «М. В. Кузнецова», «Кузнецова М.», «Кузнецова».
 */
export function staffFinder(staff: readonly StaffName[]): (written: string) => StaffMatch {
  const keys = staff.map((one) => ({ id: one.id, ...parts(one) }));
  return (written) => {
    const words = matchingName(russianLetters(written))
      .split(/[\s.,]+/u)
      .filter((word) => word !== '');
    const fitting = keys.filter((one) => fits(one, words));
    const [first] = fitting;
    if (!first) return { kind: 'none' };
    return fitting.length === 1 ? { kind: 'one', id: first.id } : { kind: 'several' };
  };
}

const parts = (names: PersonNames) => ({
  last: matchingName(names.lastName),
  first: matchingName(names.firstName),
  middle: names.middleName === null ? null : matchingName(names.middleName),
});

/** The last name stands somewhere; what is left are the first and the middle name or the beginnings of them. */
function fits(one: ReturnType<typeof parts>, words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  const at = text.indexOf(` ${one.last} `);
  if (at < 0) return false;
  const rest = `${text.slice(0, at)} ${text.slice(at + one.last.length + 1)}`
    .split(' ')
    .filter((word) => word !== '');
  const initials =
    rest.length === 1 && /^\p{L}{2}$/u.test(rest[0] ?? '') && !one.first.startsWith(rest[0] ?? '')
      ? [...(rest[0] ?? '')]
      : rest;
  if (initials.length === 0) return true;
  if (!one.first.startsWith(initials[0] ?? '')) return false;
  const middle = initials.slice(1).join(' ');
  return middle === '' || (one.middle?.startsWith(middle) ?? false);
}

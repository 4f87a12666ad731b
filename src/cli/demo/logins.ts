import type { PersonNames } from '#modules/roster/index.ts';

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ' ': '-',
  '-': '-',
};

/** «kuznetsova.mv» of a grown-up, «morozov.artem» of a child; a second one of the same name gets a number. */
export function loginSource(): (names: PersonNames, kind: 'initials' | 'firstName') => string {
  const taken = new Map<string, number>();
  return (names, kind) => {
    const last = latin(names.lastName);
    const rest =
      kind === 'firstName'
        ? latin(names.firstName)
        : latin(`${names.firstName.charAt(0)}${names.middleName?.charAt(0) ?? ''}`);
    const wanted = `${last}.${rest}`;
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return count === 1 ? wanted : `${wanted}${count}`;
  };
}

export const latin = (text: string) =>
  [...text.toLowerCase()].map((letter) => letters[letter] ?? '').join('');

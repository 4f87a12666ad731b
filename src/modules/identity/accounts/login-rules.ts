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

/** Russian letters by Latin ones, as in a login; Latin letters and digits stay, other signs fall away. */
export const latin = (text: string) =>
  [...text.toLowerCase()]
    .map((letter) => letters[letter] ?? (/[a-z\d]/u.test(letter) ? letter : ''))
    .join('');

type Names = { readonly lastName: string; readonly firstName: string; readonly middleName: string | null };

/**
 * Makes logins nobody has: «kuznetsova.mv» of a grown-up, «morozov.artem» of a child; a second one of the same name
 * gets a number.
 */
export function loginSource(
  taken: Iterable<string> = [],
): (names: Names, kind: 'initials' | 'firstName') => string {
  const known = new Set(taken);
  return (names, kind) => {
    const last = latin(names.lastName);
    const rest =
      kind === 'firstName'
        ? latin(names.firstName)
        : latin(`${names.firstName.charAt(0)}${names.middleName?.charAt(0) ?? ''}`);
    const wanted = `${last}.${rest}`;
    let login = wanted;
    for (let count = 2; known.has(login); count += 1) login = `${wanted}${String(count)}`;
    known.add(login);
    return login;
  };
}

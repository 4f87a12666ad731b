/** Kinds of organisation, as the directory has them. */
export const schoolKinds = [
  'school',
  'lyceum',
  'gymnasium',
  'boarding',
  'evening',
  'college',
  'additional',
] as const;

/** Time zones of Russia by their place in the IANA base, from west to east; the value is hours from Moscow. */
export const russianZones = [
  ['Europe/Kaliningrad', -1],
  ['Europe/Moscow', 0],
  ['Europe/Samara', 1],
  ['Asia/Yekaterinburg', 2],
  ['Asia/Omsk', 3],
  ['Asia/Novosibirsk', 4],
  ['Asia/Irkutsk', 5],
  ['Asia/Yakutsk', 6],
  ['Asia/Vladivostok', 7],
  ['Asia/Magadan', 8],
  ['Asia/Kamchatka', 9],
] as const;

/** The last digit is the remainder of the first twelve by 11, its own last digit. */
export function isOgrn(text: string): boolean {
  if (!/^\d{13}$/u.test(text)) return false;
  return (Number(text.slice(0, 12)) % 11) % 10 === Number(text[12]);
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Three to sixty-four letters, digits, dots, hyphens, as people type them on a phone as well. */
export const isLogin = (text: string) => /^[\p{L}\d][\p{L}\d._-]{2,63}$/u.test(text);

/** Crockford's base32 without i, l, o, u: what the terminal prints and a person types. */
const codeLetters = '0123456789abcdefghjkmnpqrstvwxyz';
export const codeLength = 16;

/** `K7M2-9QXD-3FRW-T5BH` from random bytes. */
export function printedCode(bytes: Uint8Array): string {
  const letters = [...bytes].slice(0, codeLength).map((byte) => codeLetters.charAt(byte % 32));
  return letters.join('').toUpperCase().match(/.{4}/gu)?.join('-') ?? '';
}

/** The code as it is hashed; blanks, hyphens and capitals do not matter. */
export const typedCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\da-z]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/gu, '1');

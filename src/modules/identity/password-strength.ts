import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const shortestPassword = 8;
export const longestPassword = 128;

/** Why a password is not taken. `tooEasy`: it stands in lists of known passwords or is guessed in minutes. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'tooEasy' | 'notRepeated';

/** Guessed with fewer than 10⁶ tries = score 0 or 1 of zxcvbn: what guessing through a sign-in page can reach. */
const weakestScore = 2;

const known = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";

/** What a Russian word is on the keys of the other layout: «пароль» is «gfhjkm» to a guesser. */
function otherLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => {
      const at = russian.indexOf(letter);
      return at === -1 ? letter : (latin[at] ?? letter);
    })
    .join('');
}

/** Common Russian words no list of the world holds in Cyrillic. */
const commonWords = [
  'пароль',
  'парта',
  'дневник',
  'школа',
  'привет',
  'любовь',
  'ученик',
  'учитель',
  'йцукен',
  'parta',
];

/** Judges a password; `personal` are words a guesser would try first: the login, names. */
export function passwordFault(
  { password, repeated }: { readonly password: string; readonly repeated: string },
  personal: readonly string[],
): PasswordFault | null {
  const length = [...password].length;
  if (length < shortestPassword) return 'tooShort';
  if (length > longestPassword) return 'tooLong';
  const words = [...personal, ...commonWords].flatMap((word) => [word.toLowerCase(), otherLayout(word)]);
  const isWeak = [password.toLowerCase(), otherLayout(password)].some(
    (form) => known.check(form, words).score < weakestScore,
  );
  if (isWeak) return 'tooEasy';
  return password === repeated ? null : 'notRepeated';
}

/** The parts of a login a guesser tries: «shcherbakova.veronika2» → two words. */
export function wordsOfLogin(login: string): readonly string[] {
  return [login, ...login.split(/[^\p{L}]+/u).filter((word) => word.length > 2)];
}

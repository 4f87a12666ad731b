import type { Gender } from './communities.ts';

/** The patronymic of a child whose father has this first name, by the rules of Russian name giving. */
export function patronymic(father: string, gender: Gender): string {
  const own = exceptions[father];
  if (own) return own[gender];
  const { stem, male, female } = regular(father);
  return stem + (gender === 'male' ? male : female);
}

const exceptions: Readonly<Record<string, Readonly<Record<Gender, string>>>> = {
  Илья: { male: 'Ильич', female: 'Ильинична' },
  Никита: { male: 'Никитич', female: 'Никитична' },
  Лука: { male: 'Лукич', female: 'Лукинична' },
  Данила: { male: 'Данилович', female: 'Даниловна' },
  Лев: { male: 'Львович', female: 'Львовна' },
  Павел: { male: 'Павлович', female: 'Павловна' },
  Пётр: { male: 'Петрович', female: 'Петровна' },
  Михаил: { male: 'Михайлович', female: 'Михайловна' },
  Яков: { male: 'Яковлевич', female: 'Яковлевна' },
  Дмитрий: { male: 'Дмитриевич', female: 'Дмитриевна' },
  Игорь: { male: 'Игоревич', female: 'Игоревна' },
};

/** «…ий» loses its и unless two consonants or г/к stand before it: Василий → Васильевич, Георгий → Георгиевич. */
function regular(father: string): { stem: string; male: string; female: string } {
  if (father.endsWith('ий')) {
    const stem = father.slice(0, -2);
    const vowel = keepsVowel.test(stem) ? 'и' : 'ь';
    return { stem: stem + vowel, male: 'евич', female: 'евна' };
  }
  if (/[йь]$/u.test(father)) return { stem: father.slice(0, -1), male: 'евич', female: 'евна' };
  if (/[аяиоуэе]$/u.test(father)) return { stem: father, male: 'евич', female: 'евна' };
  return { stem: father, male: 'ович', female: 'овна' };
}

const keepsVowel = /(?:[бвгджзклмнпрстфхцчшщ][бвгджзкмнпрстфхцчшщ]|[гк])$/u;

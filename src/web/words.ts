import type { Language } from '#modules/identity/preferences/rules.ts';

/** Non-breaking space. */
export const nbsp = '\u00a0';

/** One set of words per language; Russian is the shape, English satisfies it. */
export type Worded<Words> = Readonly<Record<Language, Words>>;

export type PluralForms = {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

/**
 * Chooses the form a number asks for and sets the number before it with a non-breaking space:
 * `plural(21, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' })` → «21 урок».
 */
export type Plural = (count: number, forms: PluralForms) => string;

export const pluralRussian: Plural = pluralIn('ru');
export const pluralEnglish: Plural = pluralIn('en');

function pluralIn(language: Language): Plural {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count, forms) => {
    const form = rules.select(count) as keyof PluralForms;
    return `${number.format(count)}${nbsp}${forms[form] ?? forms.other}`;
  };
}

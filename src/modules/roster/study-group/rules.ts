import type { ClassName } from '../school-class/rules.ts';

/**
 * How a subgroup is told from the others of its division: «1», «1-я подгруппа», «группа 1», «гр. 1» are one, and so
 * are «Мальчики» and «мальчики».
 */
export function subgroupLabel(written: string): string {
  const plain = written.normalize('NFC').toLowerCase().replaceAll('ё', 'е').trim();
  const number = /\d+/u.exec(plain)?.[0];
  if (number !== undefined) return String(Number(number));
  return plain
    .replaceAll(/(^|\s)(под)?(группа|гр\.?)(?=\s|$)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** «7Б, английский язык, 1-я подгруппа»: a group's own name. */
export function subgroupName(classes: readonly ClassName[], subject: string, label: string): string {
  const names = classes.map(({ grade, letter }) => `${String(grade)}${letter}`).join('+');
  const part = /^\d+$/u.test(label) ? `${label}-я подгруппа` : label;
  return [names, subject.toLowerCase(), ...(label === '' ? [] : [part])].join(', ');
}

/** The label out of a group's name, as `subgroupName` wrote it. */
export function labelOfName(name: string): string {
  const parts = name.split(', ');
  return parts.length < 3 ? '' : subgroupLabel(parts.at(-1) ?? '');
}

import { className } from '#modules/roster/school-class/rules.ts';
import type { SpecialDay } from './acts.ts';
import type { SpecialDaysWords } from './ru.ts';

type Whom = Pick<SpecialDay, 'grade' | 'schoolClass'>;

/** «7 «Б»», «7-е классы», «Вся школа» */
export function whomName({ grade, schoolClass }: Whom, words: SpecialDaysWords): string {
  if (schoolClass) return className(schoolClass);
  return grade === null ? words.wholeSchool : words.grade(grade);
}

type What = {
  readonly kind: SpecialDay['kind'];
  readonly asWeekday: number | null;
  readonly bells: string | null;
};

/** «Уроков нет», «По расписанию понедельника», «Звонки: Сокращённые» */
export function whatName({ kind, asWeekday, bells }: What, { kind: words }: SpecialDaysWords): string {
  if (kind === 'off') return words.off;
  return kind === 'weekday' ? words.weekday(asWeekday ?? 1) : words.bells(bells ?? '');
}

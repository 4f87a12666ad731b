import type { SchoolSettings, SettingsDraft } from '#modules/organisation/school/contract.ts';
import type { SetUpWords } from '../ru.ts';

/** Numbers as they are typed; the rest as it is. */
export type Typed = Omit<
  SchoolSettings,
  'editWindowDays' | 'reasonAfterDays' | 'minimumMarks' | 'homeworkLimits' | 'systematicAbsencePercent'
> & {
  readonly name: string;
  readonly shortName: string;
  readonly editWindowDays: string;
  readonly reasonAfterDays: string;
  readonly oneHour: string;
  readonly moreHours: string;
  readonly systematicAbsencePercent: string;
  readonly limits: readonly { readonly from: number; readonly to: number; readonly minutes: string }[];
};

export function typedOf({ name, shortName, settings }: SettingsDraft): Typed {
  const { editWindowDays, reasonAfterDays, minimumMarks, homeworkLimits, systematicAbsencePercent, ...rest } =
    settings;
  return {
    ...rest,
    name,
    shortName,
    editWindowDays: editWindowDays === null ? '' : String(editWindowDays),
    reasonAfterDays: String(reasonAfterDays),
    oneHour: String(minimumMarks.oneHour),
    moreHours: String(minimumMarks.moreHours),
    systematicAbsencePercent: String(systematicAbsencePercent),
    limits: homeworkLimits.map(({ from, to, minutes }) => ({ from, to, minutes: String(minutes) })),
  };
}

/** What was typed as settings; only where `settingsFaults` finds nothing. */
export function draftOf(typed: Typed, standing: SettingsDraft): SettingsDraft {
  const { name, shortName, oneHour, moreHours, limits, ...rest } = typed;
  const { editWindowDays, reasonAfterDays, systematicAbsencePercent, ...choices } = rest;
  return {
    name: name.trim(),
    shortName: shortName.trim(),
    settings: {
      ...standing.settings,
      ...choices,
      editWindowDays: editWindowDays.trim() === '' ? null : Number(editWindowDays),
      reasonAfterDays: Number(reasonAfterDays),
      minimumMarks: { oneHour: Number(oneHour), moreHours: Number(moreHours) },
      systematicAbsencePercent: Number(systematicAbsencePercent),
      homeworkLimits: limits.map(({ from, to, minutes }) => ({ from, to, minutes: Number(minutes) })),
    },
  };
}

/** What is wrong, by field. */
export function settingsFaults(typed: Typed, words: SetUpWords['settings']): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const number = (field: string, text: string, [from, to]: readonly [number, number]) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < from || value > to)
      faults.set(field, words.notNumber(from, to));
  };
  if (typed.name.trim() === '') faults.set('name', words.required);
  if (typed.shortName.trim() === '') faults.set('shortName', words.required);
  if (typed.editWindowDays.trim() !== '') number('editWindowDays', typed.editWindowDays, [0, 730]);
  number('reasonAfterDays', typed.reasonAfterDays, [0, 730]);
  number('oneHour', typed.oneHour, [0, 50]);
  number('moreHours', typed.moreHours, [0, 50]);
  number('systematicAbsencePercent', typed.systematicAbsencePercent, [1, 100]);
  typed.limits.forEach(({ minutes }, at) => number(`limits.${at}`, minutes, [0, 600]));
  return faults;
}

import type { PublicReason } from '../changes/rules.ts';

/** What is special on a day, as every view of lessons has it. */
export type SpecialDay = {
  readonly off: { readonly name: string | null; readonly reason: PublicReason | null } | null;
  readonly special: {
    readonly asWeekday: number | null;
    readonly otherBells: boolean;
    readonly reason: PublicReason | null;
  } | null;
};

type SpecialDayWords = {
  readonly off: Readonly<Record<PublicReason, string>>;
  readonly dayOff: string;
  /** By ISO weekday. */
  readonly asWeekday: readonly string[];
  readonly otherBells: string;
};

const ru: SpecialDayWords = {
  off: {
    quarantine: 'Карантин, уроков нет',
    weather: 'Уроков нет из-за погоды',
    repairs: 'Ремонт, уроков нет',
    event: 'Школьное мероприятие, уроков нет',
    exam: 'Экзамен в школе, уроков нет',
    schedule: 'Уроков нет',
  },
  dayOff: 'Выходной день',
  asWeekday: ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'].map(
    (day) => `по расписанию ${day}`,
  ),
  otherBells: 'другие звонки',
};

const en: SpecialDayWords = {
  off: {
    quarantine: 'Quarantine, no lessons',
    weather: 'No lessons because of the weather',
    repairs: 'Repairs, no lessons',
    event: 'School event, no lessons',
    exam: 'Exam at school, no lessons',
    schedule: 'No lessons',
  },
  dayOff: 'Day off',
  asWeekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
    (day) => `${day}’s timetable`,
  ),
  otherBells: 'other bells',
};

export const specialDayWords = { ru, en };

/** «Карантин, уроков нет», «по расписанию понедельника, другие звонки»; null = a day like others. */
export function specialDayText({ off, special }: SpecialDay, words: SpecialDayWords): string | null {
  if (off) return off.reason === null ? (off.name ?? words.dayOff) : words.off[off.reason];
  const parts = [
    special?.asWeekday == null ? null : words.asWeekday[special.asWeekday - 1],
    special?.otherBells === true ? words.otherBells : null,
  ].filter((part) => part != null);
  return parts.length > 0 ? parts.join(', ') : null;
}

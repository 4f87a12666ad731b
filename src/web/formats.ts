import type { Language } from '#modules/identity/preferences/rules.ts';
import { nbsp } from './words.ts';

/**
 * Dates, times and numbers as a school writes them. Dates are `YYYY-MM-DD` of the school's calendar
 * and carry no zone; moments name the zone they are shown in, so server and browser agree.
 */
export type Formats = {
  /** «18 ноября» */
  readonly day: (date: string) => string;
  /** «18 ноября 2026 г.» */
  readonly dayOfYear: (date: string) => string;
  /** «18.11.2026» */
  readonly dayInFigures: (date: string) => string;
  /** «18.11» */
  readonly dayAndMonthInFigures: (date: string) => string;
  /** «среда» */
  readonly weekday: (date: string) => string;
  /** «ср» */
  readonly weekdayShort: (date: string) => string;
  /** «среда, 18 ноября» */
  readonly weekdayAndDay: (date: string) => string;
  /** «ноябрь» */
  readonly month: (date: string) => string;
  /** «16–21 ноября», «30 ноября – 5 декабря» */
  readonly days: (from: string, to: string) => string;
  /** «10:42» of a moment in a zone such as `Europe/Moscow` */
  readonly time: (moment: string | Date, timeZone: string) => string;
  /** «08:30–09:15» from two times of the day */
  readonly times: (from: string, to: string) => string;
  /** «3,50» */
  readonly decimal: (value: number, digits?: number) => string;
  /** «12 500» with non-breaking spaces */
  readonly number: (value: number) => string;
  /** «340 КБ», «1,2 МБ» */
  readonly fileSize: (bytes: number) => string;
};

export const formats: Readonly<Record<Language, Formats>> = {
  ru: formatsIn('ru', 'ru-RU'),
  en: formatsIn('en', 'en-GB'),
};

const dateParts = {
  day: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  weekdayShort: { weekday: 'short' },
  month: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatsIn(language: Language, locale: string): Formats {
  const inDate = (name: keyof typeof dateParts) => {
    const format = lazily(() => new Intl.DateTimeFormat(locale, { ...dateParts[name], timeZone: 'UTC' }));
    return (date: string) => format().format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
  };
  const decimal = (value: number, digits = 2) => {
    const text = value.toFixed(digits);
    return language === 'ru' ? text.replace('.', ',') : text;
  };
  const [kilobyte, megabyte] = language === 'ru' ? ['КБ', 'МБ'] : ['KB', 'MB'];
  const day = inDate('day');
  const dayOfYear = inDate('dayOfYear');
  const weekday = inDate('weekday');
  return {
    day,
    dayOfYear,
    dayInFigures: (date) => {
      const [year, month, dayOfMonth] = date.slice(0, 10).split('-');
      return language === 'ru' ? `${dayOfMonth}.${month}.${year}` : `${dayOfMonth}/${month}/${year}`;
    },
    dayAndMonthInFigures: (date) => {
      const [, month, dayOfMonth] = date.slice(0, 10).split('-');
      return language === 'ru' ? `${dayOfMonth}.${month}` : `${dayOfMonth}/${month}`;
    },
    weekday,
    weekdayShort: inDate('weekdayShort'),
    weekdayAndDay: (date) => `${weekday(date)}, ${day(date)}`,
    month: inDate('month'),
    days: (from, to) => {
      if (from === to) return day(from);
      if (from.slice(0, 4) !== to.slice(0, 4)) return `${dayOfYear(from)} – ${dayOfYear(to)}`;
      if (from.slice(0, 7) !== to.slice(0, 7)) return `${day(from)} – ${day(to)}`;
      return `${Number(from.slice(8, 10))}–${day(to)}`;
    },
    time: (moment, timeZone) => clock(timeZone).format(new Date(moment)),
    times: (from, to) => `${from.slice(0, 5)}–${to.slice(0, 5)}`,
    decimal,
    fileSize: (bytes) =>
      bytes < 1000 * 1024
        ? `${Math.ceil(bytes / 1024)}${nbsp}${kilobyte}`
        : `${decimal(bytes / (1024 * 1024), 1)}${nbsp}${megabyte}`,
    number: (value) => {
      const text = String(Math.trunc(value));
      return text.replace(/\B(?=(\d{3})+$)/g, language === 'ru' ? nbsp : ',');
    },
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  clocks.set(timeZone, made);
  return made;
}

/** Formats are dear to make and most pages use few. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}

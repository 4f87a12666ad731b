/** A moment of a school: its date and `HH:MM` as an ISO instant. Russia moves no clocks, so one offset serves a year. */
export type Moments = {
  at(date: string, time: string, minutes?: number): string;
  /** The school's date and time of an instant. */
  local(moment: Date): { readonly date: string; readonly time: string };
};

export function momentsOf(timeZone: string, year: number): Moments {
  const offset = offsetMinutes(timeZone, new Date(Date.UTC(year, 8, 1)));
  const shifted = (moment: Date) => new Date(moment.getTime() + offset * 60_000).toISOString();
  return {
    at: (date, time, minutes = 0) =>
      new Date(
        Date.parse(`${date}T${time.padStart(5, '0')}:00Z`) + (minutes - offset) * 60_000,
      ).toISOString(),
    local: (moment) => ({ date: shifted(moment).slice(0, 10), time: shifted(moment).slice(11, 16) }),
  };
}

/** `HH:MM` of minutes from midnight. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function offsetMinutes(timeZone: string, moment: Date): number {
  const written = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);
  return Math.round((Date.parse(`${written.replace(' ', 'T')}Z`) - moment.getTime()) / 60_000);
}

/** Time as the program sees it. Sessions, codes, throttles and jobs use wall time, lessons school time. */
export type Clock = {
  /** Wall time. */
  now(): Date;
  /** The moment the school lives in: wall time, but in a demo. */
  schoolNow(): Date;
  /** The school's date in its time zone (IANA name), `YYYY-MM-DD`. */
  today(timeZone: string): string;
};

/** The clock of a real school: school time is wall time. */
export function wallClock(): Clock {
  return clockAt(() => new Date());
}

/**
 * The clock of a demo: school time runs `offsetMs` beside wall time (negative: behind). The offset
 * is chosen and stored by the demo command, which also keeps it from going back.
 */
export function demoClock({ offsetMs }: { offsetMs: number }): Clock {
  return clockAt(() => new Date(Date.now() + offsetMs));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function clockAt(schoolNow: () => Date): Clock {
  return {
    now: () => new Date(),
    schoolNow,
    today: (timeZone) => dateIn(timeZone, schoolNow().getTime()),
  };
}

const minuteMs = 60_000;
const dates = new Map<string, { readonly minute: number; readonly date: string }>();

/** A date changes on a full minute in every zone, so it is worked out once a minute. */
function dateIn(timeZone: string, at: number): string {
  const minute = Math.floor(at / minuteMs);
  const known = dates.get(timeZone);
  if (known?.minute === minute) return known.date;
  const date = format(timeZone).format(at);
  dates.set(timeZone, { minute, date });
  return date;
}

/** `sv-SE` writes dates as ISO 8601 does. Making a format costs 50 times its use. */
function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, made);
  return made;
}

import pg from 'pg';

/**
 * How values of PostgreSQL arrive: dates as 'YYYY-MM-DD', moments as ISO 8601 in UTC with milliseconds,
 * bigint as number (a value beyond 2^53 raises), numeric as text (exact), json parsed.
 */
export function parseValue(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : ownParsers[oid];
  return own ?? (pg.types.getTypeParser(oid, format) as (value: string) => unknown);
}

/** Everything as the text PostgreSQL sent. */
export const unparsed = { getTypeParser: () => asText };

// 1009 = text[]; the type of the library knows scalar types only.
const textArray = pg.types.getTypeParser(1009 as Parameters<typeof pg.types.getTypeParser>[0]) as (
  value: string,
) => (string | null)[];

const ownParsers: Readonly<Record<number, (value: string) => unknown>> = {
  20: integer,
  1082: asText,
  1114: asText,
  1184: moment,
  1016: (value) => textArray(value).map((item) => (item === null ? null : integer(item))),
  1182: textArray,
  1115: textArray,
  1185: (value) => textArray(value).map((item) => (item === null ? null : moment(item))),
};

function asText(value: string): string {
  return value;
}

function integer(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint ${value} does not fit a number`);
  return number;
}

/** '2026-11-24 01:49:48.123456+00' (or with +03, +05:30) as ISO; infinity stays a word. */
function moment(value: string): string {
  const parts = momentShape.exec(value);
  if (!parts) return value;
  const [, day, time, fraction = '', offset = ''] = parts;
  const milliseconds = `${fraction}000`.slice(0, 3);
  if (offset === '+00') return `${day}T${time}.${milliseconds}Z`;
  const zone = offset.includes(':') ? offset : `${offset}:00`;
  return new Date(`${day}T${time}.${milliseconds}${zone}`).toISOString();
}

const momentShape = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d(?::\d\d)?)$/;

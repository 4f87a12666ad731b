/** A moment as contracts have it, `2026-11-24T08:30:00.000Z`, inside JSON that PostgreSQL makes. `column` is SQL. */
export const momentSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
